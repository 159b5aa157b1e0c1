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
        /// Of what is reused, where nothing is wrong with it.
        package var remarks: [ReuseRemark]
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
        /// What was reused bears the applicant's name with other marks, and nothing else to compare by.
        case otherMarks = "other_marks"
        /// What was reused and the case have nothing in common by which the person could be compared.
        case personUnknown = "person_unknown"
        /// The paper is of no form that serves the component.
        case otherForm = "other_form"
        /// It waits for a person, or what it is could not be read.
        case unread
        /// A result paper whose day of issue is not known, so neither is whether the case brought it about.
        case undated
        /// Its original or archival copy is no longer what was taken.
        case damaged
        /// What was reused has been rejected since.
        case rejected
        /// What was reused is held back or withdrawn.
        case gone
        /// The table says that such a component is made for each case, or only shown.
        case notReusable = "not_reusable"
    }

    package enum Result: String, Sendable, CaseIterable {
        case onFile = "on_file"
        case missing, doubtful
        case notRequired = "not_required"
        case unknown
    }

    /// Reuse of a component that the case does not ask for.
    package struct OtherReuse: Sendable, Equatable {
        package var event: ReuseEvent
        package var doubts: [Doubt]
        package var remarks: [ReuseRemark]
    }

    package let components: [Component]
    package let result: Result
    package let resultRecords: [String]
    /// What speaks against the result papers, where none is sound.
    package let resultDoubts: [Doubt]
    package let otherReuses: [OtherReuse]
    /// Records of the case that serve no component and are no result: receipts, and what was not understood.
    package let others: [String]
    /// How the case stands to each indicator.
    package let standings: [(code: Indicator.Code, standing: IndicatorStanding)]

    /// - Parameters:
    ///   - records: filed under the case.
    ///   - reuses: the case's ledger, with undoings.
    ///   - sources: the records that the ledger names, as far as they are there.
    ///   - damaged: those among the records whose files have changed.
    package init(
        progress: CaseProgress, asked: CaseComponents, roles: PaperRoles, records: [Record], reuses: [ReuseEvent], sources: [Record],
        damaged: Set<String> = [], today: CalendarDate
    ) {
        let file = progress.file
        let undone = Set(reuses.compactMap(\.undoes))
        let active = reuses.filter { $0.undoes == nil && !undone.contains($0.id) }
        let judge = Judge(file: file, day: file.receivedOn ?? today, sources: sources, damaged: damaged)
        let results = records.filter { roles.role(of: $0, in: file) == .result }
        let isResult = Set(results.map(\.id))
        let papers = records.filter { !isResult.contains($0.id) }
        components = asked.components.map { component in
            judge.line(
                component, own: papers.filter { component.forms.contains($0.form) }, reuses: active.filter { $0.component == component.code })
        }
        let known = Set(asked.components.map(\.code))
        otherReuses = active.filter { !known.contains($0.component) }.map {
            OtherReuse(event: $0, doubts: judge.doubts(of: $0, for: nil), remarks: judge.remarks(on: [$0]))
        }
        resultRecords = results.map(\.id)
        let resultDoubts = results.map(judge.doubts(ofResult:))
        let isSound = resultDoubts.contains([])
        self.resultDoubts = isSound ? [] : Doubt.allCases.filter(Set(resultDoubts.joined()).contains)
        switch progress.figures.resultRequired {
        case _ where !results.isEmpty: result = isSound ? .onFile : .doubtful
        case true: result = .missing
        case false: result = .notRequired
        case nil: result = .unknown
        }
        let serving = Set(components.flatMap(\.records))
        others = papers.map(\.id).filter { !serving.contains($0) }
        standings = [Indicator.Code.tthcDigitized, .tthcResultElectronic, .dataReused].compactMap { code in
            IndicatorRule.standing(of: progress.figures, for: code, in: .all).map { (code: code, standing: $0) }
        }
    }
}

/// What speaks against the papers of a case.
private struct Judge {
    let file: Case
    /// On which papers must be valid.
    let day: CalendarDate
    let sources: [Record]
    let damaged: Set<String>

    func line(_ component: Procedure.Component, own: [Record], reuses: [ReuseEvent]) -> CaseSheet.Component {
        let ownDoubts = own.map { doubts(of: $0) + (component.validity(of: $0, on: day) == .expired ? [.expired] : []) }
        let reuseDoubts = reuses.map { doubts(of: $0, for: component) }
        let all = ownDoubts + reuseDoubts
        let state: CaseSheet.State
        if ownDoubts.contains([]) {
            state = .onFile
        } else if reuseDoubts.contains([]) {
            state = .reused
        } else {
            state = !all.isEmpty ? .doubtful : component.reuse == .shown ? .shown : .missing
        }
        return CaseSheet.Component(
            component: component, state: state, records: own.map(\.id), reused: reuses.map(\.fromRecord),
            doubts: state == .doubtful ? CaseSheet.Doubt.allCases.filter(Set(all.joined()).contains) : [], remarks: remarks(on: reuses))
    }

    func remarks(on reuses: [ReuseEvent]) -> [ReuseRemark] {
        let isLater = reuses.contains { event in sources.contains { $0.id == event.fromRecord && $0.isTakenLater(than: file) } }
        return isLater ? [.takenLater] : []
    }

    /// Of any paper.
    func doubts(of record: Record) -> [CaseSheet.Doubt] {
        (record.status == .needsReview ? [.unread] : []) + (damaged.contains(record.id) ? [.damaged] : [])
    }

    func doubts(ofResult record: Record) -> [CaseSheet.Doubt] {
        let isDated = file.receivedOn == nil || record.fields.issuedOn.flatMap { CalendarDate($0.value) } != nil
        return doubts(of: record) + (isDated ? [] : [.undated])
    }

    /// Papers of others belong in a case of one's own (a mother's, a spouse's); a reused one must be the applicant's. What a person has given a
    /// reason for when it was written is no doubt; what became of the paper since is.
    func doubts(of event: ReuseEvent, for component: Procedure.Component?) -> [CaseSheet.Doubt] {
        guard let source = sources.first(where: { $0.id == event.fromRecord }) else { return [.gone] }
        var doubts = doubts(of: source)
        if source.status == .rejected { doubts.append(.rejected) }
        if let component, component.reuse != .allowed { doubts.append(.notReusable) }
        guard event.because == nil else { return doubts }
        switch source.owner(comparedWith: file) {
        case .another: doubts.append(.anotherPerson)
        case .similarName: doubts.append(.otherMarks)
        case .unknown: doubts.append(.personUnknown)
        case .sameNumber, .sameNameAndBirth, .sameName: break
        }
        for doubt in component?.doubts(of: source, on: day) ?? [] { doubts.append(doubt == .expired ? .expired : .otherForm) }
        return doubts
    }
}
