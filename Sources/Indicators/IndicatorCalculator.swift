package import Foundation
package import Records

/// Turns what the catalogue holds into the figures that the office is judged by. Pure: the same rows and the same day give the
/// same figures.
package struct IndicatorCalculator: Sendable {
    /// The code of the whole installation among units.
    package static let wholeInstallation = "all"

    package let targets: Targets

    package init(targets: Targets) { self.targets = targets }

    /// The four indicators of a period.
    ///
    /// - Parameters:
    ///   - unit: that unit only; nil for `all` followed by each unit that occurs. What names no unit counts in `all` alone.
    ///   - inventory: the whole inventory. The archive rate is what is done at `asOf`, whatever the period.
    ///   - cases: at least those received in the period; others are left out here. Cases without a date of reception count in no
    ///     period; those handed in stand under `excluded` as `no_received_on`.
    ///   - today: decides the pace (`IndicatorPace`).
    package func indicators(
        period: Period, unit: String?, inventory: [InventoryProgress], cases: [CaseProgress], today: CalendarDate, asOf: Date
    ) -> [Indicator] {
        let units = unit.map { [$0] } ?? [Self.wholeInstallation] + Self.units(inventory: inventory, cases: cases)
        let proofs = Indicator.Code.allCases.map { code in
            let all = self.evidence(for: code, period: period, unit: nil, inventory: inventory, cases: cases)
            return (code: code, all: all, ofUnit: Dictionary(grouping: all, by: \.unit))
        }
        return units.flatMap { unit in
            proofs.map { proof in
                let own = unit == Self.wholeInstallation ? proof.all : proof.ofUnit[unit] ?? []
                return indicator(proof.code, unit: unit, period: period, evidence: own, today: today, asOf: asOf)
            }
        }
    }

    /// What is behind one indicator, subject by subject, in the order given.
    /// - Parameter unit: nil or `all` for the whole installation.
    package func evidence(
        for code: Indicator.Code, period: Period, unit: String?, inventory: [InventoryProgress], cases: [CaseProgress]
    ) -> [IndicatorEvidence] {
        let evidence: [IndicatorEvidence] =
            switch code {
            case .archivesDigitized:
                inventory.map {
                    IndicatorEvidence(subject: $0.item.fileCode, unit: Self.named($0.item.unit), standing: IndicatorRule.standing(of: $0))
                }
            case .tthcDigitized, .tthcResultElectronic, .dataReused:
                cases.compactMap { progress in
                    IndicatorRule.standing(of: progress, for: code, in: period).map {
                        IndicatorEvidence(subject: progress.file.caseCode, unit: Self.named(progress.file.unit), standing: $0)
                    }
                }
            }
        guard let unit, unit != Self.wholeInstallation else { return evidence }
        return evidence.filter { $0.unit == unit }
    }

    private func indicator(
        _ code: Indicator.Code, unit: String, period: Period, evidence: [IndicatorEvidence], today: CalendarDate, asOf: Date
    ) -> Indicator {
        let tally = IndicatorTally(evidence, of: code)
        let goal = targets[code]
        let pace = IndicatorPace(code: code, period: period, due: goal.due)
        return Indicator(
            code: code, unit: unit, period: period, numerator: tally.numerator, denominator: tally.denominator, value: tally.value,
            target: goal.target, due: goal.due, status: pace.status(of: tally.ratio, target: goal.target, today: today),
            excluded: tally.excluded, pending: tally.pending, definition: code.definition, asOf: asOf)
    }

    /// Sorted. A unit that calls itself `all` cannot be told from the whole, and is counted there alone.
    private static func units(inventory: [InventoryProgress], cases: [CaseProgress]) -> [String] {
        let units = inventory.lazy.compactMap { named($0.item.unit) } + cases.lazy.compactMap { named($0.file.unit) }
        return Set(units).subtracting([wholeInstallation]).sorted()
    }

    private static func named(_ unit: String?) -> String? { unit.flatMap { $0.isEmpty ? nil : $0 } }
}
