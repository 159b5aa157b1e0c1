package import Records

/// Finds what is on file for the applicant of a case and fits a component of its procedure. Pure.
package struct ReuseFinder: Sendable {
    private let file: Case
    private let components: [Procedure.Component]
    private let day: CalendarDate

    /// - Parameter today: the day on which papers must be valid where the case has no day of reception.
    package init(file: Case, asking asked: CaseComponents, today: CalendarDate) {
        self.file = file
        components = asked.components
        day = file.receivedOn ?? today
    }

    /// Offers by component, in the order of the procedure; within one the number's before the name's, valid before expired, and the
    /// newest first.
    /// - Parameter records: those that name the applicant's number or name.
    package func offers(among records: [Record]) -> [ReuseOffer] {
        components.filter { $0.reuse == .allowed }.flatMap { component in
            records.compactMap { offer($0, for: component) }.sorted(by: Self.isBetter)
        }
    }

    private func offer(_ record: Record, for component: Procedure.Component) -> ReuseOffer? {
        guard component.forms.contains(record.form), record.dossier != file.caseCode, !record.isNewer(than: file) else { return nil }
        let match: ReuseOffer.Match
        switch record.owner(comparedWith: file) {
        case .sameNumber: match = .idNumber
        case .sameNameAndBirth: match = .nameAndBirth
        case .sameName: match = .name
        case .similarName: match = .similarName
        case .another, .unknown: return nil
        }
        return ReuseOffer(
            component: component, record: record, match: match, issuedOn: record.fields.issuedOn.flatMap { CalendarDate($0.value) },
            validUntil: component.validUntil(record), validity: component.validity(of: record, on: day))
    }

    private static func isBetter(_ a: ReuseOffer, _ b: ReuseOffer) -> Bool {
        func rank(_ offer: ReuseOffer) -> (Int, Int) { (offer.match.rawValue, offer.validity.rawValue) }
        if rank(a) != rank(b) { return rank(a) < rank(b) }
        if a.issuedOn != b.issuedOn { return (a.issuedOn?.description ?? "") > (b.issuedOn?.description ?? "") }
        return a.record.id < b.record.id
    }
}

/// One record that may serve one component.
package struct ReuseOffer: Sendable, Equatable {
    package var component: Procedure.Component
    package var record: Record
    package var match: Match
    package var issuedOn: CalendarDate?
    /// Nil where it serves for good, or where its day of issue is not known.
    package var validUntil: CalendarDate?
    package var validity: PaperValidity

    /// How the paper is known to be the applicant's; the surest first.
    package enum Match: Int, Sendable {
        case idNumber, nameAndBirth, name
        /// By the name but for its marks, which is a reason to ask.
        case similarName
    }
}
