package import Records

/// Looks for what is late, falls, ages or does not fit. Pure.
package struct Watch: Sendable {
    /// When something is worth a warning. Plans differ, so this is configuration.
    package struct Bounds: Sendable, Equatable {
        /// The day by which a month must have been worked on; nil where nobody has to report every month.
        package var reportDay: Int?
        /// Days that a record may wait for review.
        package var reviewDays: Int
        /// Points of a percent that a rate may move in a month.
        package var jumpPoints: Int

        package init(reportDay: Int? = 15, reviewDays: Int = 30, jumpPoints: Int = 30) {
            self.reportDay = reportDay
            self.reviewDays = reviewDays
            self.jumpPoints = jumpPoints
        }
    }

    private let bounds: Bounds
    private let namedUnits: Set<String>

    /// - Parameter namedUnits: those that the configuration names.
    package init(bounds: Bounds, namedUnits: Set<String> = []) {
        self.bounds = bounds
        self.namedUnits = namedUnits
    }

    /// - Parameters:
    ///   - now: the indicators of the whole office for the period.
    ///   - before: those of the period before, or, for the archive, as they were when it ended.
    ///   - itemsBefore: the inventory as it was then.
    ///   - misnumbered: items whose papers' numbers do not fit.
    ///   - unfiled: records that stand in no case and no item: how many, and the newest.
    ///   - waiting: records that wait for review, with the day they were made, oldest first.
    ///   - lastUpdate: the last day on which anything was taken, imported or reused.
    ///   - end: the last day of the period, or today while it runs.
    package func warnings(
        now: [Indicator], before: [Indicator], items: [(code: String, figures: ItemFigures)], itemsBefore: [(code: String, figures: ItemFigures)],
        misnumbered: [String] = [], unfiled: (count: Int, newest: [String]) = (0, []), cases: [(code: String, figures: CaseFigures)],
        waiting: [(record: String, since: CalendarDate)], lastUpdate: CalendarDate?, period: Period, end: CalendarDate
    ) -> [Warning] {
        var warnings: [Warning] = []
        if let warning = noUpdate(lastUpdate, period: period, end: end) { warnings.append(warning) }
        for indicator in now {
            guard let value = indicator.value, let was = before.first(where: { $0.code == indicator.code })?.value else { continue }
            let points = Int(((value - was) * 100).rounded())
            guard value < was || abs(points) >= bounds.jumpPoints else { continue }
            let moved =
                indicator.code == .archivesDigitized
                ? Self.moved(items, since: itemsBefore, down: value < was) : Self.moved(cases, indicator.code, period, down: value < was)
            if value < was { warnings.append(Warning(code: .falls, indicator: indicator.code, points: points, subjects: moved)) }
            if abs(points) >= bounds.jumpPoints { warnings.append(Warning(code: .jumps, indicator: indicator.code, points: points, subjects: moved)) }
        }
        let old = waiting.filter { end.dayNumber - $0.since.dayNumber > bounds.reviewDays }.map(\.record)
        let dated = cases.filter { period.holds($0.figures.receivedOn) && $0.figures.receivedOn != nil }
        let subjects: [(Warning.Code, Indicator.Code?, [String])] = [
            (.backlogAges, nil, old),
            (.caseWithoutComponents, .tthcDigitized, dated.filter { $0.figures.components == 0 && $0.figures.reuses == 0 }.map(\.code)),
            (
                .morePagesThanListed, .archivesDigitized,
                items.filter { item in item.figures.totalPages.map { item.figures.scannedPages > $0 } ?? false }.map(\.code)
            ), (.paperNumbers, .archivesDigitized, misnumbered),
            (.oddUnit, nil, oddUnits(items.map { ($0.code, $0.figures.unit) } + cases.map { ($0.code, $0.figures.unit) })),
            (.unlisted, nil, items.filter(\.figures.isUnlisted).map(\.code) + cases.filter(\.figures.isUnlisted).map(\.code)),
        ]
        for (code, indicator, subjects) in subjects where !subjects.isEmpty {
            warnings.append(Warning(code: code, indicator: indicator, subjects: subjects))
        }
        if unfiled.count > 0 { warnings.append(Warning(code: .unfiled, count: unfiled.count, subjects: unfiled.newest)) }
        return warnings
    }

    /// Items that moved the rate: down, those that were done or not listed before and are not done now; up, those that were not done and are.
    private static func moved(
        _ items: [(code: String, figures: ItemFigures)], since before: [(code: String, figures: ItemFigures)], down: Bool
    ) -> [String] {
        let were = Dictionary(before.map { ($0.code, IndicatorRule.standing(of: $0.figures)) }, uniquingKeysWith: { first, _ in first })
        return items.filter { item in
            let (was, now) = (were[item.code], IndicatorRule.standing(of: item.figures))
            if down { return now.name == "pending" && (was == nil || was == .counted) }
            return now == .counted && was != .counted
        }.map(\.code)
    }

    /// Those whose unit metrics do not show.
    private func oddUnits(_ subjects: [(code: String, unit: String?)]) -> [String] {
        let labels = UnitLabel.labels(among: Set(subjects.compactMap(\.unit)), named: namedUnits)
        return subjects.filter { subject in subject.unit.map { !labels.contains($0) } ?? false }.map(\.code)
    }

    /// Cases of a period are others than those of the one before: down, those that do not count; up, those that do.
    private static func moved(
        _ cases: [(code: String, figures: CaseFigures)], _ code: Indicator.Code, _ period: Period, down: Bool
    ) -> [String] {
        cases.filter { IndicatorRule.standing(of: $0.figures, for: code, in: period)?.name == (down ? "pending" : "counted") }.map(\.code)
    }

    /// In a month that runs, only from the day on which the report is due.
    private func noUpdate(_ last: CalendarDate?, period: Period, end: CalendarDate) -> Warning? {
        guard let days = period.days, let reportDay = bounds.reportDay else { return nil }
        if let last, last >= days.lowerBound { return nil }
        guard end >= days.upperBound || end.day >= reportDay else { return nil }
        return Warning(code: .noUpdate, subjects: last.map { [$0.description] } ?? [])
    }
}
