import Foundation
import Indicators
import Records
import SQLiteCatalogue
import TestSupport
import Testing

/// Items, cases and seed of the year; `SOHOA_YEAR=2000,3000,1` lives a whole commune's.
private let yearOf: [Int] = {
    let words = ProcessInfo.processInfo.environment["SOHOA_YEAR"]?.split(separator: ",").compactMap { Int($0) } ?? []
    return words.count == 3 ? words : [200, 300, 20_261_121]
}()

@Suite("A year in the life of a commune")
struct YearTests {
    private let calculator = IndicatorCalculator(targets: Targets())

    @Test("Every figure is what an auditor counts by hand, at every month's end and as of any day, also after a restore and by other tables")
    func year() async throws {
        let folder = TestRun.folder.appending(path: "year-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var life = SimulatedYear(seed: UInt64(yearOf[2]), items: yearOf[0], cases: yearOf[1])
        let path = folder.appending(path: "catalogue.sqlite").path
        var catalogue = try SQLiteCatalogue(path: path, roles: life.office.roles)
        var books: [CalendarDate: Book] = [:]
        var reports = FrozenReports()
        var backup: (life: SimulatedYear, reports: FrozenReports, day: Int)?
        var number = 0
        var wasRestored = false
        var chance = SeededRandom(seed: UInt64(yearOf[2]))
        while let day = Self.day(number) {
            try await life.live(day, number: number, in: catalogue)
            if number == 150 { try await Self.breakClock(catalogue, on: day) }
            books[day] = Book(life.office)
            if number == 260 {
                catalogue = try await Self.changeTables(&life, catalogue, at: "\(folder.path)/data/catalogue.sqlite", on: day)
                // That day may have the figures of either table.
                books[day] = nil
            }
            if day.day == CalendarDate.days(in: day.month, of: day.year) {
                try await compareMonth(catalogue, life.office, day)
                for _ in 0..<3 {
                    if let earlier = books.keys.filter({ $0 <= day }).sorted().randomElement(using: &chance) {
                        try await compare(catalogue, books, on: earlier, "seen on \(day)")
                    }
                }
                if let month = Period.month(year: day.year, month: day.month).previous, month.days?.lowerBound.year == day.year {
                    try await reports.goOn(to: month, catalogue, life.office, on: day)
                }
            }
            if number == 200, backup == nil {
                try await RestoredOffice.backUp(catalogue, to: "\(folder.path)/backup", at: day.end)
                backup = (life, reports, number)
            }
            if number == 220, !wasRestored, let backup {
                try catalogue.close()
                (life, reports, number) = (backup.life, backup.reports, backup.day)
                let noon = (Self.day(number)?.end ?? day.end) - 12 * 3600
                catalogue = try await RestoredOffice.restore(
                    "\(folder.path)/backup", to: "\(folder.path)/data", roles: life.office.roles, at: noon)
                wasRestored = true
            }
            number += 1
        }
        #expect(wasRestored && reports.amendments > 0)
        #expect(SimulatedYear.Event.allCases.filter { life.lived[$0] == nil } == [], "what never happened")
        for day in books.keys.sorted() where day.day % 9 == 1 || day.day == CalendarDate.days(in: day.month, of: day.year) {
            try await compare(catalogue, books, on: day)
        }
        #expect(try await catalogue.faults() == [])
    }

    /// What the auditor had in his book at the end of a day.
    private struct Book {
        let numbers: [String: NaiveOffice.Numbers]
        let unlisted: Set<String>

        init(_ office: NaiveOffice) {
            numbers = office.count(receivedIn: [""])
            unlisted = office.unlisted
        }
    }

    /// The figures as of a day, out of the trail.
    private func compare(_ catalogue: SQLiteCatalogue, _ books: [CalendarDate: Book], on day: CalendarDate, _ comment: String = "") async throws {
        guard let book = books[day] else { return }
        let entries = try await catalogue.trailLength(at: day.end)
        let now = try await figures(catalogue, period: .all, after: entries, on: day)
        #expect(now == book.numbers, "\(comment) as of \(day): \(Self.difference(now, book.numbers))")
        let unlisted = try await unlisted(catalogue, after: entries)
        #expect(unlisted == book.unlisted, "\(comment) as of \(day): \(unlisted.symmetricDifference(book.unlisted).sorted())")
    }

    private func unlisted(_ catalogue: SQLiteCatalogue, after entry: Int?) async throws -> Set<String> {
        let items = try await catalogue.itemFigures(after: entry).filter(\.figures.isUnlisted).map(\.code)
        let cases = try await catalogue.caseFigures(in: .all, after: entry).filter(\.figures.isUnlisted).map(\.code)
        return Set(items + cases)
    }

    /// The office puts other tables in the place of the first: the next command counts every dossier anew.
    private static func changeTables(
        _ life: inout SimulatedYear, _ catalogue: SQLiteCatalogue, at path: String, on day: CalendarDate
    ) async throws -> SQLiteCatalogue {
        try catalogue.close()
        life.office.hasNewTables = true
        return try SQLiteCatalogue(path: path, roles: life.office.roles, at: day.end - 1)
    }

    /// `SOHOA_LIFE_SEED` lives the same lives again.
    static let seed = ProcessInfo.processInfo.environment["SOHOA_LIFE_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)

    @Test("Of lives by chance, with few dossiers and much happening to each, every figure is right on every day, then and later", arguments: 0..<8)
    func shortLives(_ number: UInt64) async throws {
        let seed = Self.seed + number
        print("a life by chance: SOHOA_LIFE_SEED=\(seed)")
        let folder = TestRun.folder.appending(path: "life-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "catalogue.sqlite").path
        var life = SimulatedYear(seed: seed, items: 5, cases: 8, days: 40, mostEvents: 14)
        var catalogue = try SQLiteCatalogue(path: path, roles: life.office.roles)
        var books: [CalendarDate: Book] = [:]
        // From the last days of one month into the next but one.
        for (index, number) in (20..<60).enumerated() {
            guard let day = Self.day(number) else { continue }
            try await life.live(day, number: index, in: catalogue)
            books[day] = Book(life.office)
            if index == 20 {
                catalogue = try await Self.changeTables(&life, catalogue, at: path, on: day)
                books[day] = nil
            }
            try await compareMonth(catalogue, life.office, day, "seed \(seed)")
        }
        for day in books.keys.sorted() { try await compare(catalogue, books, on: day, "seed \(seed)") }
        #expect(try await catalogue.faults() == [], "seed \(seed)")
    }

    /// The live sums for the month, its quarter, the year and all time.
    private func compareMonth(_ catalogue: SQLiteCatalogue, _ office: NaiveOffice, _ day: CalendarDate, _ comment: Comment = "") async throws {
        let quarter = (day.month - 1) / 3
        let months = (quarter * 3 + 1...quarter * 3 + 3).map { "2026-\($0 < 10 ? "0" : "")\($0)-" }
        let expected: [(Period, [String])] = [
            (.month(year: 2026, month: day.month), ["2026-\(day.month < 10 ? "0" : "")\(day.month)-"]),
            (.quarter(year: 2026, quarter: quarter + 1), months), (.year(2026), ["2026-"]), (.all, [""]),
        ]
        for (period, prefixes) in expected {
            let (found, counted) = (try await figures(catalogue, period: period, after: nil, on: day), office.count(receivedIn: prefixes))
            #expect(found == counted, "\(comment) \(period) at \(day): \(Self.difference(found, counted))")
        }
        #expect(try await unlisted(catalogue, after: nil) == office.unlisted, "\(comment) at \(day)")
    }

    private func figures(
        _ catalogue: SQLiteCatalogue, period: Period, after entry: Int?, on day: CalendarDate
    ) async throws -> [String: NaiveOffice.Numbers] {
        let items: [ItemGroup]
        let cases: [CaseGroup]
        if let entry {
            items = try await catalogue.itemFigures(after: entry).map { ItemGroup($0.figures) }
            cases = try await catalogue.caseFigures(in: period, after: entry).map { CaseGroup(figures: $0.figures) }
        } else {
            items = try await catalogue.itemGroups()
            cases = try await catalogue.caseGroups(in: [period])[0]
        }
        let indicators = calculator.indicators(period: period, unit: nil, items: items, cases: cases, today: day, asOf: day.end)
        var numbers: [String: NaiveOffice.Numbers] = [:]
        for figure in indicators where figure.denominator > 0 {
            #expect(figure.pending.values.reduce(0, +) == figure.denominator - figure.numerator)
            numbers["\(figure.code.rawValue) \(figure.unit)"] = .init(
                numerator: figure.numerator, denominator: figure.denominator, proxy: figure.readings?.proxy.numerator ?? figure.numerator,
                pages: figure.extents?.page.done ?? 0, waitingPages: figure.extents?.page.waiting ?? 0)
        }
        return numbers
    }

    /// One entry by a clock that lost its battery, one by a clock set wrongly ahead: neither moves what was known on which day.
    private static func breakClock(_ catalogue: SQLiteCatalogue, on day: CalendarDate) async throws {
        for at in [Date(timeIntervalSince1970: 0), day.end + 400 * 86_400] {
            try await catalogue.audit(AuditEntry(at: at, who: "lan", what: .recordViewed, subject: "r1"))
        }
    }

    private static func day(_ number: Int) -> CalendarDate? {
        let day = CalendarDate(daysSince1970: 20_454 + number)
        return day?.year == 2026 ? day : nil
    }

    private static func difference(_ a: [String: NaiveOffice.Numbers], _ b: [String: NaiveOffice.Numbers]) -> String {
        Set(a.keys).union(b.keys).sorted().filter { a[$0] != b[$0] }.prefix(5)
            .map { "\($0): \(a[$0]?.description ?? "–") counted \(b[$0]?.description ?? "–")" }.joined(separator: "; ")
    }
}
