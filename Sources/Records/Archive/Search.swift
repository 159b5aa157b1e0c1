import Foundation

/// What a person looks for: words, and filters that narrow them.
package struct SearchQuery: Sendable, Equatable {
    /// Words with marks rank exact matches first; words without match any marks; `"…"` is a phrase; `-word` excludes. May be empty
    /// when a filter is given.
    package var text: String
    package var kind: Record.Kind?
    package var typeCode: String?
    package var agency: String?
    package var from: CalendarDate?
    package var to: CalendarDate?
    package var number: String?
    /// A name (any marks) or an identity number.
    package var person: String?
    package var dossier: String?
    /// Whether records that a person rejected are looked through too.
    package var includesRejected = false
    /// Hits at most.
    package var limit: Int

    package static let defaultLimit = 20
    /// Hits that one query may ask for.
    package static let maximumLimit = 1000

    package init(
        text: String, kind: Record.Kind? = nil, typeCode: String? = nil, agency: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil,
        number: String? = nil, person: String? = nil, dossier: String? = nil, limit: Int = SearchQuery.defaultLimit
    ) {
        self.text = text
        self.kind = kind
        self.typeCode = typeCode
        self.agency = agency
        self.from = from
        self.to = to
        self.number = number
        self.person = person
        self.dossier = dossier
        self.limit = limit
    }
}

/// One record found, with the page and the words that match.
package struct SearchHit: Sendable, Equatable, Codable {
    package var record: String
    /// Higher is better; comparable within one answer only. Nil where no word was looked for, so that nothing was ranked.
    package var score: Double?
    package var typeCode: String?
    package var number: String?
    package var symbol: String?
    package var issuedOn: String?
    package var agency: String?
    package var subject: String?
    /// The best matching page, from 1.
    package var page: Int
    /// Words around the match, which stands between `<b>` and `</b>`; `&`, `<` and `>` of the text itself are escaped as in HTML.
    package var snippet: String
    package var kind: Record.Kind
    package var dossier: String?

    package init(
        record: String, score: Double?, typeCode: String?, number: String?, symbol: String?, issuedOn: String?, agency: String?, subject: String?,
        page: Int, snippet: String, kind: Record.Kind, dossier: String?
    ) {
        self.record = record
        self.score = score
        self.typeCode = typeCode
        self.number = number
        self.symbol = symbol
        self.issuedOn = issuedOn
        self.agency = agency
        self.subject = subject
        self.page = page
        self.snippet = snippet
        self.kind = kind
        self.dossier = dossier
    }

    private enum CodingKeys: String, CodingKey {
        case record, score
        case typeCode = "type_code"
        case number, symbol
        case issuedOn = "issued_on"
        case agency, subject, page, snippet, kind, dossier
    }

    /// Digits of a score that mean something. A score may be far below 1, where decimals would round it away.
    package static let scoreDigits = 6

    private static func shortened(_ score: Double) -> Double? { Double(String(format: "%.\(scoreDigits)g", score)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record, forKey: .record)
        try container.encode(score.flatMap(Self.shortened), forKey: .score)
        try container.encode(typeCode, forKey: .typeCode)
        try container.encode(number, forKey: .number)
        try container.encode(symbol, forKey: .symbol)
        try container.encode(issuedOn, forKey: .issuedOn)
        try container.encode(agency, forKey: .agency)
        try container.encode(subject, forKey: .subject)
        try container.encode(page, forKey: .page)
        try container.encode(snippet, forKey: .snippet)
        try container.encode(kind, forKey: .kind)
        try container.encode(dossier, forKey: .dossier)
    }
}
