package import Records

/// One case at a glance: each component on file, reused, missing or doubtful, the result, and what keeps it from counting. Pure.
package struct CaseSheet: Sendable {
    package struct Component: Sendable, Equatable {
        package var component: Procedure.Component
        package var state: State
        /// Records of this case that serve.
        package var records: [String]
        /// Records of other cases that serve by the ledger.
        package var reused: [String]
        package var doubts: [Doubt]
    }

    package enum State: String, Sendable, CaseIterable {
        case onFile = "on_file"
        case reused, missing, doubtful
        /// Only shown at the counter: nothing is kept.
        case shown
    }

    package enum Doubt: String, Sendable, CaseIterable {
        case expired
        case anotherPerson = "another_person"
        /// It waits for a person, or what it is could not be read.
        case unread
    }

    package enum Result: String, Sendable, CaseIterable {
        case onFile = "on_file"
        case missing
        case notRequired = "not_required"
        case unknown
    }

    package let components: [Component]
    package let result: Result
    package let resultRecords: [String]
    /// Records of the case that serve no component and are no result: receipts, and what was not understood.
    package let others: [String]
    /// How the case stands to each indicator.
    package let standings: [(code: Indicator.Code, standing: IndicatorStanding)]

    /// - Parameters:
    ///   - records: filed under the case.
    ///   - reuses: the case's ledger, with undoings.
    ///   - sources: the records that the ledger names.
    package init(
        progress: CaseProgress, asked: CaseComponents, roles: PaperRoles, records: [Record], reuses: [ReuseEvent], sources: [Record],
        today: CalendarDate
    ) {
        let file = progress.file
        let day = file.receivedOn ?? today
        let undone = Set(reuses.compactMap(\.undoes))
        let active = reuses.filter { $0.undoes == nil && !undone.contains($0.id) }
        let results = records.filter { roles.role(of: $0.form, procedure: file.procedureCode) == .result }
        let isResult = Set(results.map(\.id))
        let papers = records.filter { !isResult.contains($0.id) }
        components = asked.components.map { component in
            let own = papers.filter { component.forms.contains($0.form) }
            let events = active.filter { $0.component == component.code }
            let used = sources.filter { source in events.contains { $0.fromRecord == source.id } }
            let all = own + used
            let sound = all.filter { Self.doubts(of: $0, for: component, file: file, on: day, isReused: used.contains($0), events).isEmpty }
            let doubts = all.flatMap { Self.doubts(of: $0, for: component, file: file, on: day, isReused: used.contains($0), events) }
            let state: State =
                !sound.isEmpty
                ? (sound.contains { own.contains($0) } ? .onFile : .reused)
                : !all.isEmpty ? .doubtful : component.reuse == .shown ? .shown : .missing
            return Component(
                component: component, state: state, records: own.map(\.id), reused: used.map(\.id),
                doubts: Doubt.allCases.filter { sound.isEmpty && doubts.contains($0) })
        }
        resultRecords = results.map(\.id)
        result = !results.isEmpty ? .onFile : file.resultRequired == false ? .notRequired : file.resultRequired == true ? .missing : .unknown
        let serving = Set(components.flatMap(\.records))
        others = papers.map(\.id).filter { !serving.contains($0) }
        standings = [Indicator.Code.tthcDigitized, .tthcResultElectronic, .dataReused].compactMap { code in
            IndicatorRule.standing(of: progress.figures, for: code, in: .all).map { (code: code, standing: $0) }
        }
    }

    private static func doubts(
        of record: Record, for component: Procedure.Component, file: Case, on day: CalendarDate, isReused: Bool, _ events: [ReuseEvent]
    ) -> [Doubt] {
        var doubts: [Doubt] = []
        let issued = record.fields.issuedOn.flatMap { CalendarDate($0.value) }
        if let months = component.validMonths, let end = issued?.adding(months: months), end < day { doubts.append(.expired) }
        let isExplained = events.contains { $0.fromRecord == record.id && $0.because != nil }
        // Papers of others belong in a case of one's own (a mother's, a spouse's); a reused one must be the applicant's.
        if isReused, !isExplained, record.owner(comparedWith: file) == .another { doubts.append(.anotherPerson) }
        if record.status == .needsReview { doubts.append(.unread) }
        return doubts
    }
}
