/// Everything of a record that can be decided or read differently, as texts by name: what two states of it are compared by.
package struct RecordFacts: Sendable, Equatable {
    /// In the order of the interface.
    package let facts: [(name: String, value: String?)]

    package init(_ record: Record) {
        var facts: [(name: String, value: String?)] = [("kind", record.kind.rawValue), ("form", record.form)]
        facts += Fields.singleNames.map { ($0, record.fields[$0]?.value) }
        facts.append((Self.recipients, record.fields.recipients.isEmpty ? nil : Self.joined(record.fields.recipients)))
        for (index, person) in record.fields.persons.enumerated() {
            facts += Person.names.map { ("\(Self.persons).\(index + 1).\($0)", person[$0]?.value) }
        }
        facts.append((Self.dossier, record.dossier))
        facts.append((Self.pages, record.pages.map(String.init).joined(separator: ",")))
        self.facts = facts
    }

    package static let dossier = "dossier"
    package static let pages = "pages"
    package static let recipients = "recipients"
    package static let persons = "persons"
    package static let status = "status"
    package static let reasons = "review_reasons"

    /// `persons` of `persons.1.name`.
    package static func root(_ name: String) -> String { String(name.prefix { $0 != "." }) }

    package static func == (a: RecordFacts, b: RecordFacts) -> Bool {
        a.facts.elementsEqual(b.facts) { $0.name == $1.name && $0.value == $1.value }
    }

    /// What differs, in order.
    package func changes(to other: RecordFacts) -> [Revision.Change] {
        let before = Dictionary(facts.map { ($0.name, $0.value) }) { first, _ in first }
        let after = Dictionary(other.facts.map { ($0.name, $0.value) }) { first, _ in first }
        let names = facts.map(\.name) + other.facts.map(\.name).filter { before[$0] == nil }
        return names.compactMap { name in
            let (old, new) = (before[name] ?? nil, after[name] ?? nil)
            return old == new ? nil : Revision.Change(name, before: old, after: new)
        }
    }

    private static func joined(_ fields: [Field]) -> String { fields.map(\.value).joined(separator: "; ") }
}

extension Record {
    /// What became of it, its status and its reasons for review included.
    package func changes(to other: Record) -> [Revision.Change] {
        RecordFacts(self).changes(to: RecordFacts(other)) + changesOfStanding(to: other)
    }

    /// What became of its status and its reasons for review.
    package func changesOfStanding(to other: Record) -> [Revision.Change] {
        var changes: [Revision.Change] = []
        if status != other.status { changes.append(.init(RecordFacts.status, before: status.rawValue, after: other.status.rawValue)) }
        if reviewReasons != other.reviewReasons {
            changes.append(.init(RecordFacts.reasons, before: Self.joined(reviewReasons), after: Self.joined(other.reviewReasons)))
        }
        return changes
    }

    private static func joined(_ reasons: [String]) -> String? { reasons.isEmpty ? nil : reasons.joined(separator: " ") }
}
