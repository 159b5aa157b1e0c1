import Records

/// `sohoa_indicator_*`: the figures of the current month, quarter and year, and of all time.
enum IndicatorMetrics {
    /// - Parameters:
    ///   - indicators: each with the name of its period: `month`, `quarter`, `year`, `all`.
    ///   - named: units that the configuration names. What is no label (`UnitLabel`) is told together, as `other`.
    static func families(_ indicators: [(period: String, indicator: Indicator)], named: Set<String>) -> [MetricFamily] {
        let units = UnitLabel.labels(among: Set(indicators.map(\.indicator.unit)).subtracting([all]), named: named).union([all])
        let shown = indicators.filter { units.contains($0.indicator.unit) } + others(indicators.filter { !units.contains($0.indicator.unit) })
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
            family("target_ratio", "The ratio to reach, 0 to 1; absent where the plan sets none.") { $0.target },
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
                [("done", extent.done), ("waiting", extent.waiting), ("listed", extent.of), ("excluded", extent.excluded)].map { state, count in
                    MetricFamily.Sample(labels: [("by", by), ("state", state)], value: Double(count))
                }
            } ?? []
        }
        return MetricFamily(
            "sohoa_archive", .gauge, "The archive by item, document and page: listed in the inventory, done, there but not done, and excluded.",
            samples)
    }

    private static func labels(of indicator: Indicator, _ period: String) -> [(name: String, value: String)] {
        [("indicator", indicator.code.rawValue), ("unit", indicator.unit), ("period", period)]
    }

    /// One for each period and indicator: numerators and denominators summed. They have no one goal.
    private static func others(_ indicators: [(period: String, indicator: Indicator)]) -> [(period: String, indicator: Indicator)] {
        var sums: [(period: String, indicator: Indicator)] = []
        for (period, indicator) in indicators {
            if let place = sums.firstIndex(where: { $0.period == period && $0.indicator.code == indicator.code }) {
                sums[place].indicator.numerator += indicator.numerator
                sums[place].indicator.denominator += indicator.denominator
            } else {
                var first = indicator
                (first.unit, first.target, first.reported, first.readings) = (UnitLabel.other, nil, nil, nil)
                sums.append((period, first))
            }
        }
        for place in sums.indices {
            sums[place].indicator.value = Indicator.value(sums[place].indicator.numerator, of: sums[place].indicator.denominator)
        }
        return sums
    }

    private static let all = "all"
}
