import Foundation
import Indicators
import Records
import TestSupport
import Testing

@Suite("The report")
struct ReportTests {
    private let calculator = IndicatorCalculator(targets: .usual(dueAtEndOf: 2026))

    private func report(_ cases: [CaseProgress], authority: String? = "UBND xã \"Thử\" <&>") throws -> Report {
        let indicators = try calculator.figures(inventory: [Samples.done("HS-1", unit: "=VP()")], cases: cases)
        let evidence = calculator.evidence(for: .dataReused, period: Samples.october, unit: nil, inventory: [], cases: cases)
        return Report(
            authority: authority, period: Samples.october, isFinal: true, issuedAt: Date(timeIntervalSince1970: 1_792_000_000.75),
            indicators: indicators, evidence: [.dataReused: evidence],
            trends: [.dataReused: [.init(month: "2026-09", value: nil), .init(month: "2026-10", value: 0.5)]],
            warnings: [Warning(code: .caseWithoutComponents, indicator: .tthcDigitized, subjects: ["H35-1"])])
    }

    private var cases: [CaseProgress] { [Samples.caseFile("H35-1", reuses: 1, unit: "TP"), Samples.caseFile("H35-2", unit: "TP")] }

    @Test("Written down and read back it is the same, and the same bytes again; absent values are null")
    func json() throws {
        let report = try report(cases)
        let bytes = try report.json()
        #expect(try Report.decode(bytes) == report && Report.decode(bytes).json() == bytes)
        let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let figure = try #require((object["figures"] as? [[String: Any]])?.first)
        #expect(figure["responsible"] is NSNull && figure["reported"] is NSNull)
    }

    @Test("A table for spreadsheets holds no formula, and opens as UTF-8")
    func csv() throws {
        let text = String(decoding: CSVReport.bytes(of: try report(cases)), as: UTF8.self)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        #expect(text.contains(",'=VP(),") && !text.contains(",=VP(),"))
        #expect(text.contains("Sử dụng lại dữ liệu số hóa (4.3),Toàn đơn vị,1,2,50 %,80 %"))
        #expect(text.contains("ước tính"))
    }

