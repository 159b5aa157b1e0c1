package import Foundation

/// One paper that can be found again: a document of the archive or a paper of an administrative procedure.
package struct Record: Sendable, Equatable, Identifiable {
    package var id: String
    package var scan: String
    /// Name of the file it was read from, as it is on the disk: the one text that is not brought to NFC.
    package var file: String
    /// Pages of the scan that belong to it, from 1.
    package var pages: [Int]
    package var kind: Kind
    /// `van_ban` for an administrative document, else the form's code (`giay_khai_sinh`), or `unknown`.
    package var form: String
    package var status: Status
    /// Why a person must look: `missing:issued_on`, `low_confidence:subject`. Empty when accepted.
    package var reviewReasons: [String]
    package var fields: Fields
    package var barcodes: [Barcode]
    /// The dossier or case that it is filed under.
    package var dossier: String?
    /// The archival PDF; nil while there is none.
    package var copy: ArchivalCopy?
    package var createdAt: Date
    /// Counts what was decided on it or read anew: 1 as first read. Whoever decides says what he decided on.
    package var revision = 1

    package enum Kind: String, Sendable, Codable, CaseIterable { case archive, tthc }

    package enum Status: String, Sendable, Codable, CaseIterable {
        case accepted
        case needsReview = "needs_review"
        /// A person has said that it is none: it counts in nothing and is found only when asked for, and is kept.
        case rejected
    }

    package init(
        id: String, scan: String, file: String, pages: [Int], kind: Kind, form: String, status: Status, reviewReasons: [String], fields: Fields,
        barcodes: [Barcode] = [], dossier: String? = nil, copy: ArchivalCopy? = nil, createdAt: Date
    ) {
        self.id = id
        self.scan = scan
        self.file = file
        self.pages = pages
        self.kind = kind
        self.form = form
        self.status = status
        self.reviewReasons = reviewReasons
        self.fields = fields
        self.barcodes = barcodes
        self.dossier = dossier
        self.copy = copy
        self.createdAt = createdAt
    }
}

/// The text of one page as the catalogue keeps it: `PageReading` without its words and boxes.
package struct PageText: Sendable, Equatable, Codable {
    /// From 1.
    package var page: Int
    package var text: String
    /// 0...1; nil on a page without words.
    package var confidence: Double?
    package var source: PageReading.TextSource
    /// Degrees, clockwise.
    package var rotation: Int
    /// Degrees.
    package var skew: Double?

    package init(page: Int, text: String, confidence: Double?, source: PageReading.TextSource, rotation: Int, skew: Double?) {
        self.page = page
        self.text = text
        self.confidence = confidence
        self.source = source
        self.rotation = rotation
        self.skew = skew
    }

    package init(_ reading: PageReading) {
        self.init(
            page: reading.page, text: reading.text, confidence: reading.confidence, source: reading.source, rotation: reading.rotation,
            skew: reading.skew)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(page, forKey: .page)
        try container.encode(text, forKey: .text)
        try container.encode(confidence.map { ($0 * 1000).rounded() / 1000 }, forKey: .confidence)
        try container.encode(source, forKey: .source)
        try container.encode(rotation, forKey: .rotation)
        try container.encode(skew.map { ($0 * 100).rounded() / 100 }, forKey: .skew)
    }

    private enum CodingKeys: String, CodingKey { case page, text, confidence, source, rotation, skew }
}
