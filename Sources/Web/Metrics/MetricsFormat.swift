/// The two ways to write metrics down.
///
/// They differ in the names of counters and information: OpenMetrics 1.0.0 names the family without the suffix of its samples
/// (https://prometheus.io/docs/specs/om/open_metrics_spec/), the Prometheus text format 0.0.4 with it, and knows no `info`
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
enum MetricsFormat {
    case openMetrics, prometheus

    var mediaType: String {
        switch self {
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        }
    }

    /// Both end with `# EOF`, a mark of OpenMetrics and a comment to Prometheus, so that a torn answer can be told from a whole one.
    func text(of families: [MetricFamily]) -> String {
        var text = ""
        text.reserveCapacity(families.reduce(0) { $0 + $1.samples.count } * Self.usualLine)
        for family in families {
            let suffix = Self.suffix(of: family.kind)
            let name = family.name + (self == .prometheus ? suffix : "")
            text += "# HELP \(name) \(Self.escapedHelp(family.help))\n# TYPE \(name) \(type(of: family.kind))\n"
            for sample in family.samples {
                text += family.name
                text += sample.suffix.isEmpty ? suffix : sample.suffix
                Self.write(sample.labels, to: &text)
                text += " "
                text += Self.number(sample.value)
                text += "\n"
            }
        }
        return text + "# EOF\n"
    }

    private func type(of kind: MetricFamily.Kind) -> String {
        self == .prometheus && kind == .info ? MetricFamily.Kind.gauge.rawValue : kind.rawValue
    }

    private static func suffix(of kind: MetricFamily.Kind) -> String {
        switch kind {
        case .counter: "_total"
        case .info: "_info"
        case .gauge, .histogram: ""
        }
    }

    /// Bytes of a line, about.
    private static let usualLine = 100

    private static func write(_ labels: [(name: String, value: String)], to text: inout String) {
        var before = "{"
        for label in labels {
            text += before
            text += label.name
            text += "=\""
            text += escapedLabel(label.value)
            text += "\""
            before = ","
        }
        if !labels.isEmpty { text += "}" }
    }

    /// Nearly no label has anything to escape, and a scrape has ten thousand of them.
    private static func escapedLabel(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\"") }) else { return value }
        return escapedHelp(value).replacing("\"", with: "\\\"")
    }

    private static func escapedHelp(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") }

    /// Whole numbers without a fraction, as both formats allow.
    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
