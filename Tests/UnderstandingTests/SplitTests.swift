import Records
import Testing

@testable import Understanding

struct SplitTests {
    /// `c:CODE` a cover sheet, `_` a blank page, anything else a page with ink.
    private func split(_ pages: [String]) -> [RecordPages] {
        let understander = RuleUnderstander()
        return understander.split(
            pages.enumerated().map { index, text in
                var page = PrintedPage(index + 1)
                if text.hasPrefix("c:") { page.barcode(String(text.dropFirst(2))) } else if text != "_" { page.body(from: 0.2) }
                return understander.summary(of: page.reading)
            })
    }

    @Test("Without cover sheets all pages are one record, but for blank sides")
    func none() {
        #expect(split(["a", "_", "b", "_"]).map(\.pages) == [[1, 3]])
        #expect(split(["_", "_"]).map(\.pages) == [[1, 2]])
        #expect(split([]) == [])
    }

    @Test("Each cover sheet begins a record and stands in none")
    func covers() {
        let records = split(["c:SOHOA|1|dossier=HS-1", "a", "b", "c:SEP|H35.38.71-260628-4144|BIEN_NHAN", "c"])
        #expect(records.map(\.pages) == [[2, 3], [5]])
        #expect(records.map(\.coverCode) == ["HS-1", "H35.38.71-260628-4144"])
    }

    @Test("Pages before the first cover sheet are a record of their own")
    func before() {
        let records = split(["a", "c:SOHOA|1|dossier=HS-1", "b"])
        #expect(records.map(\.pages) == [[1], [3]])
        #expect(records.map(\.coverCode) == [nil, "HS-1"])
    }

    @Test("A cover sheet with nothing but its blank back behind it gives no record")
    func empty() {
        #expect(split(["c:SEP|A|X", "c:SEP|B|X", "_", "c:SEP|C|X", "a", "_"]).map(\.pages) == [[5]])
    }

    @Test(
        "Other barcodes are no cover sheets",
        arguments: ["H35.99.33-260902-4120", "SOHOA|2|dossier=X", "SEP|", "012198007590|970068307|Nguyễn Thị Hương|24111998|Nữ|Lai Châu|21042024"])
    func others(text: String) {
        #expect(CoverSheet.code(in: text) == nil)
    }
}
