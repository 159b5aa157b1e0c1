package import Foundation
package import Records

/// Turns what the catalogue holds into the figures that the office is judged by. Pure: the same figures of cases and items and the
/// same day give the same indicators.
package struct IndicatorCalculator: Sendable {
    /// The code of the whole installation among units.
    package static let wholeInstallation = "all"

    package let targets: Targets

    package init(targets: Targets) { self.targets = targets }

    /// The four indicators of a period.
    ///
    /// - Parameters:
    ///   - unit: that unit only; nil for `all` followed by each unit that occurs. What names no unit counts in `all` alone.
    ///   - items: the whole inventory. The archive rate is what is done at `asOf`, whatever the period.
    ///   - cases: at least those received in the period; others are left out here. Cases without a date of reception count in no
    ///     period; those handed in stand under `excluded` as `no_received_on`.
    ///   - today: decides the pace (`IndicatorPace`).
    package func indicators(
        period: Period, unit: String?, items: [ItemGroup], cases: [CaseGroup], today: CalendarDate, asOf: Date
    ) -> [Indicator] {
        let units = unit.map { [$0] } ?? [Self.wholeInstallation] + Self.units(items: items, cases: cases)
        let tallies = Indicator.Code.allCases.map { code in
            (code: code, byUnit: self.tallies(of: code, period: period, items: items, cases: cases))
        }
        return units.flatMap { unit in
            tallies.map { code, byUnit in
                indicator(code, unit: unit, period: period, tally: byUnit[unit] ?? IndicatorTally(of: code), today: today, asOf: asOf)
            }
        }
    }

    private func tallies(of code: Indicator.Code, period: Period, items: [ItemGroup], cases: [CaseGroup]) -> [String: IndicatorTally] {
        var tallies: [String: IndicatorTally] = [:]
        func add(to unit: String?, _ change: (inout IndicatorTally) -> Void) {
            change(&tallies[Self.wholeInstallation, default: IndicatorTally(of: code)])
            if let unit = Self.named(unit) { change(&tallies[unit, default: IndicatorTally(of: code)]) }
        }
        if code == .archivesDigitized {
            for group in items {
                let standing = IndicatorRule.standing(of: group.figures)
                add(to: group.figures.unit) { tally in
                    tally.add(standing, times: group.items)
                    tally.add(group)
                }
            }
        } else {
            for group in cases {
                guard let standing = IndicatorRule.standing(of: group.figures, for: code, in: period) else { continue }
                let isReported = IndicatorRule.isReported(group.figures, for: code)
                add(to: group.figures.unit) { $0.add(standing, times: group.cases, isReported: isReported) }
            }
        }
        return tallies
    }

    private func indicator(
        _ code: Indicator.Code, unit: String, period: Period, tally: IndicatorTally, today: CalendarDate, asOf: Date
    ) -> Indicator {
        // The goal of a period is the one that counted when it ended.
        let goal = targets.goal(code, of: unit, on: period.days.map { min($0.upperBound, today) } ?? today)
        let pace = IndicatorPace(code: code, period: period, due: goal.due)
        let (status, unknown) = pace.status(of: tally.ratio, target: goal.target, today: today)
        return Indicator(
            code: code, unit: unit, period: period, numerator: tally.numerator, denominator: tally.denominator, value: tally.value,
            target: goal.target, due: goal.due, status: status, unknown: unknown,
            excluded: tally.excluded, pending: tally.pending, definition: code.definition, asOf: asOf,
            responsible: goal.responsible, extents: code == .archivesDigitized ? tally.extents : nil, reported: tally.whatIsReported,
            readings: code == .dataReused ? tally.reuseReadings : nil)
    }

    /// Sorted. A unit that calls itself `all` cannot be told from the whole, and is counted there alone.
    private static func units(items: [ItemGroup], cases: [CaseGroup]) -> [String] {
        let units = items.lazy.compactMap { named($0.figures.unit) } + cases.lazy.compactMap { named($0.figures.unit) }
        return Set(units).sorted()
    }

    private static func named(_ unit: String?) -> String? { unit.flatMap { $0.isEmpty || $0 == wholeInstallation ? nil : $0 } }
}
