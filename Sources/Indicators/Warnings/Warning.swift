package import Records

/// Something that a person should look at before an inspector does, with what is behind it.
package struct Warning: Sendable, Equatable, Codable {
    package enum Code: String, Sendable, Codable, CaseIterable {
        /// Nothing was taken, imported or reused in the month.
        case noUpdate = "no_update"
        /// The figure is lower than it was.
        case falls
        /// The figure moved further in a month than work explains.
        case jumps
        /// Records have waited for a person for too long.
        case backlogAges = "backlog_ages"
        /// Cases without any component on file, and without one that was reused.
        case caseWithoutComponents = "case_without_components"
        /// Items with more pages scanned than the inventory lists.
        case morePagesThanListed = "more_pages_than_listed"
        /// Items with two scans of one order number, or with fewer papers than their numbers or the inventory say.
        case paperNumbers = "paper_numbers"
        /// Records that stand in no case and no item, and so count nowhere.
        case unfiled
        /// Items and cases whose unit looks like a person, or is one of more units than an office has.
        case oddUnit = "odd_unit"
        /// Rows that the latest table no longer lists.
        case unlisted
    }

    package var code: Code
    /// The indicator that it is about; nil where it is about none.
    package var indicator: String?
    /// Subjects, or the change in points of a percent.
    package var count: Int
    /// Codes of cases, items or records, at most `Warning.longestList`.
    package var subjects: [String]

    package static let longestList = 1_000

    package init(code: Code, indicator: Indicator.Code? = nil, subjects: [String]) {
        self.code = code
        self.indicator = indicator?.rawValue
        count = subjects.count
        self.subjects = Array(subjects.prefix(Self.longestList))
    }

    /// - Parameter subjects: those of `count` that are named.
    package init(code: Code, count: Int, subjects: [String]) {
        self.init(code: code, subjects: subjects)
        self.count = count
    }

    package init(code: Code, indicator: Indicator.Code, points: Int, subjects: [String]) {
        self.init(code: code, indicator: indicator, subjects: subjects)
        count = points
    }
}
