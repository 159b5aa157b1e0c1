import Foundation
import Indicators
import Records

/// The figures of the installation, now or as the trail had them.
extension Installation {
    /// The figures of several periods from one look at the catalogue.
    /// - Parameter day: as they were at the end of that day; nil for now.
    /// - Throws: `UnknownUnit`.
    func indicators(periods: [Period], unit: String?, asOf day: CalendarDate? = nil, now: Date = Date()) async throws -> [Indicator] {
        let today = day ?? CalendarDate(of: now)
        let entry = try await entry(asOf: day)
        let unit = try await known(unit, after: entry)
        let items: [ItemGroup]
        let cases: [[CaseGroup]]
        if let entry {
            items = try await catalogue.itemFigures(after: entry).map { ItemGroup($0.figures) }
            let all = try await catalogue.caseFigures(in: periods.count == 1 ? periods[0] : .all, after: entry).map { CaseGroup(figures: $0.figures) }
            cases = periods.map { _ in all }
        } else {
            items = try await catalogue.itemGroups()
            cases = try await catalogue.caseGroups(in: periods)
        }
        let moment = day?.end ?? now
        return zip(periods, cases).flatMap { period, cases in
            // The usual goals are due at the end of the year in which the period ended, or which runs.
            let year = period.days.map { min($0.upperBound, today) }?.year ?? today.year
            return IndicatorCalculator(targets: configuration.goals(for: year)).indicators(
                period: period, unit: unit, items: items, cases: cases, today: today, asOf: moment)
        }
    }

    /// What is behind one indicator, case by case or item by item.
    /// - Throws: `UnknownUnit`.
    func evidence(for code: Indicator.Code, period: Period, unit: String?, asOf day: CalendarDate? = nil) async throws -> [IndicatorEvidence] {
        let entry = try await entry(asOf: day)
        let unit = try await known(unit, after: entry)
        let isOfItems = code == .archivesDigitized
        return IndicatorCalculator(targets: Targets()).evidence(
            for: code, period: period, unit: unit, items: isOfItems ? try await catalogue.itemFigures(after: entry) : [],
            cases: isOfItems ? [] : try await catalogue.caseFigures(in: period, after: entry))
    }

    /// A unit as tables name it, whether or not anything of it lies in a period.
    private func known(_ unit: String?, after entry: Int?) async throws -> String? {
        guard let unit = unit.map(VietnameseText.squashed), unit != IndicatorCalculator.wholeInstallation else { return unit }
        let cases = try await catalogue.caseGroups(in: [.all])[0].compactMap(\.figures.unit)
        let items = try await catalogue.itemGroups().compactMap(\.figures.unit)
        var known = configuration.namedUnits.union(cases).union(items)
        if let entry, !known.contains(unit) {
            known.formUnion(try await catalogue.caseFigures(in: .all, after: entry).compactMap(\.figures.unit))
            known.formUnion(try await catalogue.itemFigures(after: entry).compactMap(\.figures.unit))
        }
        guard known.contains(unit) else { throw UnknownUnit(unit: unit, known: known.sorted()) }
        return unit
    }

    /// The place in the trail at the end of that day; nil for now.
    func entry(asOf day: CalendarDate?) async throws -> Int? {
        guard let day else { return nil }
        return try await catalogue.trailLength(at: day.end + 0.999)
    }
}
