/// A month, a quarter, a year, or all time: what an indicator counts over.
package enum Period: Sendable, Hashable, CustomStringConvertible {
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case year(Int)
    case all

    /// `2026-10`, `2026-Q4`, `2026`, `all`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        // `Int` reads a sign too.
        guard !text.contains("+") else { return nil }
        if text == "all" {
            self = .all
        } else if parts.count == 1, parts[0].count == 4, let year = Int(text), year > 0 {
            self = .year(year)
        } else if parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), year > 0, parts[1].count == 2 {
            if parts[1].first == "Q", let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
                self = .quarter(year: year, quarter: quarter)
            } else if let month = Int(parts[1]), (1...12).contains(month) {
                self = .month(year: year, month: month)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
        case .year(let year): "\(year)"
        case .all: "all"
        }
    }

    /// First and last day, both included; nil for all time.
    package var days: ClosedRange<CalendarDate>? {
        switch self {
        case .month(let year, let month): Self.days(year, month...month)
        case .quarter(let year, let quarter): Self.days(year, quarter * 3 - 2...quarter * 3)
        case .year(let year): Self.days(year, 1...12)
        case .all: nil
        }
    }

    /// The month, quarter or year before; nil for all time.
    package var previous: Period? {
        switch self {
        case .month(let year, let month): month > 1 ? .month(year: year, month: month - 1) : .month(year: year - 1, month: 12)
        case .quarter(let year, let quarter): quarter > 1 ? .quarter(year: year, quarter: quarter - 1) : .quarter(year: year - 1, quarter: 4)
        case .year(let year): .year(year - 1)
        case .all: nil
        }
    }

    /// Whether a case received on that day is among those of the period; one without a day stands beside every period.
    package func holds(_ day: CalendarDate?) -> Bool {
        guard let day, let days else { return true }
        return days.contains(day)
    }

    private static func days(_ year: Int, _ months: ClosedRange<Int>) -> ClosedRange<CalendarDate>? {
        guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
            let last = CalendarDate(year: year, month: months.upperBound, day: CalendarDate.days(in: months.upperBound, of: year))
        else { return nil }
        return first...last
    }

    /// The current month, quarter and year at `today`, and all time, with the names that metrics use.
    package static func current(at today: CalendarDate) -> [(name: String, period: Period)] {
        [
            ("month", .month(year: today.year, month: today.month)), ("quarter", .quarter(year: today.year, quarter: (today.month + 2) / 3)),
            ("year", .year(today.year)), ("all", .all),
        ]
    }
}
