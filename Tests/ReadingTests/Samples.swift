import Foundation
import Records
import TestSupport

@testable import Reading

/// The sample scans of the checkout, and files made for one test.
enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../samples").standardizedFileURL

    static func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    static func read(_ name: String, page: Int = 1) throws -> PageReading {
        let path = folder.appending(path: name).path
        let examination = try FileExaminer().examine(path)
        return try PageRecogniser().read(PageRequest(path: path, mediaType: examination.mediaType, page: page, languages: "vie"))
    }

    /// Writes `bytes` to a file for the length of `body`.
    static func withFile<Result>(_ bytes: Data, _ body: (String) throws -> Result) throws -> Result {
        let file = TestRun.folder.appending(path: "reading-\(UUID().uuidString)")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    static func examine(_ bytes: Data) throws -> Examination { try withFile(bytes) { try FileExaminer().examine($0) } }

    /// Why the examination of `bytes` fails; nil when it does not.
    static func failure(_ bytes: Data) throws -> ReadingFailure? {
        do {
            _ = try examine(bytes)
            return nil
        } catch let failure as ReadingFailure { return failure }
    }
}
