/// A row that cannot be taken.
package struct RefusedRow: Sendable, Equatable {
    /// The line of the file on which the row begins, from 1.
    package var line: Int
    /// One Vietnamese sentence. It never repeats what the cell says, which may be a person's name.
    package var reason: String
    /// As the table has them, for the file beside it.
    package var cells: [String]

    package init(line: Int, reason: String, cells: [String] = []) {
        self.line = line
        self.reason = reason
        self.cells = cells
    }

    package static func duplicate(line: Int, of first: Int, cells: [String]) -> RefusedRow {
        RefusedRow(line: line, reason: "Mã trùng với dòng \(first).", cells: cells)
    }
}
