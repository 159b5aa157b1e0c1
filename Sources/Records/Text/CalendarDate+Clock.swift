package import Foundation

extension CalendarDate {
    /// The day at this moment where the office is: Vietnam, UTC+7 all year, whatever the machine is set to.
    package init(of moment: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        self = CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .epoch
    }

    /// The last whole second of the day, in Vietnam.
    package var end: Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let parts = DateComponents(year: year, month: month, day: day, hour: 23, minute: 59, second: 59)
        return calendar.date(from: parts) ?? .distantPast
    }

    private static let epoch = CalendarDate(daysChecked: (1970, 1, 1))

    private init(daysChecked date: (Int, Int, Int)) { (year, month, day) = date }
}
