package import Foundation
package import Records

/// Walks a table row by row, in memory that does not grow with it: finds the header below titles and remarks, and makes each further
/// row a value or a refusal.
///
/// A workbook may hold several sheets with a header of their own; sheets without one are passed over where another has one.
package final class TableWalk<Row: TableValue> {
    private var source: any RowSource
    private let reader: any RowReader<Row>
    /// Rows of the present sheet that were looked at for a header and are still to be taken.
    private var waiting: [SourceRow] = []
    /// The first row of the next sheet, met while this one's header was looked for.
    private var held: SourceRow?
    private var sheet: String??
    private var hasHeader = false
    private var foundAny = false
    private var failure: TableFailure?
    private var rows = 0
    private var malformed = 0
    private var sheets = 0
    private var footer = TableFooter()
    /// Of what was read so far.
    package private(set) var remarks = TableRemarks()

    init(_ source: any RowSource, _ reader: any RowReader<Row>) {
        self.source = source
        self.reader = reader
    }

    /// The header as written, of the present sheet.
    package var header: [String] { reader.header }

    /// The columns that the present sheet does not have.
    package var absentColumns: Set<Row.Column> { reader.absentColumns }

    /// Notes what looks wrong with a row as it stands once it is taken: a column that the table does not have may be filled already.
    package func look(at row: Row, line: Int) { remarks.add(reader.doubt(of: row), line: line) }

    /// What comes next: a value with its line, or a row that cannot be taken. Nil at the end.
    package func next() throws(TableFailure) -> TableStep<Row>? {
        while true {
            guard let row = try waiting.isEmpty ? pull() : waiting.removeFirst() else {
                if foundAny { return nil }
                throw failure ?? .empty
            }
            guard hasHeader, !row.isBlank else { continue }
            if let cells = row.cells {
                let code = reader.code(in: cells)
                if TableHeadings.isSection(cells, code: code) {
                    remarks.add(heading: row.line)
                    continue
                }
                if footer.holds(cells, code: code) {
                    remarks.add(footer: row.line)
                    continue
                }
            }
            return step(row)
        }
    }

    /// Reads the source to its end, and uses this walk up: throws what keeps it from being read whole (an open quote, another encoding, too many
    /// rows), before a row of it is taken.
    package func checkForm() throws(TableFailure) {
        while try take() != nil {}
    }

    /// The next row of the source; at the beginning of a sheet its header is looked for first.
    private func pull() throws(TableFailure) -> SourceRow? {
        guard let row = try take() else { return nil }
        guard sheet != .some(row.sheet) else { return row }
        sheet = .some(row.sheet)
        sheets += 1
        try findHeader(from: row)
        return waiting.isEmpty ? try pull() : waiting.removeFirst()
    }

    private func take() throws(TableFailure) -> SourceRow? {
        if let row = held {
            held = nil
            return row
        }
        guard let row = try source.next() else { return nil }
        rows += 1
        guard rows <= TableLimits.maximumRows else { throw .tooManyRows }
        if row.cells == nil { malformed += 1 }
        guard malformed <= TableLimits.maximumMalformedRows else { throw .tooManyMalformed }
        return row
    }

    private func findHeader(from first: SourceRow) throws(TableFailure) {
        var seen: [SourceRow] = first.isBlank ? [] : [first]
        var next: SourceRow?
        while seen.count < TableLimits.rowsBeforeHeader, let row = try take() {
            if row.sheet != first.sheet {
                next = row
                break
            }
            if !row.isBlank { seen.append(row) }
        }
        hasHeader = false
        let found = seen.enumerated().compactMap { index, row in
            row.cells.map { (index: index, columns: reader.columns(in: $0), missing: reader.missing(in: $0)) }
        }
        let best = found.filter(\.missing.isEmpty).max { ($0.columns, -$0.index) < ($1.columns, -$1.index) }
        if let best, let cells = seen[best.index].cells {
            waiting = Array(seen[(best.index + 1)...])
            if let failure = reader.misplaced(cells) { throw failure }
            use(header: cells)
            footer = TableFooter()
            (hasHeader, foundAny) = (true, true)
        } else if failure == nil, let first = seen.first {
            let closest = found.max { ($0.columns, -$0.index) < ($1.columns, -$1.index) }
            let misquoted = seen.first { $0.cells == nil }
            let lacking: TableFailure? = closest.flatMap { $0.columns == 0 && misquoted != nil ? nil : .missingColumns($0.missing) }
            failure = lacking ?? .misquotedHeader(line: (misquoted ?? first).line)
        }
        held = next
    }

    /// The header, with the second line that it may have and without the numbers of the columns that may stand below.
    private func use(header cells: [String]) {
        var header = cells
        if let below = waiting.first?.cells, let joined = TableHeadings.joined(header, below, columns: reader.columns(in:)) {
            header = joined
            waiting.removeFirst()
        }
        if let below = waiting.first, let cells = below.cells, TableHeadings.isNumbering(cells) {
            remarks.add(heading: below.line)
            waiting.removeFirst()
        }
        reader.use(header: header)
        remarks.add(unknownColumns: reader.unknownColumns)
        remarks.add(absentColumns: reader.namesOfAbsentColumns)
    }

    private func step(_ row: SourceRow) -> TableStep<Row> {
        do throws(RowRefusal) {
            guard let cells = row.cells else { throw RowRefusal("Dấu ngoặc kép đặt sai chỗ.") }
            let (value, code) = try reader.row(of: cells)
            return .row(value, code: code, line: row.line, cells: cells)
        } catch {
            let place = sheets > 1 ? row.sheet.map { "Trang tính \($0): " } ?? "" : ""
            return .refused(RefusedRow(line: row.line, reason: place + error.reason, cells: row.cells ?? []))
        }
    }
}

