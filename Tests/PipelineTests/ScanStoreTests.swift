import DurableFiles
import Foundation
import Preserving
import Records
import TestSupport
import Testing

@Suite("Spool and store") final class ScanStoreTests {
    private let folder = TestRun.folder.appending(path: "kho \(UUID().uuidString)").path
    private let store: FileScanStore

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try FileScanStore(data: folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func source(_ text: String, name: String = "a.pdf") throws -> ScanSource {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        return ScanSource(location: path, fileName: name, folders: ["HS-1"], pipeline: "archive", inboxPath: InboxPath(name))
    }

    private func reading(_ page: Int) -> PageReading { PageReading(page: page, lines: [], source: .ocr, width: 10, height: 10, resolution: 300) }

    @Test("The bytes are kept under the hash that any tool computes")
    func hash() async throws {
        let scan = try #require(try await store.spool(source("abc")))
        #expect(scan.sha256.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(scan.bytes == 3)
        #expect(try String(contentsOfFile: store.original(of: scan.sha256), encoding: .utf8) == "abc")
    }

    @Test("The same bytes are claimed once at a time, also by another process's store")
    func claimedOnce() async throws {
        let first = try #require(try await store.spool(source("abc")))
        #expect(try await store.spool(source("abc", name: "b.pdf")) == nil)
        let other = try FileScanStore(data: folder)
        #expect(try await other.spool(source("abc", name: "c.pdf")) == nil)
        #expect(try await other.leftovers().isEmpty)
        store.leave(first.sha256)
        #expect(try await other.leftovers() == [first])
    }

    @Test("What a killed run left in the spool is found again with its readings and failures; half copies are swept away")
    func leftovers() async throws {
        let scan = try #require(try await store.spool(source("abc")))
        try await store.save(reading(2), of: scan.sha256)
        try store.noteFailure(of: 1, of: scan.sha256)
        try FileManager.default.createDirectory(atPath: "\(folder)/spool/.taking-x", withIntermediateDirectories: true)
        store.leave(scan.sha256)
        let next = try FileScanStore(data: folder)
        #expect(try await next.leftovers() == [scan])
        #expect(try next.pagesRead(of: scan.sha256) == [2])
        #expect(try next.failures(of: scan.sha256) == [1: 1])
        #expect(!Folder.exists("\(folder)/spool/.taking-x"))
    }

    @Test("What a killed run left goes on under the name and pipeline by which the bytes come now; id and pages stay")
    func takenOver() async throws {
        let first = try #require(try await store.spool(source("abc")))
        try await store.save(reading(1), of: first.sha256)
        store.leave(first.sha256)
        var again = try source("abc", name: "b.pdf")
        (again.pipeline, again.inboxPath, again.folders) = ("tthc", nil, [])
        let second = try #require(try await store.spool(again))
        #expect(second.id == first.id && second.takenAt == first.takenAt)
        #expect(second.fileName == "b.pdf" && second.pipeline == "tthc" && second.inboxPath == nil && second.folders.isEmpty)
        #expect(try store.pagesRead(of: second.sha256) == [1])
        store.leave(second.sha256)
        #expect(try await FileScanStore(data: folder).leftovers() == [second])
    }

    /// However far a crash came in taking a scan apart: the clerk's file of the same bytes must not wait for ever behind what it left.
    @Test("What is left of a scan that was taken apart is in nobody's way", arguments: [["lock"], ["lock", "original"], ["lock", "pages/1.json"]])
    func wreck(_ left: [String]) async throws {
        let scan = try #require(try await store.spool(source("abc")))
        try store.discard(scan.sha256)
        let folder = "\(folder)/spool/\(scan.sha256.hex)"
        for name in left {
            let path = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data("abc".utf8).write(to: URL(filePath: path))
        }
        let again = try #require(try await store.spool(source("abc")))
        #expect(again.sha256 == scan.sha256 && again.id != scan.id)
        #expect(try store.pagesRead(of: again.sha256) == [])
        #expect(try String(contentsOfFile: store.original(of: again.sha256), encoding: .utf8) == "abc")
    }

    @Test("A start sweeps away what is left of a scan that was taken apart, but no bytes")
    func wreckAtStart() async throws {
        for (digit, name) in [("a", "lock"), ("b", "original")] {
            let folder = "\(folder)/spool/\(String(repeating: digit, count: 64))"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: "\(folder)/\(name)"))
        }
        #expect(try await store.leftovers().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool") == [String(repeating: "b", count: 64)])
    }

    @Test("A pipe, a device and a link hold no scan, and opening one does not wait", .timeLimit(.minutes(1)))
    func special() async throws {
        #expect(mkfifo("\(folder)/ống", 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/liên kết", withDestinationPath: "/etc/hostname")
        for path in ["\(folder)/ống", "\(folder)/liên kết", "/dev/null", folder] {
            let source = ScanSource(location: path, fileName: "x", folders: [], pipeline: nil, inboxPath: nil)
            await #expect(throws: StoreFailure.notAFile, "\(path)") { try await store.spool(source) }
            #expect(await store.hash(ofFileAt: path) == nil)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool").isEmpty)
    }

    @Test("A file that may not be read is told from one that is gone", .enabled(if: geteuid() != 0, "root may read everything"))
    func denied() async throws {
        let source = try source("abc")
        #expect(chmod(source.location, 0) == 0)
        await #expect(throws: StoreFailure.noAccess("open: Permission denied")) { try await store.spool(source) }
    }

    @Test("Promotion moves everything at once, and a second time does nothing")
    func promote() async throws {
        let scan = try #require(try await store.spool(source("abc")))
        try await store.save(reading(1), of: scan.sha256)
        try await store.promote(scan.sha256)
        try await store.promote(scan.sha256)
        #expect(store.isStored(scan.sha256))
        #expect(try store.reading(of: 1, of: scan.sha256) == reading(1))
        #expect(await store.isIntact(scan.sha256) == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool").isEmpty)
    }

    @Test("A changed original is noticed")
    func damaged() async throws {
        let scan = try #require(try await store.spool(source("abc")))
        try await store.promote(scan.sha256)
        let path = store.original(of: scan.sha256)
        #expect(chmod(path, 0o600) == 0)
        try Data("abd".utf8).write(to: URL(filePath: path))
        #expect(await store.isIntact(scan.sha256) == false)
    }

    @Test("Discarding leaves nothing of the bytes in the spool")
    func discard() async throws {
        let scan = try #require(try await store.spool(source("bí mật")))
        try store.discard(scan.sha256)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool").isEmpty)
        #expect(!store.isKept(scan.sha256))
    }

    @Test("A source that is gone is said to have changed, and leaves nothing")
    func gone() async throws {
        let source = ScanSource(location: "\(folder)/none", fileName: "none", folders: [], pipeline: nil, inboxPath: nil)
        await #expect(throws: StoreFailure.sourceChanged) { try await store.spool(source) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool").isEmpty)
    }
}
