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
        case .sameName:
            guard let found = nameMatch(record) else { return nil }
            match = found
        case .another, .unknown: return nil
        }
        return ReuseOffer(
            component: component, record: record, match: match, issuedOn: record.fields.issuedOn.flatMap { CalendarDate($0.value) },
            validUntil: component.validUntil(record), validity: component.validity(of: record, on: day))
    }

    /// A name alone may be another's: the year of birth, which the applicant's number tells, must not speak against it.
    private func nameMatch(_ record: Record) -> ReuseOffer.Match? {
        let years = record.fields.persons.compactMap { $0.bornOn.flatMap { CalendarDate($0.value)?.year } }
        guard let born = file.applicantBirthYear, !years.isEmpty else { return .name }
        return years.contains(born) ? .nameAndBirth : nil
    }

    private static func isBetter(_ a: ReuseOffer, _ b: ReuseOffer) -> Bool {
        func rank(_ offer: ReuseOffer) -> (Int, Int) { (offer.validity.rawValue, offer.match.rawValue) }
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
    }
}

extension Case {
    /// The year that a citizen's identity number (12 digits) tells: digits 4 to 6 are century and sex, and year.
    var applicantBirthYear: Int? {
        guard let digits = applicantID?.compactMap(\.wholeNumberValue), digits.count == 12 else { return nil }
        return 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    }
}