/// What one row of a table came to.
package enum TableStep<Row: TableValue> {
    case row(Row, code: String, line: Int, cells: [String])
    case refused(RefusedRow)
}

extension SourceRow {
    fileprivate var isBlank: Bool { cells.map { $0.allSatisfy { $0.allSatisfy(\.isWhitespace) } } ?? false }
}

/// How a kind of table is read, whatever its columns are.
protocol RowReader<Row>: AnyObject {
    associatedtype Row: TableValue

    /// How many columns are known in these cells, as a header.
    func columns(in cells: [String]) -> Int
    /// The required columns that they lack.
    func missing(in cells: [String]) -> [String]
    /// Why a table under such a header is none of this kind.
    func misplaced(_ header: [String]) -> TableFailure?
    func use(header cells: [String])
    var header: [String] { get }
    /// Headings of it that are no column.
    var unknownColumns: [String] { get }
    var absentColumns: Set<Row.Column> { get }
    /// As the interface names them, and as people do, in the order of the interface.
    var namesOfAbsentColumns: [TableRemarks.Column] { get }
    /// What stands in the column of codes.
    func code(in cells: [String]) -> String
    func row(of cells: [String]) throws(RowRefusal) -> (Row, code: String)
    func doubt(of row: Row) -> RowDoubt?
}

/// Reads by a schema.
final class SchemaReader<Schema: TableSchema>: RowReader {
    private let schema: Schema
    private var columns = TableHeader<Schema.Column>([])
    private(set) var absentColumns: Set<Schema.Column> = []

    init(_ schema: Schema) { self.schema = schema }

    func columns(in cells: [String]) -> Int { TableHeader<Schema.Column>(cells).places.count }
    func missing(in cells: [String]) -> [String] { TableHeader<Schema.Column>(cells).missing.map(\.shownName) }
    func misplaced(_ header: [String]) -> TableFailure? { schema.misplaced(header) }
    func use(header cells: [String]) {
        columns = TableHeader(cells)
        absentColumns = columns.absent
    }
    var header: [String] { columns.cells }
    var unknownColumns: [String] { columns.unknown }
    var namesOfAbsentColumns: [TableRemarks.Column] {
        Schema.Column.allCases.filter(absentColumns.contains).map {
            .init(name: $0.names[0], shownName: $0.names.count > 1 ? $0.names[1] : $0.names[0])
        }
    }

    func code(in cells: [String]) -> String {
        columns.places[Schema.codeColumn].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
    }

    func row(of cells: [String]) throws(RowRefusal) -> (Schema.Row, code: String) {
        let row = try schema.row(of: TableCells(cells, header: columns))
        return (row, schema.code(of: row))
    }

    func doubt(of row: Schema.Row) -> RowDoubt? { schema.doubt(of: row) }
}

/// Where a table is read from.
package enum TableOrigin: Sendable {
    case bytes(Data)
    /// A CSV file.
    case file(String)
    /// What a worker wrote down of a workbook.
    case workbookRows(String)
}

extension TableSchema {
    func walk(_ origin: TableOrigin) throws(TableFailure) -> TableWalk<Row> {
        let reader = SchemaReader(self)
        switch origin {
        case .bytes(let bytes): return TableWalk(try DelimitedRows(ByteFeed(bytes), matches: reader.columns(in:)), reader)
        case .file(let path): return TableWalk(try DelimitedRows(ByteFeed(contentsOf: path), matches: reader.columns(in:)), reader)
        case .workbookRows(let path): return TableWalk(SheetRows(try ByteFeed(contentsOf: path)), reader)
        }
    }
}
