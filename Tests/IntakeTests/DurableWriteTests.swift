import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Writing whole or not at all") final class DurableWriteTests {
    private let folder = TestRun.folder.appending(path: "thư mục \(UUID().uuidString)").path
    private let long = String(repeating: "ữ", count: 80) + ".txt"
    private var path: String { "\(folder)/\(long)" }
    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @Test("What a crash left half-written goes when the write is done again")
    func crash() throws {
        try Data("nửa".utf8).write(to: URL(filePath: DurableWrite.draft(of: path)))
        try DurableWrite.replace(path, with: Array("cả lá thư".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "cả lá thư")
        #expect(names == [long])
    }

    @Test("What another process is writing there is left to it")
    func another() throws {
        let draft = DurableWrite.draft(of: path)
        let held = try OpenFile(draft, O_WRONLY | O_CREAT)
        let isHeld = held.lock()
        #expect(isHeld)
        try DurableWrite.replace(path, with: Array("cả lá thư".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "cả lá thư")
        #expect(names.count == 2 && Folder.exists(draft))
        _ = consume held
    }

    @Test("A link in the draft's place leads nowhere")
    func link() throws {
        let precious = "\(folder)/quý.txt"
        try Data("quý".utf8).write(to: URL(filePath: precious))
        try FileManager.default.createSymbolicLink(atPath: DurableWrite.draft(of: path), withDestinationPath: precious)
        try DurableWrite.replace(path, with: Array("cả lá thư".utf8))
        #expect(try String(contentsOfFile: precious, encoding: .utf8) == "quý")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "cả lá thư")
    }

    @Test("Many who write the same file at once leave one of their texts, whole, and nothing else")
    func together() async throws {
        let path = path
        let texts = (0..<8).map { [UInt8](repeating: UInt8(65 + $0), count: 200_000) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for text in texts { group.addTask { for _ in 0..<10 { try DurableWrite.replace(path, with: text) } } }
            try await group.waitForAll()
        }
        #expect(try texts.contains(DurableWrite.contents(of: path)))
        #expect(names == [long])
    }
}
