package import Foundation
package import Records

extension IndicatorCalculator {
    /// What is behind one indicator, subject by subject, in the order given.
    /// - Parameter unit: nil or `all` for the whole installation.
    package func evidence(
        for code: Indicator.Code, period: Period, unit: String?, items: [(code: String, figures: ItemFigures)],
        cases: [(code: String, figures: CaseFigures)]
    ) -> [IndicatorEvidence] {
        let evidence: [IndicatorEvidence] =
            switch code {
            case .archivesDigitized:
                items.map {
                    IndicatorEvidence(subject: $0.code, unit: $0.figures.unit, standing: IndicatorRule.standing(of: $0.figures), isReported: nil)
                }
            case .tthcDigitized, .tthcResultElectronic, .dataReused:
                cases.compactMap { file in
                    IndicatorRule.standing(of: file.figures, for: code, in: period).map {
                        IndicatorEvidence(
                            subject: file.code, unit: file.figures.unit, standing: $0,
                            isReported: IndicatorRule.isReported(file.figures, for: code))
                    }
                }
            }
        guard let unit, unit != Self.wholeInstallation else { return evidence }
        return evidence.filter { $0.unit == unit }
    }

    /// The four indicators from items and cases one by one.
    package func indicators(
        period: Period, unit: String?, inventory: [InventoryProgress], cases: [CaseProgress], today: CalendarDate, asOf: Date
    ) -> [Indicator] {
        indicators(
            period: period, unit: unit, items: inventory.map { ItemGroup($0.figures) }, cases: cases.map { CaseGroup(figures: $0.figures) },
            today: today, asOf: asOf)
    }

    /// What is behind one indicator, from items and cases one by one.
    package func evidence(
        for code: Indicator.Code, period: Period, unit: String?, inventory: [InventoryProgress], cases: [CaseProgress]
    ) -> [IndicatorEvidence] {
        evidence(
            for: code, period: period, unit: unit, items: inventory.map { (code: $0.item.fileCode, figures: $0.figures) },
            cases: cases.map { (code: $0.file.caseCode, figures: $0.figures) })
    }
}
