package import Foundation

/// A reuse as a person tells of it. All texts are NFC without white space around them, so that the same reuse told twice is the same.
package struct ReuseRequest: Sendable, Equatable {
    package var caseCode: String
    package var component: String
    package var from: String
    package var by: String
    package var because: String?

    package init(caseCode: String, component: String, from: String, by: String, because: String? = nil) {
        self.caseCode = VietnameseText.squashed(caseCode)
        self.component = VietnameseText.squashed(component)
        self.from = VietnameseText.squashed(from)
        self.by = VietnameseText.squashed(by)
        self.because = because.map(VietnameseText.squashed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names of what must be said and is empty, in the order of the interface.
    package var missing: [String] {
        [("case", caseCode), ("component", component), ("from", from), ("by", by)].filter { $0.1.isEmpty }.map(\.0)
    }

    /// The event, as it stands in the ledger when it is the first of its kind.
    /// - Parameters:
    ///   - source: the record named by `from`.
    ///   - role: what that record is to the case that it is filed under.
    package func event(of source: Record, as role: PaperRole, id: String = UUID().uuidString.lowercased(), at: Date) -> ReuseEvent {
        ReuseEvent(
            id: id, caseCode: caseCode, component: component, fromRecord: source.id, sourceKind: ReuseEvent.SourceKind(role),
            by: by, because: because, at: at)
    }
}
