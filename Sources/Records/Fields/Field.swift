/// One value read from a paper: what, how sure, where on which page, and from which source.
package struct Field: Sendable, Hashable, Codable {
    package var value: String
    /// 0...1: the share of such values that are right.
    package var confidence: Double
    /// From 1; nil for a value that does not stand on a page (a file name).
    package var page: Int?
    package var box: Box?
    package var source: Source
    /// What was read, where evidence on the paper put it right; nil where the value is as read.
    package var raw: String?
    /// What a person may compare the value with; empty where nothing speaks for another one.
    package var alternatives: [String] = []

    package enum Source: String, Sendable, Codable {
        case ocr
        case textLayer = "text_layer"
        case barcode
        case fileName = "file_name"
        case clerk
    }

    package init(_ value: String, confidence: Double, page: Int?, box: Box? = nil, source: Source) {
        self.value = value
        self.confidence = confidence
        self.page = page
        self.box = box
        self.source = source
    }

    private enum CodingKeys: String, CodingKey { case value, confidence, page, box, source, raw, alternatives }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        value = try container.decode(String.self, forKey: .value)
        confidence = try container.decode(Double.self, forKey: .confidence)
        page = try container.decodeIfPresent(Int.self, forKey: .page)
        box = try container.decodeIfPresent(Box.self, forKey: .box)
        source = try container.decode(Source.self, forKey: .source)
        raw = try container.decodeIfPresent(String.self, forKey: .raw)
        alternatives = try container.decodeIfPresent([String].self, forKey: .alternatives) ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode((confidence * 1000).rounded() / 1000, forKey: .confidence)
        try container.encode(page, forKey: .page)
        try container.encode(box, forKey: .box)
        try container.encode(source, forKey: .source)
        try container.encodeIfPresent(raw, forKey: .raw)
        if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
    }
}
