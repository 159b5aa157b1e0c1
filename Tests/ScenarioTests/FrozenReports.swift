import Foundation
import Indicators
import Records
import SQLiteCatalogue
import Testing

/// The reports of past months, as they were issued: what they said stays, and what has changed since goes into amendments.
struct FrozenReports {
    /// What was kept of each period, the report first.
    private var issues: [Period: [Data]] = [:]
    /// What the auditor counted when each was issued last.
    private var books: [Period: [String: NaiveOffice.Numbers]] = [:]
    private let calculator = IndicatorCalculator(targets: Targets())

    var amendments: Int { issues.values.map { $0.count - 1 }.reduce(0, +) }

    /// Issues the report of a month that is over, and holds all that were issued before against what is kept and against the auditor.
    mutating func goOn(to month: Period, _ catalogue: SQLiteCatalogue, _ office: NaiveOffice, on day: CalendarDate) async throws {
        for period in issues.keys.sorted(by: { $0.description < $1.description }) { try await check(period, catalogue, office, on: day) }
        guard issues[month] == nil else { return }
        let bytes = try await report(of: month, catalogue, on: day).json()
        let kept = try await catalogue.issue(
            report: bytes, of: month.description, amendment: 0, forms: ["json": bytes, "csv": Data("\(day)".utf8)], by: "lan", at: day.end)
        #expect(kept == bytes)
        issues[month] = [kept]
        books[month] = office.count(receivedIn: ["\(month)"])
        #expect(try await catalogue.reportFile(of: month.description, amendment: 0, form: "csv") == Data("\(day)".utf8))
    }

    private mutating func check(_ period: Period, _ catalogue: SQLiteCatalogue, _ office: NaiveOffice, on day: CalendarDate) async throws {
        let kept = try #require(issues[period])
        #expect(try await catalogue.issuedReports(of: period.description) == kept, "\(period) at \(day)")
        var fresh = try await report(of: period, catalogue, on: day)
        let again = try await catalogue.issue(
            report: try fresh.json(), of: period.description, amendment: 0, forms: [:], by: "minh", at: day.end)
        #expect(again == kept[0], "\(period) is issued anew at \(day)")
        let file = try await catalogue.reportFile(of: period.description, amendment: 0, form: "csv")
        let keptFile = try await catalogue.keep(
            reportFile: Data(), of: period.description, amendment: 0, form: "csv", by: "minh", at: day.end)
        #expect(keptFile == file && file?.isEmpty == false)
        let last = try Report.decode(try #require(kept.last))
        (fresh.changes, fresh.moves) = (last.changes(to: fresh), last.moves(to: fresh))
        let (before, now) = (books[period] ?? [:], office.count(receivedIn: ["\(period)"]))
        for key in Set(before.keys).union(now.keys) where before[key]?.share != now[key]?.share {
            let change = fresh.changes.first { "\($0.code) \($0.unit)" == key }
            #expect(change?.after?.share ?? [0, 0] == now[key]?.share ?? [0, 0], "\(period) at \(day): \(key)")
            #expect(change?.before?.share ?? [0, 0] == before[key]?.share ?? [0, 0], "\(period) at \(day): \(key)")
        }
        guard !fresh.changes.isEmpty || !fresh.moves.isEmpty else { return }
        fresh.amendment = kept.count
        let amendment = try await catalogue.issue(
            report: try fresh.json(), of: period.description, amendment: fresh.amendment, forms: [:], by: "lan", at: day.end)
        issues[period, default: []].append(amendment)
        books[period] = now
    }

    private func report(of period: Period, _ catalogue: SQLiteCatalogue, on day: CalendarDate) async throws -> Report {
        let items = try await catalogue.itemFigures(after: nil)
        let cases = try await catalogue.caseFigures(in: period, after: nil)
        let indicators = calculator.indicators(
            period: period, unit: nil, items: items.map { ItemGroup($0.figures) }, cases: cases.map { CaseGroup(figures: $0.figures) }, today: day,
            asOf: day.end)
        let evidence = Dictionary(
            uniqueKeysWithValues: Indicator.Code.allCases.map { code in
                (code, calculator.evidence(for: code, period: period, unit: nil, items: items, cases: cases))
            })
        for figure in indicators where figure.unit == IndicatorCalculator.wholeInstallation {
            #expect(evidence[figure.code]?.count { $0.standing == .counted } == figure.numerator, "what is behind \(figure.code) of \(period)")
        }
        return Report(
            authority: "UBND xã", period: period, isFinal: true, issuedAt: day.end, indicators: indicators, evidence: evidence, trends: [:],
            warnings: [])
    }
}

extension NaiveOffice.Numbers {
    fileprivate var share: [Int] { [numerator, denominator] }
}

extension Report.Numbers {
    fileprivate var share: [Int] { [numerator, denominator] }
}
