/// How often a field was given, and given rightly, among papers of one kind.
package struct FieldTally: Sendable, Equatable {
    package var right = 0
    /// Of those: letter by letter as printed.
    package var exact = 0
    package var wrong = 0
    package var missing = 0
    /// Given where nothing is printed.
    package var invented = 0

    package var printed: Int { right + wrong + missing }
    package var given: Int { right + wrong + invented }
    /// Of the values given, how many are right; nil when none was.
    package var precision: Double? { given == 0 ? nil : Double(right) / Double(given) }
    /// Of the values printed, how many were given rightly; nil when none is.
    package var recall: Double? { printed == 0 ? nil : Double(right) / Double(printed) }
    /// Of the values printed, how many were given letter by letter.
    package var exactMatch: Double? { printed == 0 ? nil : Double(exact) / Double(printed) }

    static func += (sum: inout FieldTally, other: FieldTally) {
        sum.right += other.right
        sum.exact += other.exact
        sum.wrong += other.wrong
        sum.missing += other.missing
        sum.invented += other.invented
    }
}

/// Which papers a tally is about.
package struct FieldKey: Sendable, Hashable, Comparable {
    /// `van_ban` for documents, `tthc` for papers of procedures.
    package var family: String
    /// The type that the paper is of, as its truth calls it; nil for all types together.
    package var type: String?
    /// `clean`, `office`, `poor`; nil for all levels together.
    package var level: String?
    package var field: String

    private var order: [String] { [family, type ?? "", level ?? "", field] }
    package static func < (a: FieldKey, b: FieldKey) -> Bool { a.order.lexicographicallyPrecedes(b.order) }
}
