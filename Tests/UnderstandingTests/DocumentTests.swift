import Records
import Testing

@testable import Understanding

struct DocumentTests {
    @Test("A plan's header, its two columns run together")
    func plan() {
        let draft = understood([.plan()])
        let fields = draft.fields
        #expect(draft.kind == .archive)
        #expect(draft.form == "van_ban")
        #expect(fields.typeCode?.value == "KH")
        #expect(fields.typeName?.value == "Kế hoạch")
        #expect(fields.number?.value == "38")
        #expect(fields.symbol?.value == "KH-UBND")
        #expect(fields.issuedOn?.value == "2026-02-03")
        #expect(fields.place?.value == "Bum Nưa")
        #expect(fields.agency?.value == "ỦY BAN NHÂN DÂN XÃ BUM NƯA")
        #expect(fields.parentAgency == nil)
        #expect(fields.subject?.value == "Thực hiện chuyển đổi số trên địa bàn xã năm 2026")
        #expect(draft.reviewReasons == [])
        #expect(fields.number?.page == 1)
        #expect(fields.number?.source == .ocr)
        #expect((fields.agency?.box?.right ?? 1) < 0.45)
    }

    @Test("The number's row is no part of the agency's name", arguments: ["Số: 54UBND-XNTTHN", "Số: 54XXND-XNTTHN", "Số: 5ƯBND-XN THN"])
    func agencyAboveNumber(row: String) {
        #expect(understood([.plan(number: row)]).fields.agency?.value == "ỦY BAN NHÂN DÂN XÃ BUM NƯA")
    }

    @Test("A receipt stamp's number beside the agency's name ends nothing")
    func receiptStamp() {
        var page = PrintedPage()
        page.line("CÔNG VĂN ĐẾN", x: 0.06, y: 0.025)
        page.line("Số: 378", x: 0.06, y: 0.05)
        page.line("ỦY BAN NHÂN DÂN", x: 0.18, y: 0.066)
        page.line("XÃ BUM NƯA", x: 0.21, y: 0.086)
        page.row("Số: 38/KH-UBND", x: 0.17, "Bum Nưa, ngày 03 tháng 02 năm 2026", at: 0.54, y: 0.115)
        page.centred("KẾ HOẠCH", y: 0.15)
        page.body(from: 0.26)
        #expect(understood([page]).fields.agency?.value == "ỦY BAN NHÂN DÂN XÃ BUM NƯA")
    }

    @Test(
        "One digit of a day beside a blank for the number is half of a day written by hand",
        arguments: [("Số: 38/KH-UBND", "2026-02-03"), ("Số:    /KH-UBND", nil)])
    func halfDay(number: String, expected: String?) {
        #expect(understood([.plan(number: number, date: "Bum Nưa, ngày 3 tháng 02 năm 2026")]).fields.issuedOn?.value == expected)
    }

    @Test("A title and a subject that lean into one row are two")
    func leaning() {
        var page = PrintedPage.plan(title: "", subject: [])
        page.centred("QUYẾT ĐỊNH", y: 0.15)
        page.centred("Về việc tặng Giấy khen cho các cá nhân có thành tích", y: 0.157)
        page.centred("trong phong trào thi đua năm 2026", y: 0.18)
        let fields = understood([page]).fields
        #expect(fields.typeCode?.value == "QĐ")
        #expect(fields.subject?.value == "Về việc tặng Giấy khen cho các cá nhân có thành tích trong phong trào thi đua năm 2026")
    }

    @Test("A blank number and day are missing, not guessed")
    func blanks() {
        let draft = understood([.plan(number: "Số:      /KH-UBND", date: "Bum Nưa, ngày     tháng 02 năm 2026")])
        #expect(draft.fields.number == nil)
        #expect(draft.fields.symbol?.value == "KH-UBND")
        #expect(draft.fields.issuedOn == nil)
        #expect(draft.reviewReasons == ["missing:number", "missing:issued_on"])
    }

