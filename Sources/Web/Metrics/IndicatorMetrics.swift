import Records

/// `sohoa_indicator_*`: the figures of the current month, quarter and year, and of all time.
enum IndicatorMetrics {
    /// - Parameter indicators: each with the name of its period: `month`, `quarter`, `year`, `all`.
    static func families(_ indicators: [(period: String, indicator: Indicator)]) -> [MetricFamily] {
        let units = shownUnits(indicators.map(\.indicator.unit))
        let shown = indicators.filter { units.contains($0.indicator.unit) }
        func family(_ name: String, _ help: String, _ value: (Indicator) -> Double?) -> MetricFamily {
            let samples = shown.compactMap { period, indicator in
                value(indicator).map { MetricFamily.Sample(labels: labels(of: indicator, period), value: $0) }
            }
            return MetricFamily("sohoa_indicator_\(name)", .gauge, "\(help) At most \(Int(WebLimits.figureSeconds)) seconds old.", samples)
        }
        return [
            family("numerator", "Cases or inventory items that fulfil the indicator.") { Double($0.numerator) },
            family("denominator", "Cases or inventory items that the indicator counts.") { Double($0.denominator) },
            family("ratio", "Numerator by denominator, 0 to 1; absent while unknown.") { $0.value },
            family("target_ratio", "The ratio to reach, 0 to 1.") { $0.target },
            family("reported_ratio", "The ratio by the one-stop system's own account, 0 to 1; absent where it reports nothing.") {
                $0.reported?.value
            },
            family("proxy_ratio", "Reuse in its wider reading, 0 to 1: with what is reported and not evidenced.") { $0.readings?.proxy.value },
            pending(shown),
            extents(shown),
        ]
    }

    /// Of the whole alone: a series for each unit and reason would be thousands.
    private static func pending(_ indicators: [(period: String, indicator: Indicator)]) -> MetricFamily {
        let samples = indicators.filter { $0.indicator.unit == all }.flatMap { period, indicator in
            indicator.pending.sorted { $0.key < $1.key }.map { reason, count in
                MetricFamily.Sample(
                    labels: [("indicator", indicator.code.rawValue), ("period", period), ("reason", reason)], value: Double(count))
            }
        }
        return MetricFamily(
            "sohoa_indicator_pending", .gauge, "Cases or items of the whole that do not count yet, by the first thing that they lack.", samples)
    }

    private static func extents(_ indicators: [(period: String, indicator: Indicator)]) -> MetricFamily {
        let whole = indicators.first { $0.indicator.unit == all && $0.period == "all" && $0.indicator.extents != nil }?.indicator.extents
        let samples = [("item", whole?.item), ("document", whole?.document), ("page", whole?.page)].flatMap { by, extent in
            extent.map { extent in
                [("done", extent.done), ("listed", extent.of)].map { state, count in
                    MetricFamily.Sample(labels: [("by", by), ("state", state)], value: Double(count))
                }
            } ?? []
        }
        return MetricFamily("sohoa_archive", .gauge, "The archive by item, document and page: listed in the inventory, and done.", samples)
    }

    private static func labels(of indicator: Indicator, _ period: String) -> [(name: String, value: String)] {
        [("indicator", indicator.code.rawValue), ("unit", indicator.unit), ("period", period)]
    }

    /// `all` and the first units by name, `WebLimits.maximumUnits` of them: a table with its columns shifted must not flood the metrics.
    private static func shownUnits(_ units: [String]) -> Set<String> {
        Set(Set(units).subtracting([all]).sorted().prefix(WebLimits.maximumUnits) + [all])
    }

    private static let all = "all"
}
