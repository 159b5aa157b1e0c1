import Records
import Testing

@testable import Understanding

/// What a careful archivist would check.
struct CheckTests {
    private func form(_ title: String, _ rows: [String], barcode: String? = nil) -> PrintedPage {
        var page = PrintedPage()
        page.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y: 0.07)
        page.centred(title, y: 0.14)
        for (index, row) in rows.enumerated() { page.line(row, y: 0.2 + 0.025 * Double(index)) }
        if let barcode { page.barcode(barcode) }
        return page
    }

    private static let birth = [
        "Họ, chữ đệm, tên: GIÀNG THỊ MỶ", "Giới tính: Nữ", "Ngày, tháng, năm sinh: 15/12/2025", "Số định danh cá nhân: 010325022982",
    ]

    @Test("A paper that says it has more or fewer pages than were scanned", arguments: [("Trang 1/1", []), ("Trang 1/3", ["page_count"])])
    func pageCount(label: String, expected: [String]) {
        var page = PrintedPage.plan()
        page.line(label, x: 0.5, y: 0.96)
        let understander = RuleUnderstander()
        let parts = understander.split([understander.summary(of: page.reading)], by: Separating())
        let context = RecordContext(pages: parts[0], fileName: "scan.pdf", folders: [], pipeline: nil, today: today)
        #expect(understander.record(opening: [page.reading], closing: nil, context: context).reviewReasons == expected)
    }

    @Test("Title and symbol of different types")
    func types() {
        #expect(understood([.plan(number: "Số: 38/QĐ-UBND")]).reviewReasons.contains("conflict:type_code"))
        #expect(!understood([.plan(number: "Số: 38/KHHĐ-UBND")]).reviewReasons.contains("conflict:type_code"))
    }

    @Test(
        "A day that cannot be",
        arguments: [
            "Bum Nưa, ngày 31 tháng 02 năm 2026", "Bum Nưa, ngày 01 tháng 12 năm 2026", "Bum Nưa, ngày 05 tháng 01 năm 1936",
            "Bum Nưa, ngày 05 tháng 13 năm 2025",
        ])
    func days(date: String) {
        let draft = understood([.plan(date: date)])
        #expect(draft.fields.issuedOn == nil)
        #expect(draft.reviewReasons == ["missing:issued_on", "implausible:issued_on"])
    }

    @Test("An identity number against birth date and sex")
    func identity() {
        func reasons(_ changes: (Int, String)...) -> [String] {
            var rows = Self.birth
            for (index, row) in changes { rows[index] = row }
            return understood([form("GIẤY KHAI SINH", rows)]).reviewReasons
        }
        #expect(reasons() == [])
        #expect(reasons((1, "Giới tính: Nam")) == ["conflict:persons"])
        #expect(reasons((2, "Ngày, tháng, năm sinh: 15/12/2015")) == ["conflict:persons"])
        #expect(reasons((3, "Số định danh cá nhân: 010195022982"), (2, "Ngày, tháng, năm sinh: 15/12/1995")) == [])
    }

    @Test("Codes of cases that disagree")
    func caseCodes() {
        let receipt = form("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", ["Mã hồ sơ: H35.88.73-251013-0231", "Tiếp nhận hồ sơ của: LÒ A PÁO"])
        #expect(understood([receipt]).reviewReasons == [])
        #expect(understood([receipt], folders: ["H35.88.73-251013-0231"]).reviewReasons == [])
        #expect(understood([receipt], folders: ["Tháng 10"]).reviewReasons == [])
        #expect(understood([receipt], folders: ["H35.88.73-251013-0999"]).reviewReasons == ["conflict:dossier_code"])
        #expect(understood([receipt], file: "H35.88.73-251014-0001.0000001.pdf").reviewReasons == ["conflict:dossier_code"])
        #expect(understood([receipt], cover: "H35.88.73-251014-0001").reviewReasons == ["conflict:dossier_code"])
    }

    @Test(
        "A receipt's day is that of its case's code",
        arguments: [
            ("Tà Xùa, ngày 13 tháng 10 năm 2025", "2025-10-13", []), ("Tà Xùa, ngày t3 tháng 10 năm 2025", "2025-10-13", []),
            ("Tà Xùa, ngày t3 tháng 11 năm 2025", nil, []), ("Tà Xùa, ngày 14 tháng 10 năm 2025", "2025-10-14", ["conflict:issued_on"]),
        ])
    func receiptDay(date: String, expected: String?, reasons: [String]) {
        var page = form("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", ["Mã hồ sơ: H35.88.73-251013-0231", "Tiếp nhận hồ sơ của: LÒ A PÁO"])
        page.line(date, x: 0.54, y: 0.1)
        let draft = understood([page])
        #expect(draft.fields.issuedOn?.value == expected)
        #expect(draft.reviewReasons == reasons)
    }

    @Test(
        "An identity card's code beats its print, unless the print is another card's",
        arguments: [("012198007590", []), ("012198087590", []), ("014086046762", ["conflict:persons"])])
    func card(printed: String, expected: [String]) {
        let code = "012198007590|970068307|Nguyễn Thị Hương|24111998|Nữ|Bản Pá Hạ, Lai Châu|21042024"
        let draft = understood([form("CĂN CƯỚC CÔNG DÂN", ["Số / No.: \(printed)", "Họ và tên: NGUYỄN THỊ HƯƠNG"], barcode: code)])
        #expect(draft.fields.persons.map(\.idNumber?.value) == ["012198007590"])
        #expect(draft.reviewReasons == expected)
    }
}

