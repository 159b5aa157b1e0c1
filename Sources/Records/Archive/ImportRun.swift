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
package struct ImportRow<Value: Sendable & Equatable>: Sendable, Equatable {
    package var line: Int
    package var value: Value

    package init(line: Int, value: Value) {
        self.line = line
        self.value = value
    }
}

/// What became of a batch.
package struct ImportBatch: Sendable, Equatable {
    package var count: ImportCount
    /// Lines that bear a code which an earlier line of the same table bears, with that line. They were not taken.
    package var duplicates: [Int: Int]

    package init(count: ImportCount, duplicates: [Int: Int]) {
        self.count = count
        self.duplicates = duplicates
    }
}
