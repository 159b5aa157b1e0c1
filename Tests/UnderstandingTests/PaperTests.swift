import Records
import Testing

@testable import Understanding

struct PaperTests {
    private func form(_ title: String, _ rows: [String]) -> PrintedPage {
        var page = PrintedPage()
        page.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y: 0.07)
        page.centred("Độc lập - Tự do - Hạnh phúc", y: 0.095)
        page.centred(title, y: 0.14)
        for (index, row) in rows.enumerated() { page.line(row, y: 0.2 + 0.025 * Double(index)) }
        return page
    }

    @Test(
        "Forms are told by their titles",
        arguments: [
            ("GIẤY KHAI SINH", "giay_khai_sinh"), ("TỜ KHAI ĐĂNG KÝ KHAI SINH", "to_khai_khai_sinh"), ("TỜ KHAI ĐĂNG KÝ KHAI TỬ", "to_khai_khai_tu"),
            ("TỜ KHAI ĐĂNG KÝ KẾT HÔN", "to_khai_ket_hon"), ("TRÍCH LỤC KHAI TỬ", "trich_luc_khai_tu"),
            ("TRÍCH LỤC KHAI SINH (BẢN SAO)", "trich_luc_khai_sinh"),
            ("TRÍCH LỤC KẾT HÔN", "trich_luc_ket_hon"), ("TRÍCH LỤC HỘ TỊCH", "trich_luc"), ("GIẤY CHỨNG TỬ", "giay_chung_tu"),
            ("GIẤY CHỨNG NHẬN KẾT HÔN", "giay_chung_nhan_ket_hon"),
            ("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "xac_nhan_hon_nhan"),
            ("ĐƠN XIN XÁC NHẬN", "don_xac_nhan"), ("ĐƠN ĐỀ NGHỊ", "don_de_nghi"), ("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "bien_nhan"),
            ("CĂN CƯỚC CÔNG DÂN", "cccd"), ("GIẤY CHỨNG SINH", "giay_chung_sinh"), ("GIẤY BÁO TỬ", "giay_bao_tu"),
            ("GIẤY XÁC NHẬN KHUYẾT TẬT", "giay_xac_nhan_khuyet_tat"), ("GIẤY XÁC NHẬN", "giay_xac_nhan"),
            ("TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "to_khai"),
        ])
    func titles(title: String, code: String) {
        let draft = understood([form(title, ["Họ, chữ đệm, tên: GIÀNG GÌ PHƯƠNG"])])
        #expect(draft.form == code)
        #expect(draft.kind == .tthc)
    }

    @Test(
        "A paper of another kind is no certificate of a birth or a death",
        arguments: ["GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", "GIẤY BÁO NHẬP HỌC"])
    func others(title: String) {
        #expect(!["giay_chung_sinh", "giay_bao_tu"].contains(understood([form(title, ["Họ và tên: GIÀNG GÌ PHƯƠNG"])]).form))
    }

    @Test("A land certificate's title runs over two lines")
    func landCertificate() {
        var page = form(
            "GIẤY CHỨNG NHẬN",
            ["Ông: Đao Đức Hùng, sinh năm 1963, CCCD số: 012063821536", "và vợ là bà: Vàng Thị Lan, sinh năm 1984, CCCD số: 012184237132"])
        page.centred("QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU NHÀ Ở", y: 0.16)
        let draft = understood([page])
        #expect(draft.form == "giay_chung_nhan_qsdd")
        #expect(draft.fields.persons.compactMap(\.name?.value) == ["Đao Đức Hùng", "Vàng Thị Lan"])
        #expect(draft.fields.persons.compactMap(\.idNumber?.value) == ["012063821536", "012184237132"])
    }

    @Test("A birth certificate: the child with number, birth and sex, then mother and father")
    func birthCertificate() throws {
        let draft = understood([
            form(
                "GIẤY KHAI SINH",
                [
                    "Họ, chữ đệm, tên: GIÀNG GÌ PHƯƠNG", "Ngày, tháng, năm sinh: 15/12/2025 ghi bằng chữ: Ngày mười lăm, tháng mười hai,",
                    "Giới tính: Nam Dân tộc: La Hủ Quốc tịch: Việt Nam", "Số định danh cá nhân: 010225022982",
                    "Họ, chữ đệm, tên người mẹ: LÒ THANH PHƯỢNG",
                    "Năm sinh: 1999 Dân tộc: Hà Nhì Quốc tịch: Việt Nam", "Họ, chữ đệm, tên người cha:", "GIÀNG ĐỨC CHUNG",
                    "Họ, chữ đệm, tên người đi khai sinh: GIÀNG ĐỨC CHUNG", "Ngày, tháng, năm đăng ký: 19/01/2026",
                ])
        ])
        let persons = draft.fields.persons
        #expect(persons.compactMap(\.name?.value) == ["Giàng Gì Phương", "Lò Thanh Phượng", "Giàng Đức Chung"])
        let child = try #require(persons.first)
        #expect(child.idNumber?.value == "010225022982")
        #expect(child.bornOn?.value == "2025-12-15")
        #expect(child.sex?.value == "Nam")
        #expect(draft.fields.issuedOn?.value == "2026-01-19")
        #expect(draft.reviewReasons == [])
    }

    @Test("A declaration: date and name over the signature")
    func declaration() {
        var page = form(
            "TỜ KHAI ĐĂNG KÝ KHAI TỬ",
            [
                "Họ, chữ đệm, tên người yêu cầu: ĐAO GÌ KHOA", "Nơi cư trú: Bản Tà Xùa A, xã Tà Xùa, tỉnh Sơn La",
                "Giấy tờ tùy thân: CCCD số 014086046762",
                "Họ, chữ đệm, tên: TẨN VĂN CHUNG", "Ngày, tháng, năm sinh: 28/03/1944", "Số định danh cá nhân: 014044088499",
                "Đã chết vào lúc: 19 giờ 09 phút, ngày 02 tháng 4 năm 2026",
            ])
        page.line("Tà Xùa, ngày 07 tháng 4 năm 2026", x: 0.55, y: 0.5)
        page.line("Người yêu cầu", x: 0.62, y: 0.53)
        page.line("Đao Gì Khoa", x: 0.63, y: 0.62)
        let fields = understood([page]).fields
        #expect(fields.issuedOn?.value == "2026-04-07")
        #expect(fields.signerName?.value == "Đao Gì Khoa")
        #expect(fields.persons.compactMap(\.idNumber?.value) == ["014086046762", "014044088499"])
        #expect(fields.persons.first?.address?.value == "Bản Tà Xùa A, xã Tà Xùa, tỉnh Sơn La")
        #expect(fields.persons.last?.bornOn?.value == "1944-03-28")
    }

    @Test("A table with a column for each spouse")
    func table() {
        var page = form("TỜ KHAI ĐĂNG KÝ KẾT HÔN", [])
        page.line("Họ, chữ đệm, tên", x: 0.14, y: 0.25)
        page.line("NGUYỄN THỊ DỢ", x: 0.4, y: 0.25)
        page.line("NGUYỄN PHÙ PÁO", x: 0.68, y: 0.25)
        page.line("Giấy tờ tùy thân", x: 0.14, y: 0.28)
        page.line("CCCD số 012198554392", x: 0.4, y: 0.28)
        page.line("CCCD số 012099216413", x: 0.68, y: 0.28)
        let persons = understood([page]).fields.persons
        #expect(persons.compactMap(\.name?.value) == ["Nguyễn Thị Dợ", "Nguyễn Phù Páo"])
        #expect(persons.compactMap(\.idNumber?.value) == ["012198554392", "012099216413"])
    }

    @Test("Two blocks side by side are two persons")
    func sideBySide() {
        var page = form("GIẤY CHỨNG NHẬN KẾT HÔN", [])
        page.row("Họ, chữ đệm, tên: GIÀNG MỸ DỢ", x: 0.12, "Họ, chữ đệm, tên: LÝ A PHƯƠNG", at: 0.55, y: 0.25)
        page.row("Giấy tờ tùy thân: 012194184386", x: 0.12, "Giấy tờ tùy thân: 012090126309", at: 0.55, y: 0.28)
        let persons = understood([page]).fields.persons
        #expect(persons.compactMap(\.name?.value) == ["Giàng Mỹ Dợ", "Lý A Phương"])
        #expect(persons.compactMap(\.idNumber?.value) == ["012194184386", "012090126309"])
    }

    @Test("An identity card's code beats its print")
    func identityCard() throws {
        var page = form("CĂN CƯỚC CÔNG DÂN", ["Số / No.: 012198007S90", "Họ và tên / Full name:", "NGUYÊN THỊ HƯƠNG"])
        page.barcode("012198007590|970068307|NGUYỄN THỊ HƯƠNG|24111998|Nữ|Bản Bum Nưa, Lai Châu|21042024")
        let fields = understood([page]).fields
        let person = try #require(fields.persons.first)
        #expect(fields.persons.count == 1)
        #expect(person.name?.value == "Nguyễn Thị Hương")
        #expect(person.idNumber?.value == "012198007590")
        #expect(person.idNumber?.source == .barcode)
        #expect(person.bornOn?.value == "1998-11-24")
        #expect(person.sex?.value == "Nữ")
        #expect(fields.issuedOn?.value == "2024-04-21")
    }

    @Test("A name is never rewritten: a surname that is none is only less sure")
    func misreadSurname() throws {
        func person(_ name: String) throws -> Person {
            try #require(understood([form("GIẤY KHAI SINH", ["Họ, chữ đệm, tên: \(name)"])]).fields.persons.first)
        }
        let misread = try #require(try person("Glàng Mỹ Dợ").name)
        let right = try #require(try person("Giàng Mỹ Dợ").name)
        #expect(misread.value == "Glàng Mỹ Dợ")
        #expect(misread.confidence < right.confidence)
    }

    @Test("A form without a name needs a person")
    func nobody() {
        #expect(understood([form("GIẤY KHAI SINH", ["Nơi sinh: Trạm Y tế"])]).reviewReasons == ["missing:persons"])
    }
}
