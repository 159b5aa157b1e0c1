/// One import of a table, which comes in batches so that a long table neither fills the memory nor holds others up.
package struct ImportRun: Sendable, Equatable {
    package var number: Int
    package var scope: Scope

    /// What the table is the whole of: rows that it should list and does not are marked, never deleted.
    package enum Scope: Sendable, Equatable {
        /// The inventory of a fonds.
        case inventory(fonds: String)
        /// The register, for the units and between the days of reception that stand in the table.
        case cases
    }

    package init(number: Int, scope: Scope) {
        self.number = number
        self.scope = scope
    }
}

/// A value with the line of the table that it stands on.
package struct ImportRow<Value: TableValue>: Sendable, Equatable {
    package var line: Int
    package var value: Value
    /// Columns that its table does not have: what is stored under them stays.
    package var absent: Set<Value.Column>

    package init(line: Int, value: Value, absent: Set<Value.Column> = []) {
        self.line = line
        self.value = value
        self.absent = absent
    }
}

/// What became of a batch.
package struct ImportBatch<Value: TableValue>: Sendable, Equatable {
    package var count: ImportCount
    /// Lines that bear a code which an earlier line of the same table bears, with that line. They were not taken.
    package var duplicates: [Int: Int]
    /// By line: rows that were there already, as they stand with what they keep under columns that the table does not have.
    package var completed: [Int: Value]

    package init(count: ImportCount, duplicates: [Int: Int], completed: [Int: Value] = [:]) {
        self.count = count
        self.duplicates = duplicates
        self.completed = completed
    }
}
