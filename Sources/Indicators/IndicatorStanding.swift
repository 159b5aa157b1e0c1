/// What one case or inventory item does to an indicator.
package enum IndicatorStanding: Sendable, Hashable {
    /// Counts in numerator and denominator.
    case counted
    /// Counts in the denominator only: what is still missing.
    case pending(Pending)
    /// Counts in neither.
    case excluded(Excluded)

    /// The first thing that is missing. Every pending subject has exactly one, so that they add up to denominator − numerator.
    package enum Pending: String, Sendable, CaseIterable {
        /// Item: no record is filed under it yet.
        case notStarted = "not_started"
        /// Item: the inventory gives no page count, so it can never be shown to be complete.
        case noPageCount = "no_page_count"
        /// Item: fewer pages are scanned than the inventory lists.
        case pagesMissing = "pages_missing"
        /// Item: a record waits for a person.
        case needsReview = "needs_review"
        /// Item: a record has no archival PDF.
        case noArchivalCopy = "no_archival_copy"
        /// Item: the original or the archival copy of a record is no longer what was taken. Case: likewise, and without it the case
        /// does not count.
        case fixityFailed = "fixity_failed"
        /// Case: no component is digitised.
        case notDigitized = "not_digitized"
        /// Case: a result paper is required, and none is on file.
        case resultMissing = "result_missing"
        /// Case: neither the register nor the table of procedures says whether a result paper is required, and none is on file.
        case resultUnknown = "result_unknown"
        /// Case: there is a result, but as a scan of paper.
        case resultScanned = "result_scanned"
        /// Case: no component was served from what is on file.
        case notReused = "not_reused"
    }

    /// Why something is not in the denominator.
    package enum Excluded: String, Sendable, CaseIterable {
        case secret, destroyed
        /// Case: no date of reception, so it belongs to no period.
        case noReceivedOn = "no_received_on"
        /// Case: its procedure requires no result paper.
        case noResultRequired = "no_result_required"
        /// Case: neither the register nor the table of procedures says whether a result paper is required.
        case resultUnknown = "result_unknown"
    }
}

extension IndicatorStanding {
    /// `counted`, `pending` or `excluded`.
    package var name: String {
        switch self {
        case .counted: "counted"
        case .pending: "pending"
        case .excluded: "excluded"
        }
    }

    /// What is missing, or why it is excluded; nil when it counts.
    package var why: String? {
        switch self {
        case .counted: nil
        case .pending(let pending): pending.rawValue
        case .excluded(let excluded): excluded.rawValue
        }
    }
}

/// One line of proof: a case or an inventory item, and what it does to the indicator.
package struct IndicatorEvidence: Sendable, Equatable {
    /// Code of the case or of the inventory item.
    package var subject: String
    /// Nil when it names no unit.
    package var unit: String?
    package var standing: IndicatorStanding
    /// Whether the one-stop system reports it; nil when its table does not say.
    package var isReported: Bool?

    package init(subject: String, unit: String?, standing: IndicatorStanding, isReported: Bool?) {
        self.subject = subject
        self.unit = unit
        self.standing = standing
        self.isReported = isReported
    }
}
