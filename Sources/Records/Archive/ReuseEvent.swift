package import Foundation

/// One component of a case served from what is already on file: the paper that a citizen did not have to hand over again.
///
/// Searching, viewing and downloading are not reuse; only this event is.
package struct ReuseEvent: Sendable, Equatable, Codable, Identifiable {
    package var id: String
    package var caseCode: String
    package var component: String
    package var fromRecord: String
    /// Whether the source record is a component paper or a result paper.
    package var sourceKind: SourceKind
    package var by: String
    package var because: String?
    package var at: Date
    /// The event that this one undoes: its opposite. Nil for a reuse.
    package var undoes: String?

    package enum SourceKind: String, Sendable, Codable {
        case component, result

        /// Receipts of the office are no results.
        package init(_ role: PaperRole) { self = role == .result ? .result : .component }
    }

    package init(
        id: String, caseCode: String, component: String, fromRecord: String, sourceKind: SourceKind, by: String, because: String?, at: Date,
        undoes: String? = nil
    ) {
        self.id = id
        self.caseCode = caseCode
        self.component = component
        self.fromRecord = fromRecord
        self.sourceKind = sourceKind
        self.by = by
        self.because = because
        self.at = at
        self.undoes = undoes
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case caseCode = "case"
        case component
        case fromRecord = "from_record"
        case sourceKind = "source_kind"
        case by, because, at, undoes
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(caseCode, forKey: .caseCode)
        try container.encode(component, forKey: .component)
        try container.encode(fromRecord, forKey: .fromRecord)
        try container.encode(sourceKind, forKey: .sourceKind)
        try container.encode(by, forKey: .by)
        try container.encode(because, forKey: .because)
        try container.encode(at, forKey: .at)
        try container.encode(undoes, forKey: .undoes)
    }
}
