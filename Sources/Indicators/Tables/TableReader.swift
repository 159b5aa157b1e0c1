import Foundation

/// Reads a table of one kind: the first row that is not blank is the header, every further one a row.
struct TableReader<Schema: TableSchema> {
    let schema: Schema

    func read(_ bytes: Data) throws(TableFailure) -> TableReading<Schema.Row> {
        let text = DelimitedText(try TableBytes.text(of: bytes))
        let gathering = Gathering(schema)
        try text.forEachRow { gathering.take(line: $0, $1) }
        return try gathering.reading()
    }

    /// The rows so far. A class, because the walk keeps the closure that it calls.
    private final class Gathering {
        private let schema: Schema
        private var header: Result<TableHeader<Schema.Column>, TableFailure>?
        private var result = TableReading<Schema.Row>()
        private var lineOfCode: [String: Int] = [:]

        init(_ schema: Schema) { self.schema = schema }

        func reading() throws(TableFailure) -> TableReading<Schema.Row> {
            guard let header else { throw .empty }
            _ = try header.get()
            return result
        }

        func take(line: Int, _ cells: [String]?) {
            if let cells, cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return }
            switch header {
            case nil: header = Self.header(cells, line: line)
            case .failure: break
            case .success(let header): takeRow(line: line, cells, header)
            }
        }

        private static func header(_ cells: [String]?, line: Int) -> Result<TableHeader<Schema.Column>, TableFailure> {
            guard let cells else { return .failure(.misquotedHeader(line: line)) }
            return Result { () throws(TableFailure) in try TableHeader(cells) }
        }

        private func takeRow(line: Int, _ cells: [String]?, _ header: TableHeader<Schema.Column>) {
            do throws(RowRefusal) {
                guard let cells else { throw RowRefusal("Dấu ngoặc kép đặt sai chỗ.") }
                let row = try schema.row(of: TableCells(cells, header: header))
                let code = schema.code(of: row)
                if let first = lineOfCode[code] { throw RowRefusal("Mã trùng với dòng \(first).") }
                lineOfCode[code] = line
                result.rows.append(row)
            } catch {
                result.refused.append(RefusedRow(line: line, reason: error.reason))
            }
        }
    }
}
