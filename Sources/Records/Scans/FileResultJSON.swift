import Foundation

/// What became of one file, as `ingest` and `scans` show it.
///
/// A restricted scan shows no record and no text, whatever it is given; its name is shown only when the caller hands it in.
package struct FileResultJSON: Encodable, Sendable {
    private let scan: Scan
    private let file: String?
    private let records: [RecordJSON]
    private let isListing: Bool

    /// A duplicate also says `duplicate_of`: the id of the scan that holds the same bytes.
    ///
    /// - Parameters:
    ///   - file: the name to show where the scan holds none (the path that a person gave to `ingest`).
    ///   - isListing: adds `id`, `state`, `taken_at` and `finished_at`, as `scans` shows them; `outcome` is null for a scan that
    ///     has not ended.
    package init(_ scan: Scan, file: String? = nil, records: [RecordJSON], isListing: Bool = false) {
        self.scan = scan
        self.file = scan.fileName ?? file
        self.records = scan.state == .restricted ? [] : records
        self.isListing = isListing
    }

    private enum CodingKeys: String, CodingKey {
        case file, sha256, bytes
        case mediaType = "media_type"
        case pages, outcome, reason, records, seconds
        case duplicateOf = "duplicate_of"
        case id, state
        case takenAt = "taken_at"
        case finishedAt = "finished_at"
        case releasedAt = "released_at"
        case purgedAt = "purged_at"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(scan.sha256, forKey: .sha256)
        try container.encode(scan.bytes, forKey: .bytes)
        try container.encode(scan.mediaType, forKey: .mediaType)
        try container.encode(scan.pages, forKey: .pages)
        try container.encode(scan.state.isOutcome ? scan.state : nil, forKey: .outcome)
        try container.encode(scan.reason, forKey: .reason)
        try container.encode(records, forKey: .records)
        try container.encode(scan.seconds.map { ($0 * 100).rounded() / 100 }, forKey: .seconds)
        if scan.state == .duplicate { try container.encode(scan.duplicateOf, forKey: .duplicateOf) }
        if isListing {
            try container.encode(scan.id, forKey: .id)
            try container.encode(scan.state, forKey: .state)
            try container.encode(scan.takenAt.formatted(.iso8601), forKey: .takenAt)
            try container.encode(scan.finishedAt?.formatted(.iso8601), forKey: .finishedAt)
            try container.encodeIfPresent(scan.releasedAt?.formatted(.iso8601), forKey: .releasedAt)
            try container.encodeIfPresent(scan.purgedAt?.formatted(.iso8601), forKey: .purgedAt)
        }
    }
}
