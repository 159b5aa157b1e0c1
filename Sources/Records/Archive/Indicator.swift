package import Foundation

/// One figure that the office is judged by, with everything that it takes to prove it.
package struct Indicator: Sendable, Equatable {
    package var code: Code
    /// Code of the unit; `all` for the whole installation.
    package var unit: String
    package var period: Period
    package var numerator: Int
    package var denominator: Int
    /// 0...1, four decimals (two of the percent); nil while unknown.
    package var value: Double?
    /// 0...1; nil where the plan sets none.
    package var target: Double?
    package var due: CalendarDate?
    package var status: Status
    /// Why the status is unknown; nil where it is known.
    package var unknown: Unknown?
    package var excluded: [String: Int]
    package var pending: [String: Int]
    package var definition: String
    package var asOf: Date
    /// Who has to see to it; nil where the plan names nobody.
    package var responsible: String?
    /// Archives: how far it is by item, by document and by page; nil for cases.
    package var extents: Extents?
    /// By the one-stop system's own account, over the same cases; nil where it reports nothing of the kind.
    package var reported: Reported?
    /// Reuse: as the ledger proves it, and with what is reported beside it; nil for others.
    package var readings: Readings?

    package struct Extents: Sendable, Equatable, Codable {
        package var item: Extent
        package var document: Extent
        package var page: Extent

        package init(item: Extent, document: Extent, page: Extent) {
            self.item = item
            self.document = document
            self.page = page
        }
    }

    /// What is reported, not evidenced.
    package struct Reported: Sendable, Equatable {
        package var numerator: Int
        /// Cases for which the table says anything.
        package var known: Int
        /// Cases that are reported, and for which nothing here proves it.
        package var withoutEvidence: Int
        /// Nil while nothing is known.
        package var value: Double?

        package init(numerator: Int, known: Int, withoutEvidence: Int, value: Double?) {
            self.numerator = numerator
            self.known = known
            self.withoutEvidence = withoutEvidence
            self.value = value
        }
    }

    package struct Readings: Sendable, Equatable {
        package var strict: Reading
        package var proxy: Reading

        package init(strict: Reading, proxy: Reading) {
            self.strict = strict
            self.proxy = proxy
        }
    }

    /// One way to understand an indicator.
    package struct Reading: Sendable, Equatable {
        package var numerator: Int
        package var value: Double?
        package var definition: String

        package init(numerator: Int, value: Double?, definition: String) {
            self.numerator = numerator
            self.value = value
            self.definition = definition
        }
    }

    package enum Code: String, Sendable, Codable, CaseIterable {
        case archivesDigitized = "archives_digitized"
        case tthcDigitized = "tthc_digitized"
        case tthcResultElectronic = "tthc_result_electronic"
        case dataReused = "data_reused"
    }

    package enum Status: String, Sendable, Codable, CaseIterable {
        case met
        case onTrack = "on_track"
        case behind, unknown
    }

    /// Why nobody can say whether a figure is late.
    package enum Unknown: String, Sendable, Codable, CaseIterable {
        /// The plan sets none.
        case noTarget = "no_target"
        /// There is nothing to count.
        case noDenominator = "no_denominator"
        /// Below its target, and no day by which it is due.
        case noDueDay = "no_due_day"
    }

    package init(
        code: Code, unit: String, period: Period, numerator: Int, denominator: Int, value: Double?, target: Double?, due: CalendarDate?,
        status: Status, unknown: Unknown? = nil, excluded: [String: Int], pending: [String: Int], definition: String, asOf: Date,
        responsible: String? = nil, extents: Extents? = nil, reported: Reported? = nil, readings: Readings? = nil
    ) {
        self.code = code
        self.unit = unit
        self.period = period
        self.numerator = numerator
        self.denominator = denominator
        self.value = value
        self.target = target
        self.due = due
        self.status = status
        self.unknown = unknown
        self.excluded = excluded
        self.pending = pending
        self.definition = definition
        self.asOf = asOf
        self.responsible = responsible
        self.extents = extents
        self.reported = reported
        self.readings = readings
    }

    /// The ratio with two decimals of its percentage, as QĐ 766 shows it: 41 of 50 is 0.82 (82.00 %), 2 of 3 is 0.6667 (66.67 %); nil where
    /// there is nothing to count. Rounded half up, but never up to 1: one missing of a million is not all.
    package static func value(_ numerator: Int, of denominator: Int) -> Double? {
        guard denominator > 0 else { return nil }
        let tenThousandths = (numerator * 20_000 + denominator) / (2 * denominator)
        return Double(numerator < denominator ? min(tenThousandths, 9_999) : 10_000) / 10_000
    }
}
