import Records
import Testing

@testable import Understanding

struct SplitTests {
    /// `c:CODE` a sheet with a barcode, `_` a blank page, `#` the first page of a plan, anything else a page of text.
    private func split(_ pages: [String], by separating: Separating = Separating()) -> [RecordPages] {
        let understander = RuleUnderstander()
        return understander.split(
            pages.enumerated().map { index, text in
                var page = text == "#" ? PrintedPage.plan(on: index + 1) : PrintedPage(index + 1)
                if text.hasPrefix("c:") { page.barcode(String(text.dropFirst(2))) } else if text != "_", text != "#" { page.body(from: 0.2) }
                return understander.summary(of: page.reading)
            }, by: separating)
    }

    @Test("A page with a header of its own begins a record, where the pipeline says so")
    func content() {
        #expect(split(["#", "_", "b", "#", "#", "b", "_"]).map(\.pages) == [[1, 3], [4], [5, 6]])
        #expect(split(["a", "#"]).map(\.pages) == [[1], [2]])
        #expect(split(["#", "b", "#"], by: Separating(byContent: false)).map(\.pages) == [[1, 2, 3]])
    }

    @Test("The papers behind one cover sheet are filed under its code one by one")
    func contentBehindCover() {
        let records = split(["c:SOHOA|1|dossier=HS-1", "#", "b", "#", "c:SOHOA|1|dossier=HS-2", "a"])
        #expect(records.map(\.pages) == [[2, 3], [4], [6]])
        #expect(records.map(\.coverCode) == ["HS-1", "HS-1", "HS-2"])
    }

    @Test(
        "As many blank sides in a row as the pipeline says part records",
        arguments: [
            (0, [[1, 3, 6, 7]]), (1, [[1], [3], [6, 7]]), (2, [[1, 3], [6, 7]]), (3, [[1, 3, 6, 7]]),
        ])
    func blankSides(sides: Int, expected: [[Int]]) {
        #expect(split(["a", "_", "b", "_", "_", "c", "d", "_"], by: Separating(blankSides: sides)).map(\.pages) == expected)
    }

    @Test("A separator sheet parts records, stands in none, and leaves the dossier as it is")
    func separatorSheets() {
        let records = split(
            ["c:SOHOA|1|dossier=HS-1", "a", "c:PATCHT", "_", "b", "c:Patch 2", "c:KHÁC", "c:MỘT TỜ"], by: Separating(codes: ["PATCH*", "một tờ"]))
        #expect(records.map(\.pages) == [[2], [5], [7]])
        #expect(records.map(\.coverCode) == ["HS-1", "HS-1", "HS-1"])
    }

    @Test(
        "What is attached belongs to its paper, though it bears a header",
        arguments: ["(Kèm theo Kế hoạch số 38/KH-UBND)", "(Ban hành kèm theo Quyết định", "PHỤ LỤC II"])
    func attached(words: String) {
        var page = PrintedPage.plan(number: "", title: "QUY CHẾ", subject: ["Làm việc của ban", words])
        #expect(!RuleUnderstander().summary(of: page.reading).opensPaper)
        page = .plan(number: "", title: "QUY CHẾ", subject: ["Làm việc của ban"])
        #expect(RuleUnderstander().summary(of: page.reading).opensPaper)
    }

    @Test("A poorly read header still opens a paper")
    func poorHeader() {
        var page = PrintedPage()
        page.row("ỦY BAN NHẬN DAN", x: 0.18, "CỘNG HOA XÃ HỘl CHỦ NGHIA VIÊT NAM", at: 0.5, y: 0.06)
        page.row("Số: 3đ /KH-UBNĐ", x: 0.17, "Bum Nưa, ngàv 03 thúng 02 năm 2026", at: 0.54, y: 0.115)
        page.body(from: 0.2)
        #expect(RuleUnderstander().summary(of: page.reading).opensPaper)
    }

    @Test("A page that goes on opens nothing, whatever it cites")
    func continuing() {
        var page = PrintedPage(2)
        page.centred("2", y: 0.05)
        page.line("Căn cứ Kế hoạch số 38/KH-UBND ngày 03 tháng 02 năm 2026 của xã;", y: 0.08)
        page.centred("DANH SÁCH CÁC BẢN", y: 0.12)
        page.body(from: 0.2)
        #expect(!RuleUnderstander().summary(of: page.reading).opensPaper)
    }

    @Test("Pages that say how many there are", arguments: [("Trang 2/5", 2, 5), ("2/5", 2, 5), ("Trang: 1 / 12", 1, 12)])
    func labels(text: String, number: Int, total: Int) {
        var page = PrintedPage()
        page.body(from: 0.2)
        page.centred(text, y: 0.96)
        #expect(RuleUnderstander().summary(of: page.reading).label == PageLabel(number: number, total: total))
    }

    @Test("Other fractions are none", arguments: ["15/QĐ-UBND", "05/01/2026", "7/5", "Trang 2"])
    func noLabels(text: String) {
        var page = PrintedPage()
        page.body(from: 0.2)
        page.centred(text, y: 0.96)
        #expect(RuleUnderstander().summary(of: page.reading).label == nil)
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
