package import Records

/// What was made of one file, as `ingest --json` tells it.
package struct FileAnswer: Sendable, Decodable {
    package var file: String
    package var sha256: ContentHash?
    package var mediaType: MediaType?
    package var outcome: ScanState?
    package var reason: Reason?
    package var records: [RecordAnswer]

    package struct Reason: Sendable, Decodable {
        package var code: String?
        package var message: String?
    }

    private enum CodingKeys: String, CodingKey {
        case file, sha256, outcome, reason, records
        case mediaType = "media_type"
    }

    /// The pages of all records, by number.
    var pages: [Int: PageText] {
        Dictionary(records.flatMap { $0.text ?? [] }.map { ($0.page, $0) }, uniquingKeysWith: { $1 })
    }
}

/// One record of an answer.
package struct RecordAnswer: Sendable, Decodable {
    package var pages: [Int]
    package var kind: String?
    package var form: String?
    package var status: String?
    package var dossier: String?
    package var fields: Fields
    package var text: [PageText]?

    var isAccepted: Bool { status == Record.Status.accepted.rawValue }
}
