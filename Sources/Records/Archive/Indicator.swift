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
    /// 0...1.
    package var target: Double
    package var due: CalendarDate?
    package var status: Status
    package var excluded: [String: Int]
    package var pending: [String: Int]
    package var definition: String
    package var asOf: Date

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

    package init(
        code: Code, unit: String, period: Period, numerator: Int, denominator: Int, value: Double?, target: Double, due: CalendarDate?,
        status: Status, excluded: [String: Int], pending: [String: Int], definition: String, asOf: Date
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
        self.excluded = excluded
        self.pending = pending
        self.definition = definition
        self.asOf = asOf
    }
}
