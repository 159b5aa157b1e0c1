import Foundation
import Indicators
import Records
import Testing

@Suite("The four indicators")
struct IndicatorCalculatorTests {
    let calculator = IndicatorCalculator(targets: .usual(dueAtEndOf: 2026))

    @Test("Without an inventory and without cases everything is unknown, nothing is 100 %")
    func nothing() throws {
        for indicator in try calculator.figures() {
            #expect(indicator.value == nil)
            #expect(indicator.status == .unknown)
            #expect((indicator.numerator, indicator.denominator) == (0, 0))
            #expect(!indicator.definition.isEmpty)
        }
    }

    @Test("The archive rate counts items in scope; what is missing adds up to the rest")
    func archives() throws {
        let inventory = [
            Samples.done("1"), Samples.done("2"), Samples.item("3"), Samples.item("4", scanned: 9, records: 2),
            Samples.item("5", scanned: 12, records: 2, review: 1, withoutCopy: 1), Samples.item("6", scanned: 10, records: 1, withoutCopy: 1),
            Samples.item("7", pages: nil, scanned: 3, records: 1), Samples.item("8", state: .secret), Samples.item("9", state: .destroyed),
        ]
        let figure = try calculator.figure(.archivesDigitized, inventory: inventory)
        #expect((figure.numerator, figure.denominator, figure.value) == (2, 7, 0.2857))
        #expect(figure.excluded == ["secret": 1, "destroyed": 1])
        #expect(
            figure.pending == [
                "not_started": 1, "pages_missing": 1, "needs_review": 1, "no_archival_copy": 1, "no_page_count": 1, "fixity_failed": 0,
            ])
        #expect(figure.pending.values.reduce(0, +) == figure.denominator - figure.numerator)
        #expect(try calculator.figure(.archivesDigitized, .all, inventory: inventory).value == figure.value)
    }

    @Test("What is damaged is told first, whatever else an item lacks; by items it is missing where pages are")
    func damaged() throws {
        func item(_ code: String, scanned: Int, review: Int = 0) -> InventoryProgress {
            var item = Samples.item(code, scanned: scanned, records: 2, review: review, withoutCopy: review)
            item.figures.damaged = 1
            return item
        }
        let inventory = [item("1", scanned: 9), item("2", scanned: 10, review: 1), item("3", scanned: 10)]
        let figure = try calculator.figure(.archivesDigitized, inventory: inventory)
        #expect(figure.pending.filter { $0.value > 0 } == ["fixity_failed": 3])
        #expect(figure.extents?.item == Extent(waiting: 2, of: 3))
    }

    @Test("An inventory of secret items only has no rate")
    func onlySecret() throws {
        let figure = try calculator.figure(.archivesDigitized, inventory: [Samples.item("1", state: .secret)])
        #expect((figure.denominator, figure.value, figure.status) == (0, nil, .unknown))
    }

    @Test(
        "A case is digitised with a component and, where one is required, a result",
        arguments: [
            (Samples.caseFile(required: false, components: 1), nil), (Samples.caseFile(required: true, components: 1, results: 1), nil),
            (Samples.caseFile(required: nil, components: 1, results: 1), nil), (Samples.caseFile(required: true, components: 1), "result_missing"),
            (Samples.caseFile(required: nil, components: 1), "result_unknown"), (Samples.caseFile(required: false), "not_digitized"),
            (Samples.caseFile(required: true, results: 1), "not_digitized"),
        ] as [(CaseProgress, String?)])
    func digitized(_ progress: CaseProgress, missing: String?) throws {
        let figure = try calculator.figure(.tthcDigitized, cases: [progress])
        #expect((figure.numerator, figure.denominator) == (missing == nil ? 1 : 0, 1))
        #expect(figure.pending.filter { $0.value > 0 } == (missing.map { [$0: 1] } ?? [:]))
        #expect(figure.definition.contains("ước tính"))
    }

    @Test("Electronic results are counted among the cases that require a result")
    func electronicResults() throws {
        let cases = [
            Samples.caseFile("1", required: true, results: 1, electronic: 1), Samples.caseFile("2", required: true, results: 1),
            Samples.caseFile("3", required: true), Samples.caseFile("4", required: false), Samples.caseFile("5", required: nil, electronic: 1),
        ]
        let figure = try calculator.figure(.tthcResultElectronic, cases: cases)
        #expect((figure.numerator, figure.denominator, figure.value) == (1, 3, 0.3333))
        #expect(figure.excluded == ["no_result_required": 1, "result_unknown": 1, "no_received_on": 0])
        #expect(figure.pending == ["result_scanned": 1, "result_missing": 1])
    }

    @Test("Reuse counts cases, not events")
    func reuse() throws {
        let figure = try calculator.figure(.dataReused, cases: [Samples.caseFile("1", reuses: 3), Samples.caseFile("2")])
        #expect((figure.numerator, figure.denominator, figure.value, figure.target) == (1, 2, 0.5, 0.8))
        #expect(figure.pending == ["not_reused": 1])
    }

    @Test(
        "A case belongs to the period of its reception, the first and last day included",
        arguments: [
            ("2026-10-01", "2026-10", 1), ("2026-10-31", "2026-10", 1), ("2026-11-01", "2026-10", 0), ("2026-12-31", "2026-Q4", 1),
            ("2026-09-30", "2026-Q4", 0), ("2026-01-01", "2026", 1), ("2025-12-31", "2026", 0), ("1999-01-01", "all", 1),
        ])
    func period(_ received: String, _ period: String, counted: Int) throws {
        let period = try #require(Period(period))
        #expect(try calculator.figure(.dataReused, period, cases: [Samples.caseFile(received: received)]).denominator == counted)
    }

    @Test("A case without a date counts in no period and is shown", arguments: [Samples.october, .all])
    func undated(_ period: Period) throws {
        for code in [Indicator.Code.tthcDigitized, .tthcResultElectronic, .dataReused] {
            let cases = [Samples.caseFile(received: nil, required: true, components: 1, reuses: 1)]
            let figure = try calculator.figure(code, period, cases: cases)
            #expect((figure.denominator, figure.excluded["no_received_on"]) == (0, 1))
        }
    }

    @Test("Without a unit: the whole, then each unit that occurs; what names none stands in the whole alone")
    func units() throws {
        let inventory = [Samples.done("1", unit: "VP"), Samples.item("2")]
        let cases = [Samples.caseFile("1", reuses: 1, unit: "TP"), Samples.caseFile("2", unit: "all")]
        let figures = try calculator.figures(inventory: inventory, cases: cases)
        #expect(figures.map(\.unit) == ["all", "TP", "VP"].flatMap { Array(repeating: $0, count: 4) })
        #expect(figures.first { $0.unit == "VP" && $0.code == .archivesDigitized }?.value == 1)
        #expect(figures.first { $0.unit == "all" && $0.code == .archivesDigitized }?.value == 0.5)
        #expect(figures.first { $0.unit == "TP" && $0.code == .archivesDigitized }?.value == nil)
        #expect(figures.first { $0.unit == "all" && $0.code == .dataReused }?.denominator == 2)
        #expect(try calculator.figures(unit: "TP", inventory: inventory, cases: cases).map(\.unit) == Array(repeating: "TP", count: 4))
    }

    @Test(
        "The value has two decimals of its percentage and never rounds up to all",
        arguments: [(41, 50, 0.82), (2, 3, 0.6667), (99_999, 100_000, 0.9999), (50, 50, 1)])
    func rounding(_ numerator: Int, _ denominator: Int, value: Double) throws {
        let cases = (0..<denominator).map { Samples.caseFile("\($0)", reuses: $0 < numerator ? 1 : 0) }
        #expect(try calculator.figure(.dataReused, cases: cases).value == value)
    }

    @Test("What is behind a figure can be listed, and adds up to it")
    func evidence() throws {
        let cases = [
            Samples.caseFile("1", reuses: 1, unit: "A"), Samples.caseFile("2", unit: "B"), Samples.caseFile("3", received: nil),
            Samples.caseFile("4", received: "2025-01-01"),
        ]
        let evidence = calculator.evidence(for: .dataReused, period: Samples.october, unit: nil, inventory: [], cases: cases)
        #expect(evidence.map(\.subject) == ["1", "2", "3"])
        #expect(evidence.map(\.standing) == [.counted, .pending(.notReused), .excluded(.noReceivedOn)])
        #expect(calculator.evidence(for: .dataReused, period: .all, unit: "B", inventory: [], cases: cases).map(\.subject) == ["2"])
    }

    @Test("The archive by item, document and page: surplus pages do not make up for others")
    func totals() {
        let totals = InventoryTotals([
            Samples.item("1", pages: 10, scanned: 15, records: 3, documents: 2), Samples.item("2", pages: 10, scanned: 5, records: 1),
            Samples.item("3", pages: nil), Samples.item("4", state: .secret),
        ])
        #expect(totals.items == Extent(done: 1, of: 3, excluded: 1))
        #expect(totals.documents == Extent(done: 2, of: 2, unknown: 2))
        #expect(totals.pages == Extent(done: 15, of: 20, unknown: 1, excluded: 10))
    }

    @Test("Documents and pages that wait are there, and not done; what is left is missing")
    func waiting() {
        let totals = InventoryTotals([
            Samples.item("1", pages: 10, scanned: 10, records: 3, review: 1, documents: 3),
            Samples.item("2", pages: 10, scanned: 4, records: 2, withoutCopy: 2, documents: 5),
            Samples.item("3", pages: 2, scanned: 9, records: 9, review: 4, documents: 6), Samples.done("4"),
        ])
        #expect(totals.items == Extent(done: 1, waiting: 2, of: 4))
        #expect(totals.documents == Extent(done: 7, waiting: 4, of: 14, unknown: 1) && totals.documents.missing == 3)
        #expect(totals.pages == Extent(done: 10, waiting: 16, of: 32) && totals.pages.missing == 6)
    }
}
