package import Foundation

extension Record {
    /// Whether a look at it must leave a trace (personal data law 91/2025/QH15): it names a person, or is a paper of an administrative
    /// procedure, whose text names one even where no field could be read.
    package var isPersonal: Bool { kind == .tthc || !fields.persons.isEmpty }
}

extension AuditEntry {
    /// The entry for a look at one record; nil where none is due. The one rule for command line and HTTP.
    package static func view(of record: Record, by who: String, at: Date) -> AuditEntry? {
        record.isPersonal ? AuditEntry(at: at, who: who, what: .recordViewed, subject: record.id) : nil
    }

    /// The entry for a list that shows records of persons, one a list.
    /// - Parameters:
    ///   - list: which: `scans`, `review`, `ingest`, `reuse`.
    ///   - narrowed: what the list was narrowed to, or nil.
    package static func listing(_ list: String, narrowed: String? = nil, by who: String, at: Date) -> AuditEntry {
        let detail = narrowed.flatMap { Self.json(["narrowed": $0]) }
        return AuditEntry(at: at, who: who, what: .recordsListed, subject: list, detail: detail)
    }

    /// Ids that one entry names of the records that a search for a person showed; their number is always there.
    package static let longestFoundList = 100

    /// The entry for a search: what it showed, never what was asked. One that did not ask for a person leaves one where it showed papers of
    /// procedures, which name persons; else none is due.
    package static func search(_ query: SearchQuery, found hits: [SearchHit], by who: String, at: Date) -> AuditEntry? {
        let shown = query.person == nil ? hits.filter { $0.kind == .tthc } : hits
        if query.person == nil, shown.isEmpty { return nil }
        let detail = Self.json(FoundRecords(hits: shown.count, records: shown.prefix(longestFoundList).map(\.record)))
        return AuditEntry(at: at, who: who, what: query.person == nil ? .recordsListed : .personSearched, subject: "search", detail: detail)
    }

    private struct FoundRecords: Encodable {
        let hits: Int
        let records: [String]
    }

    private static func json(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
}
