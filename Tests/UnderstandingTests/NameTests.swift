import Records
import Testing

@testable import Understanding

struct NameTests {
    private func form(_ title: String, _ rows: [(text: String, confidence: Double)]) -> PrintedPage {
        var page = PrintedPage()
        page.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y: 0.07)
        page.centred(title, y: 0.14)
        for (index, row) in rows.enumerated() { page.line(row.text, y: 0.2 + 0.025 * Double(index), confidence: row.confidence) }
        return page
    }

    @Test("A name is settled by its better mention on the same paper, and what was read is kept")
    func mentions() throws {
        var page = form("TỜ KHAI ĐĂNG KÝ KHAI TỬ", [("Họ, chữ đệm, tên người yêu cầu: NGUYÊN THỊ MÂY", 0.9)])
        page.line("(Ký, ghi rõ họ tên)", x: 0.6, y: 0.7)
        page.line("Nguyễn Thị Mây", x: 0.6, y: 0.8)
        let fields = understood([page]).fields
        #expect(fields.persons.map(\.name?.value) == ["Nguyễn Thị Mây"])
        #expect(fields.persons.first?.name?.raw == "Nguyên Thị Mây")
        #expect(fields.signerName?.value == "Nguyễn Thị Mây")
    }

    @Test("What is filled in beats what stands under ink")
    func filledIn() {
        var page = form("TỜ KHAI ĐĂNG KÝ KHAI TỬ", [("Họ, chữ đệm, tên người yêu cầu: VÀNG A DŨNG", 0.7)])
        page.line("(Ký, ghi rõ họ tên)", x: 0.6, y: 0.7)
        page.line("Vàng A Dùng", x: 0.6, y: 0.8)
        #expect(understood([page]).fields.persons.map(\.name?.value) == ["Vàng A Dũng"])
        #expect(understood([page]).fields.signerName?.value == "Vàng A Dũng")
    }

    @Test("Child and parents bear one surname")
    func family() {
        let page = form(
            "GIẤY KHAI SINH",
            [
                ("Họ, chữ đệm, tên: GLÀNG THỊ MỶ", 0.9), ("Họ, chữ đệm, tên người mẹ: LÒ THỊ MAI", 0.9),
                ("Họ, chữ đệm, tên người cha: GIÀNG A CHU", 0.9),
            ])
        let names = understood([page]).fields.persons.compactMap(\.name)
        #expect(names.map(\.value) == ["Giàng Thị Mỷ", "Lò Thị Mai", "Giàng A Chu"])
        #expect(names.first?.raw == "Glàng Thị Mỷ")
        #expect((names.first?.confidence ?? 1) <= 0.8)
    }

    @Test("Nothing on the paper says more: the name stays as read, with what a person may compare it with")
    func compared() {
        let name = understood([form("ĐƠN XIN XÁC NHẬN", [("Tôi tên là: NGUYÊN THỊ MÂY", 0.9)])]).fields.persons.first?.name
        #expect(name?.value == "Nguyên Thị Mây")
        #expect(name?.raw == nil)
        #expect(name?.alternatives == ["Nguyễn Thị Mây"])
        #expect((name?.confidence ?? 1) < 0.6, "a surname but for its marks is a misreading, more often than not")
    }

    @Test("A name that begins with a middle name has lost its surname, and is not sure")
    func surnameLost() {
        let name = understood([form("ĐƠN XIN XÁC NHẬN", [("Tôi tên là: THỊ MÂY", 0.95)])]).fields.persons.first?.name
        #expect((name?.confidence ?? 1) < 0.6)
    }

    @Test("A name cut off at the end of its row goes on as under the signature")
    func cutOff() {
        var page = form(
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", [("Trung tâm Phục vụ hành chính công xã Nậm Sơn tiếp nhận hồ sơ của: VÀNG A", 0.95)])
        page.line("NGƯỜI NỘP HỒ SƠ", x: 0.23, y: 0.68)
        page.line("Vàng A Sình", x: 0.26, y: 0.82)
        #expect(understood([page]).fields.persons.map(\.name?.value) == ["Vàng A Sình"])
    }

    @Test("The office of a paper without an agency's block, and what a receipt is about")
    func office() {
        let declaration = form("TỜ KHAI ĐĂNG KÝ KHAI SINH", [("Kính gửi: Ủy ban nhân dân xã Nậm Sơn", 0.95), ("Tôi tên là: LÒ A PÁO", 0.95)])
        #expect(understood([declaration]).fields.agency?.value == "Ủy ban nhân dân xã Nậm Sơn")
        let certificate = form("GIẤY KHAI SINH", [("Nơi đăng ký khai sinh: Ủy ban nhân dân xã Nậm Sơn.", 0.95)])
        #expect(understood([certificate]).fields.agency?.value == "Ủy ban nhân dân xã Nậm Sơn")
        let receipt = form("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", [("Nội dung yêu cầu giải quyết: Đăng ký khai sinh", 0.95)])
        #expect(understood([receipt]).fields.subject?.value == "Đăng ký khai sinh")
    }

    @Test("A surname torn apart is one word")
    func torn() {
        #expect(understood([form("ĐƠN XIN XÁC NHẬN", [("Tôi tên là: NGU YỄN THỊ MÂY", 0.9)])]).fields.persons.first?.name?.value == "Nguyễn Thị Mây")
        #expect(understood([form("ĐƠN XIN XÁC NHẬN", [("Tôi tên là: LÒ A PÁO", 0.9)])]).fields.persons.first?.name?.value == "Lò A Páo")
    }
}
