import Records
import Testing

@testable import Understanding

struct SymbolGrammarTests {
    private static let grammar = Lexicon(Shipped.vocabulary).symbols

    @Test(
        "Number and symbol of a header row",
        arguments: [
            ("Số: 15/QĐ-UBND", "15", "QĐ-UBND"), ("Số: 04/BC-UBND", "04", "BC-UBND"), ("Số 05-NQ/ĐU", "05", "NQ/ĐU"), ("Số 80-KH-ĐU", "80", "KH-ĐU"),
            ("Số: 12/UBND-VX", "12", "UBND-VX"), ("Số: 24/2026/NQ-HĐND", "24", "NQ-HĐND"), ("Số: 38 / KH – UBND", "38", "KH-UBND"),
            ("Só: 38/KH-UBND", "38", "KH-UBND"),
            ("$ố: 38/KH-UBND", "38", "KH-UBND"), ("Số: 475/UBND-VHXH", "475", "UBND-VHXH"), ("Số: 949/TNHS", "949", "TNHS"),
            ("Số: 164/TTr-UBND", "164", "TTr-UBND"),
            ("Số: 12a/QĐ-UBND", "12a", "QĐ-UBND"), ("Số: 14/NQ-HDND", "14", "NQ-HĐND"), ("Số: 7/KHHĐ-UBND", "7", "KHHĐ-UBND"),
            ("Số 221-TB/ĐU.", "221", "TB/ĐU"), ("Số: 26GM-UBND", "26", "GM-UBND"),
            ("Số: 54UBND-XNTTHN", "54", "UBND-XNTTHN"), ("Số: 30UBND-VHXH", "30", "UBND-VHXH"), ("Số: 8lQĐ-UBND", "8", "QĐ-UBND"),
            ("Số:866TNHS", "866", "TNHS"),
        ])
    func whole(row: String, number: String, symbol: String) throws {
        let parts = try #require(Self.grammar.parse(row))
        #expect(parts.number == number)
        #expect(Self.grammar.repaired(parts.symbol)?.text == symbol)
    }

    @Test(
        "A blank or a number half read leaves the symbol alone",
        arguments: [
            ("Số:      /KH-UBND", "KH-UBND"), ("Số: 3đ° /UBND-VHXH", "UBND-VHXH"), ("số:\\4//BC-UBND", "BC-UBND"), ("Số: †Í /TTr-UBND", "TTr-UBND"),
            ("Số: ..../QĐ-UBND", "QĐ-UBND"),
            ("Số: 541UBND-VHXH", "UBND-VHXH"),
        ])
    func blank(row: String, symbol: String) throws {
        let parts = try #require(Self.grammar.parse(row))
        #expect(parts.number == nil)
        #expect(Self.grammar.repaired(parts.symbol)?.text == symbol)
    }

    @Test(
        "Rows without a symbol",
        arguments: ["ỦY BAN NHÂN DÂN", "XÃ BUM NƯA", "Độc lập - Tự do - Hạnh phúc", "V/v rà soát hộ nghèo", "Ngày: 24/03/2026", "Số: 378"])
    func none(row: String) {
        #expect(Self.grammar.parse(row) == nil)
    }

    @Test(
        "A row of the number is known though it cannot be parsed", arguments: ["Số: 54XYZ-XNTTHN", "Số: 12", "Só: /", "$ố: 3đ", "54UBND-XNTTHN"])
    func numberRow(row: String) { #expect(SymbolGrammar.isNumberRow(row)) }

    @Test("A department is no number", arguments: ["SỞ NỘI VỤ", "SỐ HÓA", "Sở Y tế", "ỦY BAN NHÂN DÂN", "PHÒNG VĂN HÓA - XÃ HỘI"])
    func noNumberRow(row: String) { #expect(!SymbolGrammar.isNumberRow(row)) }

    @Test(
        "The type in a symbol",
        arguments: [("KH-UBND", "KH"), ("TTr-UBND", "TTr"), ("CTr-ĐU", "CTr"), ("CT-UBND", "CT"), ("KHHĐ-UBND", "KH"), ("QD-UBND", "QĐ")])
    func types(symbol: String, code: String) {
        #expect(Self.grammar.repaired(symbol)?.type?.code == code)
    }

    @Test("A công văn's symbol names no type", arguments: ["UBND-VHXH", "UBND-VP", "SNV-CCHC"])
    func letters(symbol: String) {
        #expect(Self.grammar.repaired(symbol)?.type == nil)
    }
}
