/// What one case contributes to the indicators: no name and no number of a person, so that it may stand in the trail.
package struct CaseFigures: Sendable, Hashable, Codable {
    /// Nil when it names none.
    package var unit: String?
    package var receivedOn: CalendarDate?
    /// By the register, else by the table of procedures. Nil when neither says.
    package var resultRequired: Bool?
    /// Intact records filed under the case that are components (not results, not receipts).
    package var components: Int
    /// Intact records filed under the case that are result papers.
    package var results: Int
    /// Results that came as electronic documents (with a text layer of their own), not as scans.
    package var electronicResults: Int
    /// Components served from what is on file, by the ledger: not undone, and from a record that still stands.
    package var reuses: Int
    /// Records whose original or archival copy is no longer what was taken; they count as nothing else.
    package var damaged: Int
    /// What the one-stop system says of the case; nil when its table does not.
    package var reportedDigitized: Bool?
    package var reportedReused: Bool?
    /// The latest table of its period no longer lists it.
    package var isUnlisted: Bool

    package init(
        unit: String? = nil, receivedOn: CalendarDate? = nil, resultRequired: Bool? = nil, components: Int = 0, results: Int = 0,
        electronicResults: Int = 0, reuses: Int = 0, damaged: Int = 0, reportedDigitized: Bool? = nil, reportedReused: Bool? = nil,
        isUnlisted: Bool = false
    ) {
        self.unit = unit
        self.receivedOn = receivedOn
        self.resultRequired = resultRequired
        self.components = components
        self.results = results
        self.electronicResults = electronicResults
        self.reuses = reuses
        self.damaged = damaged
        self.reportedDigitized = reportedDigitized
        self.reportedReused = reportedReused
        self.isUnlisted = isUnlisted
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case unit
        case receivedOn = "received_on"
        case resultRequired = "result_required"
        case components, results
        case electronicResults = "electronic_results"
        case reuses, damaged
        case reportedDigitized = "reported_digitized"
        case reportedReused = "reported_reused"
        case isUnlisted = "unlisted"
    }
}

/// Cases that contribute the same to a period, counted together: their counts are 0 or 1, their day of reception is the period's first
/// (of all time any day).
package struct CaseGroup: Sendable, Equatable {
    package var figures: CaseFigures
    package var cases: Int

    package init(figures: CaseFigures, cases: Int = 1) {
        self.figures = figures
        self.cases = cases
    }
}
