/// What a person should know of a table beside the rows that were refused: what was passed over, and what was taken and looks wrong.
package struct TableRemarks: Sendable, Equatable {
    /// Headings under which nothing is known, as written: what stands below them was not taken.
    package private(set) var unknownColumns: [String] = []
    /// Columns that the table does not have, in the order of the interface: rows that are there keep what stands in them.
    package private(set) var absentColumns: [Column] = []
    /// Totals and signatures, which are no rows.
    package private(set) var footers = Lines()
    /// Numbers of columns and headings of sections, which are no rows either.
    package private(set) var headings = Lines()
    package private(set) var doubts: [RowDoubt: Lines] = [:]

    /// A column that is known.
    package struct Column: Sendable, Equatable {
        /// As the interface names it.
        package let name: String
        /// As people name it, in Vietnamese where it has such a name.
        package let shownName: String
    }

    /// How many rows, and on which lines the first of them stand.
    package struct Lines: Sendable, Equatable {
        package private(set) var count = 0
        package private(set) var first: [Int] = []

        private static let shown = 5

        mutating func add(_ line: Int) {
            count += 1
            if first.count < Self.shown { first.append(line) }
        }
    }

    /// Headings that are kept: a table has some dozens of columns.
    private static let maximumColumns = 50

    package init() {}

    mutating func add(unknownColumns columns: [String]) {
        for column in columns where !unknownColumns.contains(column) && unknownColumns.count < Self.maximumColumns { unknownColumns.append(column) }
    }

    mutating func add(absentColumns columns: [Column]) {
        for column in columns where !absentColumns.contains(column) { absentColumns.append(column) }
    }

    mutating func add(footer line: Int) { footers.add(line) }
    mutating func add(heading line: Int) { headings.add(line) }

    mutating func add(_ doubt: RowDoubt?, line: Int) {
        if let doubt { doubts[doubt, default: Lines()].add(line) }
    }
}

/// What looks wrong with a row that was taken.
package enum RowDoubt: String, Sendable, CaseIterable {
    /// An item without a page count can never be done.
    case noPageCount = "no_page_count"
    /// A case without a day of reception counts in no period.
    case noReceivedOn = "no_received_on"
    /// The case is received on a day that is still to come: the year is mistyped, or the clock is wrong.
    case receivedInFuture = "received_in_future"
}
