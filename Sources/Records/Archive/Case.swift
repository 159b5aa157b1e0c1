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
    /// What the one-stop system itself says (`DuocSoHoa`, `DuocTaiSuDung`, `MaKetQuaThayThe`): reported, not evidenced. Nil when its
    /// table does not say.
    package var reportedDigitized: Bool?
    package var reportedReused: Bool?
    package var replacementResult: String?

    /// Reused by the one-stop system's own account: a component flagged so, or a result that stands in for one.
    package var isReportedReused: Bool? { replacementResult == nil ? reportedReused : true }

    package enum Channel: String, Sendable, Codable, CaseIterable { case counter, online, post }

    package init(
        caseCode: String, procedureCode: String? = nil, procedureName: String? = nil, unit: String? = nil, applicantName: String? = nil,
        applicantID: String? = nil, receivedOn: CalendarDate? = nil, closedOn: CalendarDate? = nil, channel: Channel? = nil,
        resultRequired: Bool? = nil, components: [String] = [], reportedDigitized: Bool? = nil, reportedReused: Bool? = nil,
        replacementResult: String? = nil
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
        self.reportedDigitized = reportedDigitized
        self.reportedReused = reportedReused
        self.replacementResult = replacementResult
    }
}

/// One case with what the catalogue holds for it.
package struct CaseProgress: Sendable, Equatable {
    package var file: Case
    package var figures: CaseFigures

    package init(file: Case, figures: CaseFigures) {
        self.file = file
        self.figures = figures
    }

    package init(file: Case, componentRecords: Int, resultRecords: Int, electronicResults: Int, reuses: Int) {
        self.init(
            file: file,
            figures: CaseFigures(
                unit: file.unit, receivedOn: file.receivedOn, resultRequired: file.resultRequired, components: componentRecords,
                results: resultRecords, electronicResults: electronicResults, reuses: reuses, reportedDigitized: file.reportedDigitized,
                reportedReused: file.isReportedReused))
    }
}
