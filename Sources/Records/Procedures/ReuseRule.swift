internal import Foundation

/// Whether a record on file may serve a component of a case: the one rule for all who write into the ledger. Pure.
package struct ReuseRule: Sendable {
    /// A record as the catalogue has it now.
    package struct Source: Sendable {
        package var record: Record
        package var isHeldBack: Bool
        package var isDamaged: Bool

        package init(_ record: Record, isHeldBack: Bool = false, isDamaged: Bool = false) {
            self.record = record
            self.isHeldBack = isHeldBack
            self.isDamaged = isDamaged
        }
    }

    private let file: Case
    private let asked: CaseComponents

    package init(_ file: Case, by table: ProcedureTable) {
        self.file = file
        asked = CaseComponents(of: file, by: table)
    }

    /// The code of the component that the reuse serves.
    package func component(of event: ReuseEvent, from source: Source) throws(ReuseRefusal) -> String {
        guard [event.component, event.by].allSatisfy({ !VietnameseText.squashed($0).isEmpty }) else { throw .incomplete }
        let component = asked.component(called: event.component)
        try refuse(component, event)
        try refuse(source)
        if let fault = event.because.flatMap(ReasonFault.init) { throw .noReason(fault) }
        let found = doubts(component, event, source.record)
        if event.because == nil, !found.isEmpty { throw .unexplained(found) }
        return component?.code ?? event.component
    }

    private func refuse(_ component: Procedure.Component?, _ event: ReuseEvent) throws(ReuseRefusal) {
        switch component?.reuse {
        case .never: throw .madeForEachCase
        case .shown: throw .onlyShown
        case .allowed: break
        case nil:
            guard asked.unknown.contains(event.component) || !asked.isKnown else {
                throw .notOfCase(asked: asked.components.map(\.code) + asked.unknown)
            }
        }
    }

    private func refuse(_ source: Source) throws(ReuseRefusal) {
        if source.isHeldBack { throw .heldBack }
        if source.record.status == .rejected { throw .rejected }
        if source.isDamaged { throw .damaged }
        if source.record.dossier == file.caseCode { throw .sameCase }
        if source.record.isNewer(than: file) { throw .newer }
    }

    /// For what no table knows the register's word is enough, and without one that of whoever writes the reuse.
    private func doubts(_ component: Procedure.Component?, _ event: ReuseEvent, _ record: Record) -> [ReuseDoubt] {
        let doubts = component?.doubts(of: record, on: file.receivedOn ?? CalendarDate(of: event.at)) ?? []
        switch record.owner(comparedWith: file) {
        case .another: return doubts + [.anotherPerson]
        case .similarName: return doubts + [.otherMarks]
        case .sameNumber, .sameNameAndBirth, .sameName, .unknown: return doubts
        }
    }

    /// What is to be said of a reuse from this record that the rule lets pass.
    package func remarks(on record: Record) -> [ReuseRemark] {
        (asked.isKnown ? [] : [.componentsUnknown]) + (record.owner(comparedWith: file) == .unknown ? [.personUnknown] : [])
            + (record.isTakenLater(than: file) ? [.takenLater] : [])
    }
}

extension Procedure.Component {
    /// What speaks against a record in its place.
    /// - Parameter day: on which the paper must be valid.
    package func doubts(of record: Record, on day: CalendarDate) -> [ReuseDoubt] {
        (forms.contains(record.form) ? [] : [.otherForm]) + (validity(of: record, on: day) == .expired ? [.expired] : [])
    }

    package func validity(of record: Record, on day: CalendarDate) -> PaperValidity {
        guard validMonths != nil else { return .valid }
        return validUntil(record).map { $0 < day ? .expired : .valid } ?? .unknown
    }

    /// Nil where it serves for good, or where its day of issue is not known.
    package func validUntil(_ record: Record) -> CalendarDate? {
        validMonths.flatMap { months in record.fields.issuedOn.flatMap { CalendarDate($0.value) }?.adding(months: months) }
    }
}

/// Whether a paper still serves; the best first.
package enum PaperValidity: Int, Sendable {
    case valid
    /// It serves for so many months, and its day of issue could not be read.
    case unknown
    case expired
}
