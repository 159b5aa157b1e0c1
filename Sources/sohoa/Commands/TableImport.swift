import Foundation
import Indicators
import Records

/// What the two imports share: reading a table, and saying what was taken and what was not.
enum TableImport {
    static var user: String { ProcessInfo.processInfo.environment["USER"] ?? "uid \(getuid())" }

    static func read<Row>(_ file: String, by reader: (String) throws(TableFailure) -> TableReading<Row>) throws -> TableReading<Row> {
        do { return try reader(file) } catch { throw Complaint("\(file): \(error.message)") }
    }

    private struct RefusedLine: Encodable {
        let line: Int
        let reason: String
    }

    private struct Summary: Encodable {
        let added: Int
        let changed: Int
        let unchanged: Int
        let refused: [RefusedLine]
    }

    /// - Throws: `ExitStatus.setAside` when rows were refused, after they have been told.
    static func tell(_ count: ImportCount, refused: [RefusedRow], of file: String, json: Bool) throws {
        let lines = refused.map { RefusedLine(line: $0.line, reason: $0.reason) }
        if json {
            try Answer(json: true).line(Summary(added: count.added, changed: count.changed, unchanged: count.unchanged, refused: lines))
        } else {
            try Answer.say(Phrases.imported(count, refused: refused.count))
        }
        for line in lines { StandardError.say("\(file):\(line.line): \(line.reason)") }
        if !refused.isEmpty { throw ExitStatus.setAside }
    }
}
