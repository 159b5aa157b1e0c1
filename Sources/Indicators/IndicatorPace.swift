import Records

/// Whether a figure that is not yet at its target gets there in time, if it goes on as it has.
///
/// The pace is a straight line from nothing at `start` to the target at `end`: halfway through the time, half of the target is on track.
/// A line needs both ends, so without them the answer is unknown, not a guess.
struct IndicatorPace {
    /// The first day of the period; for archives and for all time, which have none, 1 January of the due day's year.
    let start: CalendarDate?
    /// The due day; without one the last day of the period, but for archives, which no period bounds, nil.
    let end: CalendarDate?
    /// The last day of a period: over, it stands as it did the day after. The same figure does not get worse with the day of printing.
    private let last: CalendarDate?

    init(code: Indicator.Code, period: Period, due: CalendarDate?) {
        let days = code == .archivesDigitized ? nil : period.days
        start = days?.lowerBound ?? due.flatMap { CalendarDate(year: $0.year, month: 1, day: 1) }
        end = due ?? days?.upperBound
        last = days?.upperBound
    }

    /// The status, and why it is unknown where it is.
    func status(of ratio: Double?, target: Double?, today: CalendarDate) -> (Indicator.Status, Indicator.Unknown?) {
        guard let target else { return (.unknown, .noTarget) }
        guard let ratio else { return (.unknown, .noDenominator) }
        if ratio >= target - Self.tolerance { return (.met, nil) }
        guard let share = timePassed(at: today) else { return (.unknown, .noDueDay) }
        return (ratio >= target * share - Self.tolerance ? .onTrack : .behind, nil)
    }

    /// 0 on the first day, 1 from the day after `end` on; nil without both ends. All time has passed when it ends before it starts.
    func timePassed(at today: CalendarDate) -> Double? {
        guard let start, let end else { return nil }
        let length = end.dayNumber - start.dayNumber + 1
        guard length > 0 else { return 1 }
        let day = min(today.dayNumber, last.map { $0.dayNumber + 1 } ?? .max)
        return min(max(Double(day - start.dayNumber) / Double(length), 0), 1)
    }

    /// Far below one case in a million, far above the error of a division.
    private static let tolerance = 1e-9
}

extension CalendarDate {
    /// Days since 1 March of the year 0 (proleptic Gregorian), by Howard Hinnant's `days_from_civil`
    /// (https://howardhinnant.github.io/date_algorithms.html), without its shift to 1970.
    var dayNumber: Int {
        let year = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
    }
}
