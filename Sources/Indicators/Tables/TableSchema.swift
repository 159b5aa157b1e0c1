import Foundation
import Records

/// One kind of table: its columns, and how a row becomes a value.
protocol TableSchema: SendableMetatype {
    associatedtype Row: TableValue where Row.Column == Column
    associatedtype Column: TableColumn

    func row(of cells: TableCells<Column>) throws(RowRefusal) -> Row
    /// Where the code stands that no two rows share.
    static var codeColumn: Column { get }
    func code(of row: Row) -> String
    /// What looks wrong with a row that is taken nevertheless.
    func doubt(of row: Row) -> RowDoubt?
    /// Why a table under such a header is another kind's, though it has the columns that must not lack.
    func misplaced(_ header: [String]) -> TableFailure?
}

extension TableSchema {
    func misplaced(_ header: [String]) -> TableFailure? { nil }
}

/// A column by every header under which it is known.
protocol TableColumn: Hashable, CaseIterable, Sendable, SendableMetatype {
    /// The name of the interface first, then its name in Vietnamese, then others in use. The earlier wins where two stand in one header.
    var names: [String] { get }
    /// A table without the column is refused whole, a row with an empty cell by itself.
    var isRequired: Bool { get }
}

extension TableColumn {
    /// As messages call it: `file_code (Mã hồ sơ)`.
    var shownName: String { names.count > 1 ? "\(names[0]) (\(names[1]))" : names[0] }
}

/// Why a row cannot be taken, in Vietnamese.
struct RowRefusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// Which cell of a row holds which column.
struct TableHeader<Column: TableColumn> {
    let places: [Column: Int]
    /// Cells of a whole row.
    let width: Int
    /// The cells as written.
    let cells: [String]

    /// Any row may be asked whether it is the header.
    init(_ cells: [String]) {
        let headers = cells.map(Self.comparable)
        var places: [Column: Int] = [:]
        for column in Column.allCases {
            places[column] = column.names.lazy.compactMap { headers.firstIndex(of: Self.comparable($0)) }.first
        }
        self.places = places
        self.cells = cells
        width = headers.count
    }

    /// Headings under which nothing is known, but for the number of the row and remarks, which every table has, and what the file of refused rows
    /// adds of its own.
    var unknown: [String] {
        let known = Set(places.values)
        return cells.enumerated().compactMap { index, cell in
            let name = VietnameseText.squashed(cell)
            return known.contains(index) || name.isEmpty || Self.usual.contains(Self.comparable(name)) ? nil : String(name.prefix(Self.longestName))
        }
    }

    private static var usual: Set<String> { ["stt", "tt", "so tt", "so thu tu", "ghi chu", "dong", "ly do"] }
    /// Characters of a heading that are shown.
    private static var longestName: Int { 40 }

    /// Columns of this kind of table that it does not have.
    var absent: Set<Column> { Set(Column.allCases.filter { places[$0] == nil }) }

    var missing: [Column] { Column.allCases.filter { $0.isRequired && places[$0] == nil } }

    /// Letters and digits without marks or case: `Mã hồ sơ (*)`, `MA HO SO` and `ma_ho_so` are one.
    private static func comparable(_ name: String) -> String {
        VietnameseText.folded(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