    @Test("The page is whole, loads nothing, and what it quotes is escaped")
    func html() throws {
        let page = String(decoding: HTMLReport.bytes(of: try report(cases)), as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        #expect(page.contains("UBND xã &quot;Thử&quot; &lt;&amp;&gt;") && page.contains("<svg"))
        for word in ["http:", "https:", "<script", "src=", "sheet", "T17:46"] { #expect(!page.contains(word), "\(word)") }
        #expect(page.contains("lập báo cáo (00:46 ngày 15/10/2026)"), "the clock of the office, not of the machine")
    }

    @Test("The workbook of the same report is the same bytes")
    func workbook() throws {
        let paths = ["a", "b"].map { _ in TestRun.folder.appending(path: "\(UUID().uuidString).xlsx").path }
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        for path in paths { try XLSXReport.write(try report(cases), to: path) }
        let bytes = paths.compactMap { FileManager.default.contents(atPath: $0) }
        #expect(bytes.count == 2 && bytes[0] == bytes[1] && bytes[0].starts(with: [0x50, 0x4B]))
        #expect(throws: ReportFailure.self) { try XLSXReport.write(try report(cases), to: "/nowhere/at/all.xlsx") }
    }

    @Test("What changed since is told figure by figure, the whole office first")
    func changes() throws {
        let first = try report(cases)
        #expect(first.changes(to: first).isEmpty)
        let later = try report(cases + [Samples.caseFile("H35-3", reuses: 1, unit: "TP")])
        let changes = first.changes(to: later)
        #expect(changes.map(\.unit) == ["all", "all", "all", "TP", "TP", "TP"])
        // Nobody knows whether these cases need a result.
        let results = try #require(changes.first { $0.code == "tthc_result_electronic" && $0.unit == "all" })
        #expect(results.after?.denominator == results.before?.denominator)
        let reuse = try #require(changes.first { $0.code == "data_reused" && $0.unit == "all" })
        #expect(reuse.before?.numerator == 1 && reuse.before?.denominator == 2 && reuse.before?.value == 0.5 && reuse.after?.denominator == 3)
    }

    @Test("What moves no ratio is told too: cases that came and went for others, and what the one-stop system reports now")
    func quietChanges() throws {
        let first = try report(cases)
        let swapped = try report([Samples.caseFile("H35-1", reuses: 1, unit: "TP"), Samples.caseFile("H35-9", unit: "TP")])
        #expect(first.changes(to: swapped).isEmpty)
        let moves = first.moves(to: swapped)
        #expect(moves.map(\.subject) == ["H35-2", "H35-9"] && moves[0].after == nil && moves[1].before == nil)
        #expect(first.moves(to: first).isEmpty)

        var reported = cases
        reported[1].figures.reportedReused = true
        let later = try report(reported)
        let change = try #require(first.changes(to: later).first { $0.code == "data_reused" && $0.unit == "all" })
        #expect(change.before?.value == change.after?.value && change.before?.proxy != change.after?.proxy)

        var amendment = later
        (amendment.changes, amendment.moves) = (first.changes(to: later), moves)
        #expect(try Report.decode(amendment.json()) == amendment)
        let table = String(decoding: CSVReport.bytes(of: amendment), as: UTF8.self)
        #expect(table.contains("nghĩa rộng: ") && table.contains("H35-9,TP,thêm vào,–,") && table.contains("H35-2,TP,không còn trong kỳ,"))
        #expect(String(decoding: HTMLReport.bytes(of: amendment), as: UTF8.self).contains("thêm vào"))
    }

    @Test("An amendment says what moved where neither what is done nor what is listed did: what waits, is not known or is excluded")
    func quietExtents() throws {
        func issue(_ items: InventoryProgress...) throws -> Report {
            let figures = try calculator.figures(unit: "all", inventory: items)
            return Report(
                authority: nil, period: Samples.october, isFinal: true, issuedAt: Date(timeIntervalSince1970: 1_792_000_000), indicators: figures,
                evidence: [:], trends: [:], warnings: [])
        }
        func told(_ before: Report, _ after: Report) throws -> String {
            var amendment = after
            amendment.changes = before.changes(to: after)
            return String(decoding: CSVReport.bytes(of: amendment), as: UTF8.self)
        }
        let first = try issue(Samples.item("HS-1", pages: 2, scanned: 1, records: 1, review: 1, documents: 2))
        let more = try issue(Samples.item("HS-1", pages: 2, scanned: 1, records: 2, review: 2, documents: 2))
        #expect(try told(first, more).contains("văn bản: 0/2 (đang chờ 1) → 0/2 (đang chờ 2)"))
        let secret = try issue(
            Samples.item("HS-1", pages: 2, scanned: 1, records: 1, review: 1, documents: 2), Samples.item("HS-2", state: .secret))
        #expect(try told(first, secret).contains("(đang chờ 1) → 0/2 (đang chờ 1, không tính"))
    }

    @Test("An amendment that an older version of the program issued is read")
    func olderAmendment() throws {
        var amendment = try report(cases)
        amendment.changes = amendment.changes(to: try report(cases + [Samples.caseFile("H35-3", unit: "TP")]))
        var older = try #require(try JSONSerialization.jsonObject(with: amendment.json()) as? [String: Any])
        older["moves"] = nil
        older["changes"] = (older["changes"] as? [[String: Any]])?.map { change in
            change.mapValues { value in
                (value as? [String: Any])?.filter { ["numerator", "denominator", "value"].contains($0.key) } ?? value
            }
        }
        let decoded = try Report.decode(JSONSerialization.data(withJSONObject: older))
        #expect(decoded.moves.isEmpty && decoded.changes.count == amendment.changes.count && decoded.changes.first?.after?.pending == nil)
    }

    @Test(
        "Percents are written as in Vietnam",
        arguments: [(0.82, "82 %"), (0.8255, "82,55 %"), (0.805, "80,5 %"), (0.8005, "80,05 %"), (nil, "chưa biết")])
    func percents(_ value: Double?, _ text: String) { #expect(ReportWords.percent(value) == text) }

    @Test("Goals follow one another; the first that is not past counts, the last when all are")
    func stages() throws {
        var targets = Targets()
        targets.set(
            [.init(target: 1, due: CalendarDate("2030-12-31")), .init(target: 0.9, due: CalendarDate("2025-12-31"))], for: .tthcDigitized)
        for (day, target) in [("2025-12-31", 0.9), ("2026-01-01", 1), ("2031-01-01", 1)] {
            #expect(targets.goal(.tthcDigitized, on: try Samples.day(day)).target == target)
        }
        #expect(targets.goal(.dataReused, on: try Samples.day("2026-01-01")).target == 0.8)
    }

    @Test("A unit's own goal counts for it, the whole's for every other; where none is set, nothing is late and the figure is still told")
    func goals() throws {
        var targets = Targets.usual(dueAtEndOf: 2026)
        targets.set([.init(target: nil, responsible: "Văn phòng")], for: .dataReused)
        targets.set([.init(target: 0.5, due: CalendarDate("2026-12-31"))], for: .dataReused, of: "TP")
        let figures = try IndicatorCalculator(targets: targets).figures(cases: cases + [Samples.caseFile("H35-3", unit: "VP")])
        func figure(_ unit: String) throws -> Indicator { try #require(figures.first { $0.code == .dataReused && $0.unit == unit }) }
        #expect(try (figure("TP").target, figure("TP").status, figure("TP").unknown) == (0.5, .met, nil))
        for unit in ["all", "VP"] {
            let figure = try figure(unit)
            #expect((figure.target, figure.due, figure.status, figure.unknown) == (nil, nil, .unknown, .noTarget) && figure.value != nil)
            #expect(figure.responsible == "Văn phòng")
        }
        #expect(figures.first { $0.code == .tthcDigitized && $0.unit == "TP" }?.target == 1)
        let report = Report(
            authority: nil, period: Samples.october, isFinal: true, issuedAt: .now, indicators: figures, evidence: [:],
            trends: [.dataReused: [.init(month: "2026-09", value: 0.1), .init(month: "2026-10", value: 0.5)]], warnings: [])
        #expect(try Report.decode(report.json()).figures == report.figures)
        let csv = String(decoding: CSVReport.bytes(of: report), as: UTF8.self)
        #expect(csv.contains("Toàn đơn vị,1,3,\"33,33 %\",không đặt chỉ tiêu,,Không đánh giá,Văn phòng"), "\(csv)")
        let page = String(decoding: HTMLReport.bytes(of: report), as: UTF8.self)
        #expect(page.contains("1/3 · không đặt chỉ tiêu</p>"))
        #expect(page.components(separatedBy: "stroke=\"#b3261e\"").count - 1 == 3, "a mark for each goal that is set, none for the one that is not")
    }

    @Test("The items behind an archive rate that falls or jumps are those that moved it")
    func movedItems() throws {
        let watch = Watch(bounds: .init(reportDay: 15, reviewDays: 30, jumpPoints: 30))
        let (done, open) = (Samples.done("x").figures, Samples.item("x").figures)
        func warnings(_ before: [(code: String, figures: ItemFigures)], _ now: [(code: String, figures: ItemFigures)]) throws -> [[String]] {
            func rate(_ items: [(code: String, figures: ItemFigures)]) throws -> [Indicator] {
                calculator.indicators(
                    period: Samples.october, unit: "all", items: items.map { ItemGroup($0.figures) }, cases: [],
                    today: try Samples.day("2026-10-15"), asOf: Date(timeIntervalSince1970: 1_792_000_000))
            }
            return watch.warnings(
                now: try rate(now), before: try rate(before), items: now, itemsBefore: before, cases: [], waiting: [],
                lastUpdate: try Samples.day("2026-10-01"), period: Samples.october, end: try Samples.day("2026-10-15")
            ).map { [$0.code.rawValue] + $0.subjects }
        }
        #expect(
            try warnings([("a", done), ("b", done), ("c", open)], [("a", done), ("b", open), ("c", open), ("d", open)])
                == [["falls", "b", "d"], ["jumps", "b", "d"]])
        #expect(try warnings([("a", open), ("b", done)], [("a", done), ("b", done)]) == [["jumps", "a"]])
        #expect(try warnings([("a", done), ("b", open)], [("a", done), ("b", open)]).isEmpty)
    }

    @Test("Warnings tell what is late, falls, jumps, ages and does not fit, each with what is behind it")
    func warnings() throws {
        let watch = Watch(bounds: .init(reportDay: 15, reviewDays: 30, jumpPoints: 30))
        let september = Period.month(year: 2026, month: 9)
        let now = try calculator.figures(Samples.october, unit: "all", cases: cases)
        let before = try calculator.figures(september, unit: "all", cases: [Samples.caseFile(received: "2026-09-01", reuses: 1)])
        var unlisted = ItemFigures(fonds: "P", totalPages: 3, scannedPages: 4, records: 1)
        unlisted.isUnlisted = true
        let all = watch.warnings(
            now: now, before: before, items: [(code: "HS-1", figures: unlisted)], itemsBefore: [],
            misnumbered: ["HS-2"], unfiled: (1_200, ["r9", "r8"]),
            cases: (cases + [Samples.caseFile("H35-9", received: nil, unit: "Nguyễn Văn A, 013095004127")])
                .map { (code: $0.file.caseCode, figures: $0.figures) },
            waiting: [("r1", try Samples.day("2026-09-10")), ("r2", try Samples.day("2026-10-01"))], lastUpdate: try Samples.day("2026-09-30"),
            period: Samples.october, end: try Samples.day("2026-10-15"))
        #expect(
            all.map(\.code) == [
                .noUpdate, .falls, .jumps, .backlogAges, .caseWithoutComponents, .morePagesThanListed, .paperNumbers, .oddUnit, .unlisted,
                .unfiled,
            ])
        #expect(all.first { $0.code == .unfiled }.map { ["\($0.count)"] + $0.subjects } == ["1200", "r9", "r8"])
        #expect(all.first { $0.code == .paperNumbers }?.subjects == ["HS-2"])
        #expect(all.first { $0.code == .oddUnit }?.subjects == ["H35-9"])
        #expect(all.first { $0.code == .falls }?.count == -50)
        let notReused = cases.filter { $0.figures.reuses == 0 }.map(\.file.caseCode)
        #expect(!notReused.isEmpty && all.first { $0.code == .falls }?.subjects == notReused)
        #expect(all.first { $0.code == .jumps }?.subjects == notReused)
        #expect(all.first { $0.code == .backlogAges }?.subjects == ["r1"])
        // What a case has by reuse alone is no component that it lacks.
        let reused = try #require(cases.first).file.caseCode
        let served = watch.warnings(
            now: [], before: [], items: [], itemsBefore: [],
            cases: [
                (code: reused, figures: CaseFigures(receivedOn: try Samples.day("2026-10-02"), reuses: 1)),
                (code: "H35-8", figures: CaseFigures(receivedOn: try Samples.day("2026-10-02"))),
            ], waiting: [], lastUpdate: try Samples.day("2026-10-02"), period: Samples.october, end: try Samples.day("2026-10-14"))
        #expect(served.map(\.subjects) == [["H35-8"]])
        let quiet = watch.warnings(
            now: [], before: [], items: [], itemsBefore: [], cases: [], waiting: [], lastUpdate: nil, period: Samples.october,
            end: try Samples.day("2026-10-14"))
        #expect(quiet.isEmpty)
        let yearly = Watch(bounds: .init(reportDay: nil)).warnings(
            now: [], before: [], items: [], itemsBefore: [], cases: [], waiting: [], lastUpdate: nil, period: september,
            end: try Samples.day("2026-09-30"))
        #expect(yearly.isEmpty, "nobody has to report every month")
        #expect(ReportWords.warning(Warning(code: .falls, indicator: .dataReused, points: 0, subjects: [])).contains("giảm chưa tới 1 điểm"))
        for warning in all { #expect(!ReportWords.warning(warning).isEmpty) }
    }
}
