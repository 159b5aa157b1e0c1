package import Records

/// What really stands on the pages of one scan: `NAME.truth.json` beside `NAME.ext`. The format is in docs/evaluation.md.
package struct Truth: Sendable, Decodable {
    /// The scan's file name.
    package var file: String
    /// What kind of scan it is; decides, with the page, in which group its text is counted.
    package var category: String?
    package var expectation: Expectation
    /// The file that holds the same bytes.
    package var duplicateOf: String?
    /// The text of each page, a printed line a line; nil where nobody wrote it down.
    package var text: [String]?
    package var pages: [TruthPage]
    package var textLayer: String?
    /// `clean`, `office` or `poor`.
    package var level: String
    /// What stamps and marks say, which is no part of the text.
    package var stamps: [Stamp]
    /// The records that a stack of several holds; nil for a scan of one.
    package var records: [TruthRecord]?
    /// The record that a scan of one holds.
    package var record: TruthRecord

    package struct Stamp: Sendable, Decodable {
        package var text: String?
        package var page: Int?
    }

    /// What must become of the file.
    package enum Expectation: Sendable, Equatable {
        case recorded, recordedOrRejected, rejected, restricted
    }

    private enum CodingKeys: String, CodingKey {
        case file, category, expect, text, records, stamps, degradation
        case duplicateOf = "duplicate_of"
        case pages = "page_info"
        case textLayer = "text_layer"
    }

    private enum DegradationKeys: String, CodingKey { case level }

    /// Levels are told apart where a scan says one; an ordinary scan of an office is meant where it does not.
    static let usualLevel = "office"

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        file = try container.decode(String.self, forKey: .file)
        category = try container.decodeIfPresent(String.self, forKey: .category)
        duplicateOf = try container.decodeIfPresent(String.self, forKey: .duplicateOf)
        text = try container.decodeIfPresent([String].self, forKey: .text)
        pages = try container.decodeIfPresent([TruthPage].self, forKey: .pages) ?? []
        textLayer = try container.decodeIfPresent(String.self, forKey: .textLayer)
        stamps = try container.decodeIfPresent([Stamp].self, forKey: .stamps) ?? []
        records = try container.decodeIfPresent([TruthRecord].self, forKey: .records).flatMap { $0.isEmpty ? nil : $0 }
        record = try TruthRecord(from: decoder)
        let hasDegradation = try container.contains(.degradation) && !container.decodeNil(forKey: .degradation)
        let degradation = hasDegradation ? try container.nestedContainer(keyedBy: DegradationKeys.self, forKey: .degradation) : nil
        level = try degradation?.decodeIfPresent(String.self, forKey: .level) ?? Self.usualLevel
        let isSecret = record.secrecy != nil || records?.contains { $0.secrecy != nil } ?? false
        expectation = try isSecret ? .restricted : Self.expectation(container.decodeIfPresent(String.self, forKey: .expect) ?? "ok")
    }

    private static func expectation(_ word: String) -> Expectation {
        switch word {
        case "ok", "recorded": .recorded
        case "ok_blank", "reject_or_partial": .recordedOrRejected
        case "restricted": .restricted
        default: .rejected
        }
    }

    package init(file: String, expectation: Expectation, record: TruthRecord, records: [TruthRecord]? = nil, level: String = Truth.usualLevel) {
        self.file = file
        self.expectation = expectation
        self.record = record
        self.records = records
        self.level = level
        pages = []
        stamps = []
    }

    /// The page's number and its text, for those pages whose text counts.
    var contentPages: [(page: TruthPage, text: String)] {
        guard let text else { return [] }
        return pages.filter { $0.isContent && text.indices.contains($0.page - 1) }.map { ($0, text[$0.page - 1]) }
            .filter { !VietnameseText.squashed($0.text).isEmpty }
    }
}

/// What is known of one page.
package struct TruthPage: Sendable, Decodable {
    /// From 1.
    package var page: Int
    /// `content`, or what else the page is: a cover sheet, a separator, a blank back.
    package var type: String
    /// Degrees by which a viewer shows the page turned clockwise.
    package var rotation: Int
    /// Degrees, clockwise.
    package var skew: Double
    package var lines: [Line]

    /// A printed line and where it stands on the straight, upright page.
    package struct Line: Sendable, Decodable {
        package var text: String
        package var box: Box?

        private enum CodingKeys: String, CodingKey {
            case text = "t"
            case box = "bbox"
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            text = try container.decode(String.self, forKey: .text)
            let edges = try container.decodeIfPresent([Double].self, forKey: .box)
            box = edges.flatMap { $0.count == 4 ? Box(x: $0[0], y: $0[1], width: $0[2] - $0[0], height: $0[3] - $0[1]) : nil }
        }
    }

    var isContent: Bool { type == "content" }

    private enum CodingKeys: String, CodingKey {
        case page, type, lines
        case rotation = "rotation_cw"
        case displayed = "rotation_displayed_cw"
        case skew = "skew_deg"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        page = try container.decode(Int.self, forKey: .page)
        type = try container.decodeIfPresent(String.self, forKey: .type) ?? "content"
        rotation =
            try container.decodeIfPresent(Int.self, forKey: .displayed) ?? container.decodeIfPresent(Int.self, forKey: .rotation) ?? 0
        skew = try container.decodeIfPresent(Double.self, forKey: .skew) ?? 0
        lines = try container.decodeIfPresent([Line].self, forKey: .lines) ?? []
    }
}
