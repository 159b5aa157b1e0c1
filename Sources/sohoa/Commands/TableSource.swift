import DurableFiles
import Foundation
import Indicators
import Logging
import Pipeline
import Records

/// Where the rows of a table come from: a CSV file as it is; a workbook by way of a worker process, which alone parses it and writes its rows
/// down in the data folder. They name people, so their file has no name any more once it is open.
struct TableSource: ~Copyable {
    private let origin: TableOrigin
    private let rows: HeldFile?

    static func of(_ file: String, _ house: Installation) async throws -> TableSource {
        guard isArchive(file) else { return TableSource(origin: .file(file), rows: nil) }
        do {
            let rows = try HeldFile(in: house.data, beginning: Installation.rowsOfTables, ending: ".jsonl")
            let output = rows.path
            try await house.withWorker { workers in
                try await workers.writeRows(ofWorkbook: URL(fileURLWithPath: file).path, to: output)
            }
            return TableSource(origin: .workbookRows(output), rows: rows)
        } catch let failure as ReadingFailure {
            throw Complaint("\(file): \(Phrases.notAWorkbook(failure.code))")
        } catch let failure as FileFailure {
            throw Complaint(Phrases.cannotUseData(house.data, failure.cause))
        }
    }

    /// Throws where it cannot be read to its end.
    func check<Row>(_ open: (TableOrigin) throws(TableFailure) -> TableWalk<Row>) throws(TableFailure) { try open(origin).checkForm() }

    consuming func open<Row>(_ open: (TableOrigin) throws(TableFailure) -> TableWalk<Row>) throws(TableFailure) -> TableWalk<Row> {
        try open(origin)
    }

    /// Lines of the file, for the bar.
    var lines: Int {
        switch origin {
        case .bytes(let bytes): return bytes.count { $0 == UInt8(ascii: "\n") }
        case .file(let path), .workbookRows(let path):
            guard StandardError.isTerminal, let handle = FileHandle(forReadingAtPath: path) else { return 0 }
            var lines = 0
            while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty { lines += chunk.count { $0 == UInt8(ascii: "\n") } }
            return lines
        }
    }

    private static func isArchive(_ file: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: file), let start = try? handle.read(upToCount: 4) else { return false }
        return start == Data([0x50, 0x4B, 0x03, 0x04])
    }
}

extension Installation {
    /// How files begin that lie in the data folder for a moment.
    static let rowsOfTables = ".table-"
    static let draftsOfReports = ".report-"

    /// Runs `work` with one worker process, which ends with it.
    func withWorker(_ work: @Sendable @escaping (WorkerPool) async throws -> Void) async throws {
        var house = self
        house.configuration.workers = 1
        let pool = house.workers(ReadingMeter(), log: Self.log(level: .critical))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            group.addTask { try await work(pool) }
            // The pool never ends by itself: whichever ends first is the work.
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
