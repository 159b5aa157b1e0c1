import Records
import Testing

@testable import Indicators

@Suite("Whether a figure gets there in time")
struct IndicatorPaceTests {
    @Test(
        "From the first day of the period to the due day, in a straight line",
        arguments: [
            ("2026", "2026-12-31", 1.0, "2026-01-01", Indicator.Status.met), ("2026", "2026-12-31", 0.0, "2026-01-01", .onTrack),
            ("2026", "2026-12-31", 0.0, "2026-01-02", .behind), ("2026", "2026-12-31", 0.5, "2026-07-02", .onTrack),
            ("2026", "2026-12-31", 0.49, "2026-07-02", .behind), ("2026-10", "2026-12-31", 0.1, "2026-10-05", .onTrack),
            ("2026-10", nil, 0.5, "2026-10-16", .onTrack), ("2026-10", nil, 0.4, "2026-10-16", .behind),
            ("2026-10", nil, 0.99, "2026-11-01", .behind), ("2027", "2026-12-31", 0.99, "2027-01-01", .behind),
            ("all", "2026-12-31", 0.5, "2026-07-02", .onTrack), ("all", nil, 0.5, "2026-07-02", .unknown),
        ] as [(String, String?, Double, String, Indicator.Status)])
    func cases(_ period: String, _ due: String?, _ ratio: Double, _ today: String, status: Indicator.Status) throws {
        let pace = IndicatorPace(code: .tthcDigitized, period: try #require(Period(period)), due: due.flatMap { CalendarDate($0) })
        #expect(pace.status(of: ratio, target: 1, today: try Samples.day(today)).0 == status)
        #expect(pace.status(of: nil, target: 1, today: try Samples.day(today)).0 == .unknown)
    }

    @Test("The archive's pace has nothing to do with the period: it runs over the due day's year")
    func archives() throws {
        let pace = IndicatorPace(code: .archivesDigitized, period: Samples.october, due: try Samples.day("2026-12-31"))
        #expect(pace.status(of: 0.5, target: 1, today: try Samples.day("2026-07-02")).0 == .onTrack)
        #expect(pace.status(of: 0.5, target: 1, today: try Samples.day("2026-10-15")).0 == .behind)
        let undue = IndicatorPace(code: .archivesDigitized, period: Samples.october, due: nil)
        #expect(undue.status(of: 0.5, target: 1, today: try Samples.day("2026-10-15")).0 == .unknown)
    }

    @Test(
        "A month that is over stands the same on whatever day it is looked at",
        arguments: ["2026-11-01", "2026-11-15", "2026-12-31", "2028-01-01"])
    func over(today: String) throws {
        let pace = IndicatorPace(code: .tthcDigitized, period: Samples.october, due: try Samples.day("2026-12-31"))
        #expect(pace.status(of: 0.34, target: 1, today: try Samples.day(today)).0 == .onTrack)
        #expect(pace.status(of: 0.33, target: 1, today: try Samples.day(today)).0 == .behind)
        let monthly = IndicatorPace(code: .tthcDigitized, period: Samples.october, due: try Samples.day("2026-10-31"))
        #expect(monthly.status(of: 0.99, target: 1, today: try Samples.day(today)).0 == .behind)
    }

    @Test("A share that is the target exactly is met, whatever the division leaves over")
    func exactlyMet() throws {
        let pace = IndicatorPace(code: .dataReused, period: .all, due: nil)
        for denominator in 1...500 where denominator.isMultiple(of: 5) {
            let ratio = Double(denominator / 5 * 4) / Double(denominator)
            #expect(pace.status(of: ratio, target: 0.8, today: try Samples.day("2026-07-02")).0 == .met)
        }
    }

    @Test(
        "Days are counted over leap years",
        arguments: [("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1), ("1999-12-31", "2001-01-01", 367)])
    func days(_ from: String, _ to: String, count: Int) throws {
        #expect(try Samples.day(to).dayNumber - Samples.day(from).dayNumber == count)
    }
}
