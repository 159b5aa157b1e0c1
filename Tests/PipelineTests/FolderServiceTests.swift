import Foundation
import Records
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("The daemon's work on a folder") struct FolderServiceTests {
    @Test("A file whose time changes while it is read leaves as one scan, not also as a duplicate of itself")
    func lateTime() async throws {
        let workshop = try Workshop()
        let reader = ScriptedReader(pages: 1) { _ in
            let past = Date(timeIntervalSince1970: 1_000_000)
            try? FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: workshop.path("inbox/a.pdf"))
        }
        try await workshop.serving(workshop.pipeline(reader)) { service in
            try await eventually("the folder is watched") { service.isWatching }
            try workshop.write("bytes", to: "inbox/a.pdf")
            try await eventually("the file is done") { workshop.names(in: "done") == ["a.pdf"] }
            try await eventually("its scan is released") { try await workshop.catalogue.unreleasedScans().isEmpty }
            #expect(try await workshop.scans().map(\.state) == [.recorded])
            #expect(workshop.names(in: "inbox").isEmpty && reader.pagesAsked == [1])
        }
    }

    @Test("A file whose bytes change while it is read is another scan, and both are recorded")
    func otherBytes() async throws {
        let workshop = try Workshop()
        let isChanged = Mutex(false)
        let reader = ScriptedReader(pages: 1) { _ in
            let isFirst = isChanged.withLock { isChanged in
                defer { isChanged = true }
                return !isChanged
            }
            if isFirst { try? workshop.write("other bytes", to: "inbox/a.pdf") }
        }
        try await workshop.serving(workshop.pipeline(reader)) { service in
            try await eventually("the folder is watched") { service.isWatching }
            try workshop.write("bytes", to: "inbox/a.pdf")
            try await eventually("the file is done") { workshop.names(in: "done") == ["a.pdf"] }
            try await eventually("both are released") {
                let isReleased = try await workshop.catalogue.unreleasedScans().isEmpty
                return try await workshop.scans().map(\.state) == [.recorded, .recorded] && isReleased
            }
            #expect(try await workshop.scans().map(\.bytes) == [5, 11])
            #expect(try String(contentsOfFile: workshop.path("done/a.pdf"), encoding: .utf8) == "other bytes")
        }
    }

    @Test("A file that may not be read goes to the clerk with its reason once it is given up, and the next file is taken")
    func noAccess() async throws {
        let workshop = try Workshop(giveUpSeconds: 0.1)
        let store = BarredStore(workshop.store, name: "khóa.pdf")
        try await workshop.serving(workshop.pipeline(ScriptedReader(pages: 1), store: store)) { service in
            try await eventually("the folder is watched") { service.isWatching }
            try workshop.write("bytes", to: "inbox/khóa.pdf")
            try workshop.write("other bytes", to: "inbox/mở.pdf")
            try await eventually("both have left") { workshop.names(in: "inbox").isEmpty }
            #expect(workshop.names(in: "rejected") == ["khóa.pdf", "khóa.pdf.reason.txt"])
            let letter = try String(contentsOfFile: workshop.path("rejected/khóa.pdf.reason.txt"), encoding: .utf8)
            #expect(letter.contains(SetAsideReason.Code.noAccess.explanation) && letter.contains("no_access"))
            try await eventually("the other is recorded") { try await workshop.scans().map(\.fileName) == ["mở.pdf"] }
            #expect(service.troubles.isEmpty)
        }
    }

    @Test("A file that may neither be read nor moved is a trouble until it is gone")
    func stuck() async throws {
        let workshop = try Workshop(giveUpSeconds: 0.1)
        let store = BarredStore(workshop.store, name: "khóa.pdf")
        try await workshop.serving(workshop.pipeline(ScriptedReader(pages: 1), store: store)) { service in
            try await eventually("the folder is watched") { service.isWatching }
            try FileManager.default.removeItem(atPath: workshop.path("rejected"))
            try workshop.write("no folder", to: "rejected")
            try workshop.write("bytes", to: "inbox/khóa.pdf")
            try await eventually("it is said") { service.troubles["archive"]?.contains("neither be read nor moved") == true }
            #expect(service.troubles["archive"]?.contains("khóa") == false)
            try workshop.write("other bytes", to: "inbox/mở.pdf")
            try await eventually("the next file is taken") { workshop.names(in: "done") == ["mở.pdf"] }
            #expect(!service.troubles.isEmpty)
            try FileManager.default.removeItem(atPath: workshop.path("inbox/khóa.pdf"))
            try await eventually("it is over") { service.troubles.isEmpty }
        }
    }

    @Test("Files that wait for a slot are counted from when they were seen; files that come meanwhile are seen too")
    func backlog() async throws {
        let workshop = try Workshop()
        let gate = Gate()
        let reader = ScriptedReader(pages: 1) { _ in await gate.pass() }
        try await workshop.serving(workshop.pipeline(reader), scansAtOnce: 1) { service in
            defer { gate.open() }
            try await eventually("the folder is watched") { service.isWatching }
            #expect(service.backlog == InboxBacklog())
            let before = Date()
            for name in ["a", "b"] { try workshop.write(name, to: "inbox/\(name).pdf") }
            try await eventually("one is read, one waits") { !reader.pagesAsked.isEmpty && service.backlog.files == 1 }
            try workshop.write("c", to: "inbox/c.pdf")
            try await eventually("the third is seen") { service.backlog.files == 2 }
            let oldest = try #require(service.backlog.oldestSeen)
            #expect(oldest > before - 1 && oldest < Date())
            gate.open()
            try await eventually("all are done") { workshop.names(in: "done").count == 3 && service.backlog == InboxBacklog() }
        }
    }

    @Test("Scans that an earlier run left are waiting, without a name, until their turn comes")
    func waiting() async throws {
        let workshop = try Workshop()
        for name in ["a.pdf", "b.pdf"] {
            try workshop.write(name, to: name)
            let source = ScanSource(location: workshop.path(name), fileName: name, folders: [], pipeline: "archive", inboxPath: nil)
            workshop.store.leave(try #require(try await workshop.store.spool(source)).sha256)
        }
        let gate = Gate()
        let reader = ScriptedReader(pages: 1) { _ in await gate.pass() }
        try await workshop.serving(workshop.pipeline(reader), scansAtOnce: 1) { _ in
            defer { gate.open() }
            try await eventually("one is read") { reader.pagesAsked.count == 1 }
            try await eventually("the other waits") { Set(try await workshop.scans().map(\.state)) == [.reading, .waiting] }
            #expect(try await workshop.scans().allSatisfy { $0.fileName == nil })
            gate.open()
            try await eventually("both are recorded") { try await workshop.scans().map(\.state) == [.recorded, .recorded] }
        }
    }
}