    @Test(
        "Titles, misread letters forgiven",
        arguments: [
            ("KẾ HOẠCH", "KH"), ("KE HOACH", "KH"), ("QUYẾT ĐỊNH", "QĐ"), ("QUYÊT ĐINH", "QĐ"), ("QUY ĐỊNH", "QyĐ"), ("THÔNG BÁO", "TB"),
            ("THÔNG CÁO", "TC"),
            ("TỜ TRÌNH", "TTr"), ("BÁO CÁO", "BC"), ("NGHỊ QUYẾT", "NQ"), ("CHỈ THỊ", "CT"), ("CHƯƠNG TRÌNH", "CTr"), ("GIẤY MỜI", "GM"),
            ("BIÊN BẢN", "BB"), ("BIẾN BẢN", "BB"),
            ("KẾT LUẬN", "KL"), ("HƯỚNG DẪN", "HD"),
        ])
    func titles(title: String, code: String) {
        #expect(understood([.plan(number: "Số: 38/X", title: title)]).fields.typeCode?.value == code)
    }

    @Test("Words behind the type's name begin the subject")
    func longTitle() {
        let fields = understood([.plan(number: "Số: 7/TB-UBND", title: "THÔNG BÁO KẾT LUẬN CUỘC HỌP", subject: ["về sản xuất vụ đông"])]).fields
        #expect(fields.typeCode?.value == "TB")
        #expect(fields.subject?.value == "KẾT LUẬN CUỘC HỌP về sản xuất vụ đông")
    }