struct DateInWordsTests {
    @Test(
        "Dates in words",
        arguments: [
            ("Ngày mười lăm, tháng mười hai, năm hai nghìn không trăm hai mươi lăm", "2025-12-15"),
            ("Ngày tám, tháng mười một, năm hai nghìn không trăm hai mươi lăm", "2025-11-08"),
            ("ngày năm tháng năm năm một nghìn chín trăm chín mươi lăm", "1995-05-05"),
            ("Ngày ba mươi mốt, tháng một, năm hai nghìn không trăm linh một", "2001-01-31"),
            ("ngày mùng ba tháng tư năm hai ngàn không trăm mười", "2010-04-03"),
            ("Ngày hai mươi tháng chín năm một nghìn chín trăm tám mươi và sau đó", "1980-09-20"),
        ])
    func dates(text: String, expected: String) {
        #expect(DateInWords.date(in: Lettering.plain(text).split(separator: " ").map(String.init))?.description == expected)
    }

    @Test(
        "Words that are no date",
        arguments: ["ngày mười lăm tháng mười ba năm hai nghìn không trăm hai mươi", "tháng năm năm hai nghìn", "hai nghìn đồng", "ngày tháng năm"])
    func none(text: String) {
        #expect(DateInWords.date(in: Lettering.plain(text).split(separator: " ").map(String.init)) == nil)
    }

    @Test(
        "A birth date in words, running over two rows, settles the one in figures",
        arguments: [
            ("15/12/2025", "2025-12-15", true, []), ("15/I2/2O25", "2025-12-15", true, []),
            ("16/12/2025", "2025-12-16", false, ["low_confidence:persons"]),
        ])
    func settled(figures: String, expected: String, isSure: Bool, reasons: [String]) {
        var page = PrintedPage()
        page.centred("GIẤY KHAI SINH", y: 0.14)
        page.line("Họ, chữ đệm, tên: GIÀNG THỊ MỶ", y: 0.2)
        page.line("Ngày, tháng, năm sinh: \(figures) ghi bằng chữ: Ngày mười lăm, tháng mười hai,", y: 0.225)
        page.line("năm hai nghìn không trăm hai mươi lăm", y: 0.25)
        page.line("Giới tính: Nữ", y: 0.275)
        let draft = understood([page])
        let born = draft.fields.persons.first?.bornOn
        #expect(born?.value == expected)
        #expect(((born?.confidence ?? 0) > 0.8) == isSure)
        #expect(draft.reviewReasons == reasons)
    }
}
