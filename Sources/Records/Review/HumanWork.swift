/// What people have decided on one record, gathered from its revisions: none of it is undone by reading the record again.
package struct HumanWork: Sendable, Equatable {
    /// Names of what was corrected, without the place in a list: `number`, `persons`, `dossier`.
    package var corrected: Set<String> = []
    /// Who decided each value last, and what it became, by its whole name: `persons.1.name`.
    package var decided: [String: Decision] = [:]
    /// Reasons for review that a person has answered or let pass.
    package var waived: Set<String> = []
    /// A person has accepted the record as it stood.
    package var isAccepted = false
    package var isRejected = false

    package struct Decision: Sendable, Equatable {
        package var by: String
        package var value: String?
    }

    package init(_ revisions: [Revision]) {
        for revision in revisions {
            switch revision.step {
            case .readAgain: break
            case .rejected: (isRejected, isAccepted) = (true, false)
            case .accepted:
                (isRejected, isAccepted) = (false, true)
                waived.formUnion(revision.reasons(\.before))
            case .corrected:
                let left = revision.reasons(\.after)
                waived.formUnion(revision.reasons(\.before).subtracting(left).filter { !ReviewReason.isOfCatalogue($0) })
                waived.subtract(left)
                for change in revision.changes where change.field != RecordFacts.status && change.field != RecordFacts.reasons {
                    corrected.insert(RecordFacts.root(change.field))
                    decided[change.field] = Decision(by: revision.by, value: change.after)
                }
            }
        }
    }

    package var isEmpty: Bool { self == HumanWork([]) }
}

extension Revision {
    fileprivate func reasons(_ side: KeyPath<Change, String?>) -> Set<String> {
        Set(changes.filter { $0.field == RecordFacts.reasons }.flatMap { ($0[keyPath: side] ?? "").split(separator: " ").map(String.init) })
    }
}
