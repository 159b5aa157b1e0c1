import DurableFiles
import Foundation
import Indicators
import Records

/// How a report comes about: computed while its period runs, frozen from its first issue on once the period is over.
extension Installation {
    /// Months that the charts show.
    private static let trendMonths = 12

    /// The report as it would be issued now: all of it from one look at the catalogue, so that no figure differs from its own evidence.
    func freshReport(of period: Period, now: Date = Date()) async throws -> Report {
        let today = CalendarDate(of: now)
        let house = try await still()
        let indicators = try await house.indicators(periods: [period], unit: nil, now: now)
        var evidence: [Indicator.Code: [IndicatorEvidence]] = [:]
        for code in Indicator.Code.allCases { evidence[code] = try await house.evidence(for: code, period: period, unit: nil) }
        return Report(
            authority: configuration.authority, period: period, isFinal: period.isOver(at: today), issuedAt: now, indicators: indicators,
            evidence: evidence, trends: try await house.trends(until: period.days?.upperBound ?? today, now: now),
            warnings: try await house.warnings(in: period, now: now))
    }

    /// What should be looked at.
    func warnings(in period: Period, now: Date = Date()) async throws -> [Warning] {
        let today = CalendarDate(of: now)
        let whole = IndicatorCalculator.wholeInstallation
        let end = period.days.map { min($0.upperBound, today) } ?? today
        var before: [Indicator] = []
        var itemsBefore: [(code: String, figures: ItemFigures)] = []
        if let previous = period.previous, let day = previous.days?.upperBound {
            before = try await indicators(periods: [previous], unit: whole, now: now).filter { $0.code != .archivesDigitized }
            itemsBefore = try await catalogue.itemFigures(after: try await entry(asOf: day))
            before += IndicatorCalculator(targets: Targets()).indicators(
                period: previous, unit: whole, items: itemsBefore.map { ItemGroup($0.figures) }, cases: [], today: day, asOf: day.end
            ).filter { $0.code == .archivesDigitized }
        }
        return Watch(bounds: configuration.watch, namedUnits: configuration.namedUnits).warnings(
            now: try await indicators(periods: [period], unit: whole, now: now), before: before, items: try await catalogue.itemFigures(after: nil),
            itemsBefore: itemsBefore, misnumbered: try await catalogue.misnumberedItems(),
            unfiled: try await catalogue.unfiledRecords(limit: Warning.longestList),
            cases: try await catalogue.caseFigures(in: period, after: nil), waiting: try await waiting(until: end),
            lastUpdate: try await catalogue.lastWork(until: end.end).map(CalendarDate.init(of:)), period: period, end: end)
    }

    /// Records that wait for review, oldest first; those that were made later than `end` are not all among them.
    private func waiting(until end: CalendarDate) async throws -> [(record: String, since: CalendarDate)] {
        var waiting: [(record: String, since: CalendarDate)] = []
        var last: String?
        repeat {
            let records = try await catalogue.recordsToReview(after: last, limit: 500)
            waiting += records.map { (record: $0.id, since: CalendarDate(of: $0.createdAt)) }
            last = records.count < 500 || waiting.last.map { $0.since > end } ?? true ? nil : records.last?.id
        } while last != nil
        return waiting
    }

    /// The whole office month by month: cases by the month of their reception, the archive as it was when the month ended.
    private func trends(until day: CalendarDate, now: Date) async throws -> [Indicator.Code: [Report.Point]] {
        let today = CalendarDate(of: now)
        var months: [Period] = []
        var month: Period? = .month(year: day.year, month: day.month)
        while let current = month, months.count < Self.trendMonths {
            months.insert(current, at: 0)
            month = current.previous
        }
        let whole = IndicatorCalculator.wholeInstallation
        let cases = try await indicators(periods: months, unit: whole, now: now)
        var trends: [Indicator.Code: [Report.Point]] = [:]
        for code in Indicator.Code.allCases where code != .archivesDigitized {
            trends[code] = cases.filter { $0.code == code }.map { .init(month: $0.period.description, value: $0.value) }
        }
        for month in months {
            guard let end = month.days?.upperBound else { continue }
            let figures = try await indicators(periods: [month], unit: whole, asOf: end < today ? end : nil, now: now)
            let value = figures.first { $0.code == .archivesDigitized }?.value
            trends[.archivesDigitized, default: []].append(.init(month: month.description, value: value))
        }
        return trends
    }

    /// A report in a form, as bytes. `xlsx` needs a file, which lies in the data folder for a moment.
    func rendered(_ report: Report, as form: ReportForm) throws -> Data {
        switch form {
        case .json: return try report.json()
        case .csv: return CSVReport.bytes(of: report)
        case .html: return HTMLReport.bytes(of: report)
        case .xlsx:
            do {
                let draft = try HeldFile(in: data, beginning: Self.draftsOfReports, ending: ".xlsx")
                try XLSXReport.write(report, to: draft.path)
                return Data(try DurableWrite.contents(of: draft.path))
            } catch let failure as ReportFailure {
                throw Complaint(Phrases.reportNotMade(failure.cause))
            } catch let failure as FileFailure {
                throw Complaint(Phrases.reportNotMade(failure.cause))
            }
        }
    }
}

/// The forms of a report.
enum ReportForm: String, CaseIterable {
    case xlsx, csv, json, html

    /// The form that the ending of a file's name says; nil where it says none of them.
    init?(ending: String) { self.init(rawValue: ending == "htm" ? "html" : ending) }
}

extension Period {
    /// Whether its last day is past.
    func isOver(at today: CalendarDate) -> Bool { days.map { $0.upperBound < today } ?? false }
}
