import DurableFiles
import Foundation
import Intake
import Records
import TestSupport
import Testing

@Suite("A watched folder") final class FolderInboxTests {
    private let folder = TestRun.folder.appending(path: "hộp thư \(UUID().uuidString)").path
    private let pipeline = PipelineDefinition(name: "archive", title: "", kind: .archive, settleSeconds: 0.05, giveUpSeconds: 5, rescanSeconds: 0.1)

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func put(_ name: String, _ text: String = "x", in place: String = "inbox") throws {
        let path = "\(folder)/\(place)/\(name)"
        try FileManager.default.createDirectory(atPath: Folder.parent(of: path), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// Looks until as many files are offered, as the daemon does.
    private func offered(_ count: Int, by inbox: FolderInbox) async throws -> [InboxFile] {
        var files: [InboxFile] = []
        let deadline = ContinuousClock.now + .seconds(120)
        while files.count < count, ContinuousClock.now < deadline {
            files += try inbox.look()
            if files.count < count { await inbox.waitForChange() }
        }
        return files
    }

    @Test("Names are taken as they are; hidden, temporary, linked and special files are left alone")
    func names() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        let long = String(repeating: "đ", count: 125) + ".pdf!"
        let taken = [
            "kế hoạch.pdf", "ke\u{302}\u{301} hoa\u{323}ch.pdf", "-rf van ban.pdf", "bao\ncao.pdf", long, "HS-1/sâu/b.pdf",
        ]
        let leftAlone = [".an.pdf", "~a.pdf", "a.pdf~", "b.part", "c.TMP", "d.filepart", "Thumbs.db"]
        for name in taken + leftAlone { try put(name) }
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/inbox/link.pdf", withDestinationPath: "/etc/hostname")
        #expect(mkfifo("\(folder)/inbox/pipe.pdf", 0o600) == 0)
        let files = try await offered(taken.count, by: inbox)
        #expect(Set(files.map(\.path)) == Set(taken.map(InboxPath.init)))
    }

    @Test("Done files keep their folders; a name that is taken gets a number; nothing is overwritten")
    func done() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("HS-1/a.pdf", "new")
        try put("HS-1/a.pdf", "old", in: "done")
        for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .done) == nil) }
        #expect(try String(contentsOfFile: "\(folder)/done/HS-1/a.pdf", encoding: .utf8) == "old")
        #expect(try String(contentsOfFile: "\(folder)/done/HS-1/a (2).pdf", encoding: .utf8) == "new")
    }

    @Test("A rejected file lies beside a letter that says why and what to do, also with the longest name")
    func rejected() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        let long = String(repeating: "ă", count: 125) + ".pdf!"
        try put(long)
        for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .rejected(SetAsideReason(.encrypted))) == nil) }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/rejected")
        #expect(names.count == 2)
        let letter = try #require(names.first { $0.hasSuffix(".reason.txt") })
        let text = try String(contentsOfFile: "\(folder)/rejected/\(letter)", encoding: .utf8)
        #expect(text.contains(SetAsideReason.Code.encrypted.explanation))
        #expect(text.contains("encrypted"))
    }

    @Test("A file that changed since it was offered stays and is told as it is now; in that state it may leave")
    func changedMeanwhile() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("a.pdf", "first")
        let file = try #require(try await offered(1, by: inbox).first)
        try put("a.pdf", "second version")
        let changed = try #require(try inbox.release(file, as: .done))
        #expect(inbox.holds(file.path) && changed.path == file.path && changed.version != file.version)
        #expect(try inbox.release(changed, as: .done) == nil)
        #expect(!inbox.holds(file.path))
    }

    @Test("A file that changed while it waited for its turn is not taken, and is offered again as it is now")
    func changedBeforeItsTurn() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("a.pdf", "half")
        let first = try #require(try await offered(1, by: inbox).first)
        try put("a.pdf", "half and the rest")
        #expect(inbox.begin(first) == nil)
        let second = try #require(try await offered(1, by: inbox).first)
        #expect(second.path == first.path && second.version != first.version)
        #expect(inbox.begin(second)?.version == second.version)
    }

    @Test("Files that are seen and not taken are counted, and the oldest is known")
    func backlog() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        #expect(inbox.backlog == InboxBacklog())
        let before = Date()
        try put("a.pdf")
        try put("b.pdf")
        let files = try await offered(2, by: inbox)
        #expect(inbox.backlog.files == 2)
        let first = try #require(inbox.begin(files[0]))
        #expect(inbox.backlog.files == 1)
        let oldest = try #require(inbox.backlog.oldestSeen)
        #expect(oldest > before - 1 && oldest < Date())
        #expect(try inbox.release(first, as: .done) == nil)
        #expect(try inbox.release(files[1], as: .done) == nil)
        #expect(inbox.backlog == InboxBacklog())
    }

    @Test("Two rejected files with the longest names keep a letter each")
    func longLetters() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        let names = ["1", "2"].map { String(repeating: "a", count: 250) + $0 + ".pdf" }
        for name in names { try put(name) }
        for file in try await offered(2, by: inbox) { #expect(try inbox.release(file, as: .rejected(SetAsideReason(.encrypted))) == nil) }
        let found = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/rejected")
        let letters = try found.filter { $0.hasSuffix(".reason.txt") }.map { try String(contentsOfFile: "\(folder)/rejected/\($0)", encoding: .utf8) }
        #expect(found.count == 4 && letters.count == 2)
        for name in names { #expect(letters.count { $0.contains(name) } == 1) }
    }

    @Test("A letter that a crash left without its file serves again; another file's letter is never replaced")
    func letterAlone() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("a.pdf")
        for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .rejected(SetAsideReason(.encrypted))) == nil) }
        try FileManager.default.removeItem(atPath: "\(folder)/rejected/a.pdf")
        for reason in [SetAsideReason(.encrypted), SetAsideReason(.truncated)] {
            try put("a.pdf")
            for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .rejected(reason)) == nil) }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/rejected")
        #expect(Set(names) == ["a.pdf", "a.pdf.reason.txt", "a (2).pdf", "a (2).pdf.reason.txt"])
        #expect(try String(contentsOfFile: "\(folder)/rejected/a.pdf.reason.txt", encoding: .utf8).contains("encrypted"))
    }

    @Test("Folders are looked into sixteen deep; what lies deeper is complained of, and the rest is taken")
    func depth() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        let deep = (1...16).map { "t\($0)/" }.joined()
        try put(deep + "a.pdf")
        #expect(try await offered(1, by: inbox).map(\.path.text) == [deep + "a.pdf"])
        #expect(inbox.complaint == nil)
        try put(deep + "t17/b.pdf")
        #expect(try inbox.look().isEmpty)
        #expect(inbox.complaint?.contains("16") == true)
    }

    @Test("The folders and letters of a pipeline are open to its group, whatever the umask")
    func rights() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("HS-1/a.pdf")
        for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .rejected(SetAsideReason(.encrypted))) == nil) }
        for (path, rights) in [("inbox", 0o770), ("done", 0o770), ("rejected/HS-1", 0o770), ("rejected/HS-1/a.pdf.reason.txt", 0o660)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
            #expect(attributes[.posixPermissions] as? Int == rights, "\(path)")
        }
    }

    @Test("Where the pipeline says so, a done file is removed")
    func removed() async throws {
        var pipeline = pipeline
        pipeline.afterwards = .remove
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        try put("a.pdf")
        for file in try await offered(1, by: inbox) { #expect(try inbox.release(file, as: .done) == nil) }
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/inbox/a.pdf"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/done").isEmpty)
    }

    @Test("An event wakes the watcher long before the interval is over")
    func events() async throws {
        var pipeline = pipeline
        pipeline.rescanSeconds = 3600
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        _ = try inbox.look()
        try put("a.pdf")
        let begun = ContinuousClock.now
        await inbox.waitForChange()
        #expect(ContinuousClock.now - begun < .seconds(60))
    }

    @Test("A name that is not UTF-8 is made readable when the file is taken, not before; temporary files keep theirs")
    func otherEncoding() async throws {
        let inbox = try FolderInbox(pipeline: pipeline, folder: folder)
        for ending in [".pdf", ".part"] {
            let path = Array("\(folder)/inbox/k".utf8) + [0xD5] + Array(ending.utf8) + [0]
            let descriptor = open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
            #expect(descriptor >= 0)
            close(descriptor)
        }
        try put("k_.pdf")
        #expect(try inbox.look().isEmpty)
        #expect(try Folder.entries(of: "\(folder)/inbox").count { $0.otherName != nil } == 2)
        let files = try await offered(2, by: inbox)
        #expect(Set(files.map(\.path.text)) == ["k_.pdf", "k_ (2).pdf"])
        for file in files { #expect(inbox.begin(file) != nil) }
        #expect(try Folder.entries(of: "\(folder)/inbox").filter { $0.otherName != nil }.map(\.name) == ["k_.part"])
    }
}
