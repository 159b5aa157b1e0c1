import Records
import Testing

@testable import Understanding

struct SecretScreenTests {
    private func mark(_ page: PrintedPage) -> SecretMark? { RuleUnderstander().secretMark(on: page.reading) }

    @Test(
        "A stamp in zone 10a is read through its wear",
        arguments: [
            ("MẬT", SecretMark.mat), ("MÂT", .mat), ("MAT", .mat), ("MẠT", .mat), ("MẬI", .mat), ("MÁT", .mat), ("| MẬT |", .mat), ("MẬT .,", .mat),
            ("GIẢI MẬT", .mat), ("TỐI MẬT", .toiMat), ("TOI MAT", .toiMat), ("TÔI MÂT", .toiMat), ("TỐI MẬT.", .toiMat), ("TỐIMẬT", .toiMat),
            ("TỎI MẬI", .toiMat),
            ("TUYỆT MẬT", .tuyetMat), ("TUYÊT MẬT", .tuyetMat), ("TUYỆTMẬT", .tuyetMat), ("_TUYỆT MẬT_", .tuyetMat), ("TUYẾT MÁI", .tuyetMat),
        ])
    func stamps(text: String, expected: SecretMark) {
        var page = PrintedPage.plan()
        page.stamp(text)
        #expect(mark(page) == expected)
    }

    @Test(
        "A stamp set across the page counts, worn only where it is read surely",
        arguments: [("MẬT", 0.4, SecretMark.mat), ("TỎI MẬI", 0.7, .toiMat), ("MẬI", 0.4, nil)])
    func across(text: String, confidence: Double, expected: SecretMark?) {
        var page = PrintedPage.plan()
        page.stamp(text, confidence: confidence, across: true)
        #expect(mark(page) == expected)
    }

    @Test(
        "Two ways of reading that take one stamp for a worn mark are enough, one is not",
        arguments: [
            (["MẬỂ", "MẤF"], SecretMark.mat), (["TÓI MÀI", "MÀI"], .toiMat), (["MẬỂ"], nil), (["MẬỂ", "BẢN SAO"], nil), (["MÃ", "MẪU SỐ"], nil),
        ])
    func agreeing(texts: [String], expected: SecretMark?) {
        var page = PrintedPage.plan()
        for text in texts { page.stamp(text, confidence: 0.1) }
        #expect(mark(page) == expected)
    }

    @Test(
        "Other stamps are no marks",
        arguments: [
            "HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "CÔNG VĂN ĐẾN", "ĐẾN", "BẢN SAO", "QUYẾT ĐỊNH", "Số: 15", "MÃ", "MẪU SỐ 01", "MẪU SỐ",
            "ỦY BAN NHÂN DÂN",
        ])
    func otherStamps(text: String) {
        var page = PrintedPage.plan()
        page.stamp(text)
        #expect(mark(page) == nil)
    }

    @Test(
        "A mark read as a line of its own counts",
        arguments: [("MẬT", SecretMark.mat), ("| MÂT |", .mat), ("TỐI MẬT", .toiMat), ("[ TUYỆT MẬT", .tuyetMat)])
    func lines(text: String, expected: SecretMark) {
        var page = PrintedPage.plan()
        page.line(text, x: 0.2, y: 0.136)
        #expect(mark(page) == expected)
    }

    @Test(
        "Words about secrecy are no marks",
        arguments: [
            "bảo mật", "bí mật nhà nước", "mật ong rừng", "mật độ dân số", "mật khẩu", "BẢO MẬT THÔNG TIN", "MẬT ĐỘ DÂN SỐ",
            "tài liệu Tuyệt mật được bảo quản riêng",
            "Mật", "mật", "V/v tăng cường BẢO MẬT", "MÁI", "KH", "| MÃ |", "| MAY |", "MÀU |",
        ])
    func decoys(text: String) {
        var page = PrintedPage.plan()
        page.line(text, x: 0.2, y: 0.136)
        page.line(text, x: 0.14, y: 0.5)
        #expect(mark(page) == nil)
    }

    @Test(
        "A declared degree counts on any page",
        arguments: [("Độ mật: Mật", SecretMark.mat), ("Độ mật: Tối mật", .toiMat), ("- Độ mật: Tuyệt mật.", .tuyetMat)])
    func declared(text: String, expected: SecretMark) {
        var page = PrintedPage(7)
        page.body(from: 0.1)
        page.line(text, y: 0.7)
        #expect(mark(page) == expected)
    }

    @Test("A lone word far from zone 10a is no mark")
    func elsewhere() {
        var page = PrintedPage.plan()
        page.line("MẬT", x: 0.7, y: 0.8)
        #expect(mark(page) == nil)
    }
}
