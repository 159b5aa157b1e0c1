import Records
import Testing

@testable import Understanding

struct IssueDateTests {
    private func read(_ text: String) -> IssueDate? {
        var page = PrintedPage()
        page.line(text, x: 0.5, y: 0.1)
        return PageLayout(page.reading).lines.first.flatMap { IssueDate.read($0, today: today) }
    }

    @Test(
        "Place and date",
        arguments: [
            ("Bum Nưa, ngày 05 tháng 01 năm 2026", "2026-01-05", "Bum Nưa"), ("Tà Xùa, ngày 13 tháng 8 năm 2026", "2026-08-13", "Tà Xùa"),
            ("Lai Châu, ngày 30 tháng 8 năm 2021.", "2021-08-30", "Lai Châu"), ("- Bum Nưa, ngày 14 thúng 4 năm 2026", "2026-04-14", "Bum Nưa"),
            ("TP. Hồ Chí Minh, ngày 02 tháng 12 năm 1999", "1999-12-02", "TP. Hồ Chí Minh"),
            ("Hoa Ban, ngày 19 tháng 6 năm 202G", "2026-06-19", "Hoa Ban"),
        ])
    func whole(text: String, date: String, place: String) throws {
        let issue = try #require(read(text))
        #expect(issue.date?.value == date)
        #expect(issue.place?.value == place)
    }

    @Test(
        "A date that is not whole, does not exist or cannot be is none",
        arguments: [
            "Bum Nưa, ngày tháng 01 năm 2026", "Bum Nưa, ngày    tháng    năm 2026", "Bum Nưa, ngày CÀ tháng 8 năm 2025",
            "Bum Nưa, ngày( )Ê tháng 9 năm 2025",
            "Bum Nưa, ngày 31 tháng 02 năm 2026", "Bum Nưa, ngày 01 tháng 12 năm 2026", "Bum Nưa, ngày 05 tháng 01 năm 1026",
            "Bum Nưa, ngàyC)°Ìtháng 3 năm 2026",
        ])
    func partial(text: String) throws {
        let issue = try #require(read(text))
        #expect(issue.date == nil)
        #expect(issue.place?.value == "Bum Nưa")
    }

    @Test("Rows without a date", arguments: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "quý I năm 2026"])
    func none(text: String) {
        #expect(read(text) == nil)
    }
}
