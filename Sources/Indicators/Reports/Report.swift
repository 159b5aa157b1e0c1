package import Foundation
package import Records

/// The report of one period, as data: every form of it (XLSX, CSV, HTML) is made from this alone, so that they never differ.
package struct Report: Sendable, Equatable, Codable {
    /// Whose report it is; nil where the configuration does not say.
    package var authority: String?
    package var period: String
    /// The period is over: the figures are those of the first issue, whatever happens later.
    package var isFinal: Bool
    /// 0 for the report, 1, 2, … for its amendments.
    package var amendment: Int
    package var issuedAt: Date
    package var figures: [Figure]
    /// What is behind each indicator, by its code.
    package var evidence: [String: [Line]]
    /// The last months of the whole office, by indicator.
    package var trends: [String: [Point]]
    package var warnings: [Warning]
    /// What an amendment changes; empty in a report.
    package var changes: [Change]
    /// The cases and items that came, went, or stand otherwise since; empty in a report, and in amendments of older versions.
    package var moves: [Move]

    /// One indicator of one unit.
    package struct Figure: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey {
            case code, unit, numerator, denominator, value, target, due, responsible, status, pending, excluded, reported, proxy, definition, extents
        }

        package var code: String
        package var unit: String
        package var numerator: Int
        package var denominator: Int
        package var value: Double?
        /// Nil where the plan sets none.
        package var target: Double?
        package var due: CalendarDate?
        package var responsible: String?
        package var status: String
        package var pending: [String: Int]
        package var excluded: [String: Int]
        package var reported: Int?
        package var proxy: Double?
        package var definition: String
        package var extents: Indicator.Extents?
    }

    /// One case or item behind a figure.
    package struct Line: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey { case subject, unit, standing, why, reported }

        package var subject: String
        package var unit: String?
        package var standing: String
        package var why: String?
        package var reported: Bool?
    }

    package struct Point: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey { case month, value }

        /// `2026-10`.
        package var month: String
        package var value: Double?

        package init(month: String, value: Double?) {
            self.month = month
            self.value = value
        }
    }

    package struct Change: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey { case code, unit, before, after }

        package var code: String
        package var unit: String
        /// All that a figure says of what there is, as issued before and now; goals and how it stands to them are no figures.
        package var before: Numbers?
        package var after: Numbers?
    }

    package struct Numbers: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey { case numerator, denominator, value, pending, excluded, reported, proxy, extents }

        package var numerator: Int
        package var denominator: Int
        package var value: Double?
        /// Nil in amendments of older versions.
        package var pending: [String: Int]?
        package var excluded: [String: Int]?
        package var reported: Int?
        package var proxy: Double?
        package var extents: Indicator.Extents?
    }

    /// One case or item behind an indicator, as it stood in the issue before and stands now; nil where it was or is not among them.
    package struct Move: Sendable, Equatable, Codable {
        enum CodingKeys: String, CodingKey { case code, subject, before, after }

        package var code: String
        package var subject: String
        package var before: Line?
        package var after: Line?
    }

    private enum CodingKeys: String, CodingKey {
        case authority, period
        case isFinal = "final"
        case amendment
        case issuedAt = "issued_at"
        case figures, evidence, trends, warnings, changes, moves
    }

    package init(
        authority: String?, period: Period, isFinal: Bool, issuedAt: Date, indicators: [Indicator], evidence: [Indicator.Code: [IndicatorEvidence]],
        trends: [Indicator.Code: [Point]], warnings: [Warning]
    ) {
        self.authority = authority
        self.period = period.description
        self.isFinal = isFinal
        amendment = 0
        // Whole seconds: what is written down comes back as it was.
        self.issuedAt = Date(timeIntervalSince1970: issuedAt.timeIntervalSince1970.rounded(.down))
        figures = indicators.map(Figure.init)
        self.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, $0.value.map(Line.init)) })
        self.trends = Dictionary(uniqueKeysWithValues: trends.map { ($0.key.rawValue, $0.value) })
        self.warnings = warnings
        changes = []
        moves = []
    }

    /// What differs between the figures of this issue and later ones.
    package func changes(to later: Report) -> [Change] {
        func numbers(_ report: Report) -> [[String]: Numbers] {
            Dictionary(report.figures.map { ([$0.code, $0.unit], Numbers($0)) }, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (numbers(self), numbers(later))
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            .map { Change(code: $0[0], unit: $0[1], before: before[$0], after: after[$0]) }
            .sorted { ($0.unit == "all" ? "" : $0.unit, $0.code) < ($1.unit == "all" ? "" : $1.unit, $1.code) }
    }

    /// Which cases and items came, went, or stand otherwise in a later report of the period, by indicator and code.
    package func moves(to later: Report) -> [Move] {
        func lines(_ report: Report, _ code: String) -> [String: Line] {
            Dictionary((report.evidence[code] ?? []).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return Set(evidence.keys).union(later.evidence.keys).sorted().flatMap { code in
            let (before, after) = (lines(self, code), lines(later, code))
            return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
                .map { Move(code: code, subject: $0, before: before[$0], after: after[$0]) }
        }
    }

    /// The report as JSON: keys in order, so that the same report is the same bytes.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(self) + [10]
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(authority, forKey: .authority)
        try container.encode(period, forKey: .period)
        try container.encode(isFinal, forKey: .isFinal)
        try container.encode(amendment, forKey: .amendment)
        try container.encode(issuedAt, forKey: .issuedAt)
        try container.encode(figures, forKey: .figures)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(trends, forKey: .trends)
        try container.encode(warnings, forKey: .warnings)
        try container.encode(changes, forKey: .changes)
        try container.encode(moves, forKey: .moves)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        authority = try container.decodeIfPresent(String.self, forKey: .authority)
        period = try container.decode(String.self, forKey: .period)
        isFinal = try container.decode(Bool.self, forKey: .isFinal)
        amendment = try container.decode(Int.self, forKey: .amendment)
        issuedAt = try container.decode(Date.self, forKey: .issuedAt)
        figures = try container.decode([Figure].self, forKey: .figures)
        evidence = try container.decode([String: [Line]].self, forKey: .evidence)
        trends = try container.decode([String: [Point]].self, forKey: .trends)
        warnings = try container.decode([Warning].self, forKey: .warnings)
        changes = try container.decode([Change].self, forKey: .changes)
        moves = try container.decodeIfPresent([Move].self, forKey: .moves) ?? []
    }

    package static func decode(_ json: Data) throws -> Report {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(Report.self, from: json)
    }
}

extension Report.Figure {
    fileprivate init(_ indicator: Indicator) {
        self.init(
            code: indicator.code.rawValue, unit: indicator.unit, numerator: indicator.numerator, denominator: indicator.denominator,
            value: indicator.value, target: indicator.target, due: indicator.due, responsible: indicator.responsible,
            status: indicator.status.rawValue, pending: indicator.pending, excluded: indicator.excluded, reported: indicator.reported?.numerator,
            proxy: indicator.readings?.proxy.value, definition: indicator.definition, extents: indicator.extents)
    }
}

extension Report.Numbers {
    fileprivate init(_ figure: Report.Figure) {
        self.init(
            numerator: figure.numerator, denominator: figure.denominator, value: figure.value, pending: figure.pending.filter { $0.value > 0 },
            excluded: figure.excluded.filter { $0.value > 0 }, reported: figure.reported, proxy: figure.proxy, extents: figure.extents)
    }
}

extension Report.Line {
    fileprivate init(_ evidence: IndicatorEvidence) {
        self.init(
            subject: evidence.subject, unit: evidence.unit, standing: evidence.standing.name, why: evidence.standing.why,
            reported: evidence.isReported)
    }
}

/// Absent values are `null`, as everywhere.
extension Report.Figure {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(unit, forKey: .unit)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
        try container.encode(value, forKey: .value)
        try container.encode(target, forKey: .target)
        try container.encode(due, forKey: .due)
        try container.encode(responsible, forKey: .responsible)
        try container.encode(status, forKey: .status)
        try container.encode(pending, forKey: .pending)
        try container.encode(excluded, forKey: .excluded)
        try container.encode(reported, forKey: .reported)
        try container.encode(proxy, forKey: .proxy)
        try container.encode(definition, forKey: .definition)
        try container.encode(extents, forKey: .extents)
    }
}

extension Report.Line {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(unit, forKey: .unit)
        try container.encode(standing, forKey: .standing)
        try container.encode(why, forKey: .why)
        try container.encode(reported, forKey: .reported)
    }
}

extension Report.Point {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(month, forKey: .month)
        try container.encode(value, forKey: .value)
    }
}

extension Report.Change {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(unit, forKey: .unit)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }
}

extension Report.Numbers {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
        try container.encode(value, forKey: .value)
        try container.encode(pending, forKey: .pending)
        try container.encode(excluded, forKey: .excluded)
        try container.encode(reported, forKey: .reported)
        try container.encode(proxy, forKey: .proxy)
        try container.encode(extents, forKey: .extents)
    }
}

extension Report.Move {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(subject, forKey: .subject)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }
}
