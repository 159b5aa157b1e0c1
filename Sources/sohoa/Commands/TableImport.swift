import DurableFiles
import Foundation
import Indicators
import Records

/// What the two imports share: reading a table row by row, taking it batch by batch, and saying what was taken and what was not.
struct TableImport<Row: TableValue> {
    let house: Installation
    let file: String
    let scope: ImportRun.Scope
    let who: String
    /// Whether the table is the whole of its scope, so that rows that it lacks are marked.
    let isWhole: Bool
    /// Looks up what the rows are held against, once it is this import's turn, and says how the table is opened.
    let opening: () async throws -> (TableOrigin) throws(TableFailure) -> TableWalk<Row>
    let take: (_ rows: [ImportRow<Row>], _ run: ImportRun) async throws -> ImportBatch<Row>

    /// Rows of one transaction: a few hundredths of a second, so that nobody waits for a long table.
    private static var batch: Int { 1_000 }

    func run() async throws -> ImportSummary {
        let turn = try await ImportTurn.taken(in: house.data)
        let source = try await TableSource.of(file, house)
        let bar = ProgressBar(total: source.lines, unit: Phrases.rowsWord)
        let open = try await opening()
        let walk: TableWalk<Row>
        do {
            // Twice through, so that a torn table takes nothing rather than its beginning.
            try source.check(open)
            walk = try source.open(open)
        } catch {
            throw Complaint("\(file): \(error.message)")
        }
        let summary = try await take(all: walk, bar)
        turn.end()
        return summary
    }

    private func take(all walk: TableWalk<Row>, _ bar: ProgressBar) async throws -> ImportSummary {
        var summary = ImportSummary()
        let beside = RefusedFile(table: file)
        let run = try await Complaint.fromCatalogue { try await house.catalogue.beginImport(scope, by: who, at: Date()) }
        do {
            try await takeBatches(of: walk, in: run, &summary, beside, bar)
        } catch {
            bar.clear()
            await leave(run, summary, beside)
            throw error
        }
        bar.clear()
        summary.remarks = walk.remarks
        // A row that was refused may stand for one that is there: then nothing is said to be missing.
        let counted = summary.count
        let isRest = RefusedFile.isOne(file)
        let marks = isWhole && summary.refused == 0 && !isRest
        summary.marks = marks
        summary.isUnmarkedForRefusals = isWhole && !isRest && !marks
        summary.isRest = isWhole && isRest
        summary.unlisted = try await Complaint.fromCatalogue {
            try await house.catalogue.endImport(run, counted: counted, marks: marks, by: who, at: Date())
        }
        summary.file = try beside.close()
        return summary
    }

    private func takeBatches(
        of walk: TableWalk<Row>, in run: ImportRun, _ summary: inout ImportSummary, _ beside: RefusedFile, _ bar: ProgressBar
    ) async throws {
        var rows: [ImportRow<Row>] = []
        var cells: [Int: [String]] = [:]
        while true {
            let step = try said { () throws(TableFailure) in try walk.next() }
            switch step {
            case .row(let row, _, let line, let own):
                rows.append(ImportRow(line: line, value: row, absent: walk.absentColumns))
                cells[line] = own
            case .refused(let row):
                summary.refuse(row)
                beside.add(row, header: walk.header)
            case nil: break
            }
            if rows.count >= Self.batch || (step == nil && !rows.isEmpty) {
                let taken = rows
                let batch = try await Complaint.fromCatalogue { try await take(taken, run) }
                summary.add(batch.count)
                for row in taken where batch.duplicates[row.line] == nil { walk.look(at: batch.completed[row.line] ?? row.value, line: row.line) }
                for (line, first) in batch.duplicates.sorted(by: { $0.key < $1.key }) {
                    let row = RefusedRow.duplicate(line: line, of: first, cells: cells[line] ?? [])
                    summary.refuse(row)
                    beside.add(row, header: walk.header)
                }
                bar.step(rows.count)
                (rows, cells) = ([], [:])
            }
            if step == nil { break }
        }
    }

    /// Ends an import that cannot go on: what it took stays, and is said.
    private func leave(_ run: ImportRun, _ summary: ImportSummary, _ beside: RefusedFile) async {
        _ = try? await house.catalogue.endImport(run, counted: summary.count, marks: false, by: who, at: Date())
        if let refused = try? beside.close() { StandardError.say(Phrases.refusedIn(refused)) }
        let taken = summary.count.added + summary.count.changed + summary.count.unchanged
        if taken > 0 { StandardError.say(Phrases.leftAfter(taken)) }
    }

    private func said<Value>(_ work: () throws(TableFailure) -> Value) throws -> Value {
        do { return try work() } catch { throw Complaint("\(file): \(error.message)") }
    }
}

