/// An administrative-procedure case (hồ sơ TTHC) as the one-stop office registered it.
package struct Case: Sendable, Equatable, Codable {
    package var caseCode: String
    package var procedureCode: String?
    package var procedureName: String?
    package var unit: String?
    package var applicantName: String?
    package var applicantID: String?
    /// Ngày tiếp nhận: decides the period. A case without one is not counted in any period.
    package var receivedOn: CalendarDate?
    package var closedOn: CalendarDate?
    package var channel: Channel?
    /// Nil when the register does not say.
    package var resultRequired: Bool?
    /// Codes of the components (thành phần hồ sơ).
    package var components: [String]

    package enum Channel: String, Sendable, Codable, CaseIterable { case counter, online, post }

    package init(
        caseCode: String, procedureCode: String? = nil, procedureName: String? = nil, unit: String? = nil, applicantName: String? = nil,
        applicantID: String? = nil, receivedOn: CalendarDate? = nil, closedOn: CalendarDate? = nil, channel: Channel? = nil,
        resultRequired: Bool? = nil, components: [String] = []
    ) {
        self.caseCode = caseCode
        self.procedureCode = procedureCode
        self.procedureName = procedureName
        self.unit = unit
        self.applicantName = applicantName
        self.applicantID = applicantID
        self.receivedOn = receivedOn
        self.closedOn = closedOn
        self.channel = channel
        self.resultRequired = resultRequired
        self.components = components
    }
}

/// What the catalogue holds for one case, as the indicators need it.
package struct CaseProgress: Sendable, Equatable {
    package var file: Case
    /// Records filed under the case that are components (not results, not receipts).
    package var componentRecords: Int
    /// Records filed under the case that are result papers.
    package var resultRecords: Int
    /// Result records that came as electronic documents (with a text layer of their own), not as scans.
    package var electronicResults: Int
    package var reuses: Int

    package init(file: Case, componentRecords: Int, resultRecords: Int, electronicResults: Int, reuses: Int) {
        self.file = file
        self.componentRecords = componentRecords
        self.resultRecords = resultRecords
        self.electronicResults = electronicResults
        self.reuses = reuses
    }
}
