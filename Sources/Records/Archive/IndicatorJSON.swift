import Foundation

/// An indicator as the command line and HTTP show it: every key present, `null` for what is unknown.
package struct IndicatorJSON: Encodable, Sendable {
    private let indicator: Indicator

    package init(_ indicator: Indicator) { self.indicator = indicator }

    private enum CodingKeys: String, CodingKey {
        case code, unit, period, numerator, denominator, value, target, due, status
        case statusReason = "status_reason"
        case excluded, pending, definition
        case asOf = "as_of"
        case responsible, extents, reported, readings
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(indicator.code, forKey: .code)
        try container.encode(indicator.unit, forKey: .unit)
        try container.encode(indicator.period.description, forKey: .period)
        try container.encode(indicator.numerator, forKey: .numerator)
        try container.encode(indicator.denominator, forKey: .denominator)
        try container.encode(indicator.value, forKey: .value)
        try container.encode(indicator.target, forKey: .target)
        try container.encode(indicator.due, forKey: .due)
        try container.encode(indicator.status, forKey: .status)
        try container.encode(indicator.unknown, forKey: .statusReason)
        try container.encode(indicator.excluded, forKey: .excluded)
        try container.encode(indicator.pending, forKey: .pending)
        try container.encode(indicator.definition, forKey: .definition)
        try container.encode(indicator.asOf.formatted(.iso8601), forKey: .asOf)
        try container.encode(indicator.responsible, forKey: .responsible)
        try container.encode(indicator.extents, forKey: .extents)
        try container.encode(indicator.reported.map(ReportedJSON.init), forKey: .reported)
        try container.encode(
            indicator.readings.map { ["strict": ReadingJSON(reading: $0.strict), "proxy": ReadingJSON(reading: $0.proxy)] }, forKey: .readings)
    }
}

private struct ReportedJSON: Encodable {
    let reported: Indicator.Reported

    private enum CodingKeys: String, CodingKey {
        case numerator, known
        case withoutEvidence = "without_evidence"
        case value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reported.numerator, forKey: .numerator)
        try container.encode(reported.known, forKey: .known)
        try container.encode(reported.withoutEvidence, forKey: .withoutEvidence)
        try container.encode(reported.value, forKey: .value)
    }
}

private struct ReadingJSON: Encodable {
    let reading: Indicator.Reading

    private enum CodingKeys: String, CodingKey { case numerator, value, definition }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reading.numerator, forKey: .numerator)
        try container.encode(reading.value, forKey: .value)
        try container.encode(reading.definition, forKey: .definition)
    }
}