/// What came of an import.
struct ImportSummary: Encodable {
    private(set) var count = ImportCount(added: 0, changed: 0, unchanged: 0)
    private(set) var refused = 0
    private(set) var told: [RefusedRow] = []
    var unlisted = 0
    /// Whether rows that the table lacks were looked for.
    var marks = false
    /// Whether they would have been, had no row been refused.
    var isUnmarkedForRefusals = false
    /// Whether they would have been, were the table not what was left of another.
    var isRest = false
    var remarks = TableRemarks()
    /// The file beside the table with the refused rows; nil where there are none.
    var file: String?

    /// Refused rows that are told one by one; all of them stand in the file beside.
    private static let tellAtMost = 1_000

    mutating func add(_ batch: ImportCount) {
        count.added += batch.added
        count.changed += batch.changed
        count.unchanged += batch.unchanged
    }

    mutating func refuse(_ row: RefusedRow) {
        refused += 1
        if told.count < Self.tellAtMost { told.append(RefusedRow(line: row.line, reason: row.reason)) }
    }

    private enum CodingKeys: String, CodingKey {
        case added, changed, unchanged, unlisted, refused
        case refusedFile = "refused_file"
        case marks = "unlisted_checked"
        case unknownColumns = "unknown_columns"
        case absentColumns = "absent_columns"
        case footers = "footer_rows"
        case headings = "heading_rows"
        case doubts
    }

    private struct Line: Encodable {
        let line: Int
        let reason: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(count.added, forKey: .added)
        try container.encode(count.changed, forKey: .changed)
        try container.encode(count.unchanged, forKey: .unchanged)
        try container.encode(unlisted, forKey: .unlisted)
        try container.encode(lines.map { Line(line: $0.line, reason: $0.reason) }, forKey: .refused)
        try container.encode(file, forKey: .refusedFile)
        try container.encode(marks, forKey: .marks)
        try container.encode(remarks.unknownColumns, forKey: .unknownColumns)
        try container.encode(remarks.absentColumns.map(\.name), forKey: .absentColumns)
        try container.encode(remarks.footers.count, forKey: .footers)
        try container.encode(remarks.headings.count, forKey: .headings)
        let doubts: [String: Int] = remarks.doubts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value.count }
        try container.encode(doubts, forKey: .doubts)
    }

    /// In the order of the table.
    private var lines: [RefusedRow] { told.sorted { $0.line < $1.line } }

    /// - Throws: `ExitStatus.setAside` when rows were refused, after they have been told.
    func tell(of table: String, json: Bool) throws {
        if json {
            try Answer(json: true).line(self)
        } else {
            try Answer.say(Phrases.imported(count, refused: refused))
            if unlisted > 0 { try Answer.say(Phrases.unlisted(unlisted)) }
            if isUnmarkedForRefusals { try Answer.say(Phrases.notMarked(refused)) }
            if isRest { try Answer.say(Phrases.notMarkedByRest) }
            for remark in Phrases.remarks(remarks, hadRows: count.changed + count.unchanged > 0) { try Answer.say(remark) }
        }
        for row in lines { StandardError.say("\(table):\(row.line): \(row.reason)") }
        if refused > told.count { StandardError.say(Phrases.moreRefused(refused - told.count)) }
        if let file { StandardError.say(Phrases.refusedIn(file)) }
        if refused > 0 { throw ExitStatus.setAside }
    }
}

/// The rows of a table that were not taken, in a CSV file beside it: mended there, they can be imported from there.
final class RefusedFile {
    private let path: String
    private var handle: FileHandle?
    private var failed = false

    init(table: String) { path = table + Self.ending }

    private static let ending = ".khong-nhan.csv"

    /// Whether a table is what was left of another: then it is a part, whatever is said of it.
    static func isOne(_ table: String) -> Bool { table.hasSuffix(ending) }

    func add(_ row: RefusedRow, header: [String]) {
        if handle == nil, !failed {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            handle = FileHandle(forWritingAtPath: path)
            failed = handle == nil
            write(["Dòng", "Lý do"] + header, mark: "\u{FEFF}")
        }
        write([String(row.line), row.reason] + row.cells, mark: "")
    }

    private func write(_ cells: [String], mark: String) {
        let line = cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        do { try handle?.write(contentsOf: Data((mark + line + "\r\n").utf8)) } catch { failed = true }
    }

    /// The file, where one was written; what an earlier import of the same table left is gone otherwise.
    func close() throws -> String? {
        guard let handle else {
            if failed { StandardError.say(Phrases.refusedFileNotWritten(path)) } else { try? FileManager.default.removeItem(atPath: path) }
            return nil
        }
        try? handle.close()
        if failed { StandardError.say(Phrases.refusedFileNotWritten(path)) }
        return failed ? nil : path
    }
}
