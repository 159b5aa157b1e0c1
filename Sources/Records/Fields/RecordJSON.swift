/// A record as the command line and HTTP show it: every key present, `null` for what is absent.
package struct RecordJSON: Encodable, Sendable {
    private let record: Record
    private let text: [PageText]?

    /// - Parameter text: the text of its pages, in order; nil leaves the key `text` out, which lists do.
    package init(_ record: Record, text: [PageText]?) {
        self.record = record
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case id, file, pages, kind, form, status
        case reviewReasons = "review_reasons"
        case fields, text, barcodes, dossier, pdf, sha256, revision
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record.id, forKey: .id)
        try container.encode(record.file, forKey: .file)
        try container.encode(record.pages, forKey: .pages)
        try container.encode(record.kind, forKey: .kind)
        try container.encode(record.form, forKey: .form)
        try container.encode(record.status, forKey: .status)
        try container.encode(record.reviewReasons, forKey: .reviewReasons)
        try container.encode(record.fields, forKey: .fields)
        if let text { try container.encode(text, forKey: .text) }
        try container.encode(record.barcodes, forKey: .barcodes)
        try container.encode(record.dossier, forKey: .dossier)
        try container.encode(record.copy?.path, forKey: .pdf)
        try container.encode(record.copy?.sha256, forKey: .sha256)
        try container.encode(record.revision, forKey: .revision)
    }
}