    @Test("A công văn has no title; its subject stands behind V/v")
    func letter() {
        var page = PrintedPage()
        page.row("ỦY BAN NHÂN DÂN", x: 0.18, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", at: 0.5, y: 0.06)
        page.row("XÃ SÍN CHÉNG", x: 0.2, "Độc lập - Tự do - Hạnh phúc", at: 0.55, y: 0.08)
        page.row("Số: 475/UBND-VHXH", x: 0.17, "Sín Chéng, ngày 23 tháng 3 năm 2026", at: 0.54, y: 0.112)
        page.line("V/v rà soát cơ sở dữ liệu", x: 0.13, y: 0.132)
        page.line("hộ nghèo, hộ cận nghèo", x: 0.15, y: 0.148)
        page.centred("Kính gửi: Trưởng các bản", y: 0.19)
        page.body(from: 0.23)
        let draft = understood([page])
        #expect(draft.fields.typeCode?.value == "CV")
        #expect(draft.fields.number?.value == "475")
        #expect(draft.fields.symbol?.value == "UBND-VHXH")
        #expect(draft.fields.subject?.value == "rà soát cơ sở dữ liệu hộ nghèo, hộ cận nghèo")
        #expect(draft.fields.agency?.value == "ỦY BAN NHÂN DÂN XÃ SÍN CHÉNG")
        #expect(draft.reviewReasons == [])
    }

    @Test("A Party document: parent, issuer, a hyphen behind the number, a rule under the subject")
    func party() {
        var page = PrintedPage()
        page.row("ĐẢNG BỘ TỈNH LAI CHÂU", x: 0.15, "ĐẢNG CỘNG SẢN VIỆT NAM", at: 0.56, y: 0.06)
        page.line("ĐẢNG ỦY XÃ BUM NƯA", x: 0.17, y: 0.08)
        page.line("*", x: 0.27, y: 0.1)
        page.row("Số 104-KH/ĐU", x: 0.2, "Bum Nưa, ngày 14 tháng 4 năm 2026", at: 0.54, y: 0.12)
        page.centred("KẾ HOẠCH", y: 0.16)
        page.centred("Thực hiện Nghị quyết số 10-NQ/TU", y: 0.182)
        page.centred("của Ban Chấp hành Đảng bộ tỉnh", y: 0.203)
        page.centred("-----", y: 0.224)
        page.body(from: 0.25)
        let fields = understood([page]).fields
        #expect(fields.typeCode?.value == "KH")
        #expect(fields.number?.value == "104")
        #expect(fields.symbol?.value == "KH/ĐU")
        #expect(fields.parentAgency?.value == "ĐẢNG BỘ TỈNH LAI CHÂU")
        #expect(fields.agency?.value == "ĐẢNG ỦY XÃ BUM NƯA")
        #expect(fields.subject?.value == "Thực hiện Nghị quyết số 10-NQ/TU của Ban Chấp hành Đảng bộ tỉnh")
    }

    @Test("A commune's name misread in the header is put right by the other mentions")
    func localName() {
        var page = PrintedPage()
        page.line("ỦY BAN NHÂN DÂN", x: 0.18, y: 0.06)
        page.line("XÃ BUMNỬA", x: 0.21, y: 0.08, confidence: 0.4)
        page.line("Số: 38/KH-UBND", x: 0.17, y: 0.115)
        page.line("Bum Nưa, ngày 03 tháng 02 năm 2026", x: 0.54, y: 0.115)
        page.centred("KẾ HOẠCH", y: 0.15)
        page.body(from: 0.26)
        #expect(understood([page]).fields.agency?.value == "ỦY BAN NHÂN DÂN XÃ BUM NƯA")
    }

    @Test("Signer and recipients at the end, in two columns")
    func signature() {
        var last = PrintedPage(2)
        last.body(from: 0.1)
        last.row("Nơi nhận:", x: 0.14, "TM. ỦY BAN NHÂN DÂN", at: 0.58, y: 0.4)
        last.row("- Như trên;", x: 0.14, "KT. CHỦ TỊCH", at: 0.63, y: 0.42)
        last.row("- Lưu: VT, VHXH.", x: 0.14, "PHÓ CHỦ TỊCH", at: 0.62, y: 0.44)
        last.line("Hoàng Xuân Phương", x: 0.6, y: 0.55)
        let fields = understood([.plan(), last]).fields
        #expect(fields.signerTitle?.value == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
        #expect(fields.signerName?.value == "Hoàng Xuân Phương")
        #expect(fields.signerName?.page == 2)
        #expect(fields.recipients.map(\.value) == ["Như trên", "Lưu: VT, VHXH"])
    }

    @Test("A mark of urgency", arguments: [("HỎA TỐC", "HỎA TỐC"), ("HOẢ TỐC", "HỎA TỐC"), ("THƯỢNG KHẨN", "THƯỢNG KHẨN"), ("KHẨN", "KHẨN")])
    func urgency(text: String, expected: String) {
        var page = PrintedPage.plan()
        page.stamp(text)
        #expect(understood([page]).fields.urgency?.value == expected)
    }

    @Test("A number in a blank of its own is written by hand: it must be read surely", arguments: [(0.7, nil), (0.96, "44")])
    func handwriting(confidence: Double, expected: String?) {
        var page = PrintedPage()
        page.line("Số:", x: 0.17, y: 0.115)
        page.line("44", x: 0.21, y: 0.115, confidence: confidence)
        page.line("/KH-UBND", x: 0.24, y: 0.115)
        page.centred("KẾ HOẠCH", y: 0.15)
        page.body(from: 0.26)
        let fields = understood([page]).fields
        #expect(fields.number?.value == expected)
        #expect(fields.symbol?.value == "KH-UBND")
    }

    @Test("A symbol's type misread is put right by the title")
    func symbolByTitle() {
        for number in ["Số: 12/TIr-UBND", "Số: 12/TTrUBND"] {
            #expect(understood([.plan(number: number, title: "TỜ TRÌNH")]).fields.symbol?.value == "TTr-UBND", "\(number)")
        }
    }

    @Test("Citations in the body are neither number nor date")
    func citations() {
        var page = PrintedPage()
        page.body(from: 0.4)
        page.line("Căn cứ Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021", y: 0.55)
        let draft = understood([page])
        #expect(draft.fields.number == nil)
        #expect(draft.fields.issuedOn == nil)
        #expect(draft.form == "unknown")
        #expect(draft.reviewReasons.contains("unknown_form"))
    }
}
