import Records
import Testing

@Suite("Periods") struct PeriodTests {
    @Test("A month, a quarter, a year, all time", arguments: ["2026-01", "2026-12", "2026-Q4", "2026", "0026", "all"])
    func periods(text: String) throws {
        let period = try #require(Period(text))
        #expect(text == "0026" ? period == .year(26) : period.description == text)
    }

    @Test(
        "What is none of them is refused, a number with a sign too",
        arguments: ["", "26", "2026-1", "2026-13", "2026-00", "2026-Q5", "2026-10-01", "2026-+1", "+026", "+026-10", "0000", "All"])
    func none(text: String) { #expect(Period(text) == nil) }
}
