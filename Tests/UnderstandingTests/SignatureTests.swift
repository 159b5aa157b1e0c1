import Records
import Testing

@testable import Understanding

struct SignatureTests {
    /// A last page: the rows of a signature, each a text and the place where it begins.
    private func signed(_ rows: [(text: String, x: Double)], name: (text: String, x: Double)? = nil, skew: Double? = nil) -> Fields {
        var last = PrintedPage(2)
        last.skew = skew
        last.body(from: 0.1)
        for (index, row) in rows.enumerated() { last.line(row.text, x: row.x, y: 0.4 + 0.019 * Double(index)) }
        if let name { last.line(name.text, x: name.x, y: 0.55) }
        return understood([.plan(), last]).fields
    }

    /// The place where a text begins that is centred on 0.72; letters of a test page are 0.0105 wide.
    private static func centred(_ text: String) -> Double { 0.72 - Double(text.count) * 0.0105 / 2 }

    /// What is left of a centred text when the seal has swallowed its first letters.
    private static func left(_ text: String, without first: Int) -> (text: String, x: Double) {
        (String(text.dropFirst(first)), centred(text) + Double(first) * 0.0105)
    }

    private static func whole(_ text: String) -> (text: String, x: Double) { (text, centred(text)) }

    @Test("A title under the seal is told by what is left of it and where that stands")
    func underTheSeal() {
        let committee = Self.whole("TM. ỦY BAN NHÂN DÂN")
        #expect(signed([committee, Self.left("CHỦ TỊCH", without: 4)]).signerTitle?.value == "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH")
        #expect(signed([Self.whole("TL. CHỦ TỊCH"), Self.left("CHÁNH VĂN PHÒNG", without: 6)]).signerTitle?.value == "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG")
        #expect(signed([Self.whole("T/M ĐẢNG ỦY"), Self.left("PHÓ BÍ THƯ", without: 4)]).signerTitle?.value == "T/M ĐẢNG ỦY PHÓ BÍ THƯ")
        #expect(signed([Self.whole("T/M ĐẢNG ỦY"), Self.whole("BÍ THƯ")]).signerTitle?.value == "T/M ĐẢNG ỦY BÍ THƯ")
        #expect(signed([Self.whole("KT. GIÁM ĐỐC"), Self.left("PHÓ GIÁM ĐỐC", without: 4)]).signerTitle?.value == "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")
    }

    @Test("On a page that leans, a name under its title has moved aside and is whole; on a straight one it has lost its first word")
    func leaning() {
        let rows = [Self.whole("TM. ỦY BAN NHÂN DÂN"), Self.whole("CHỦ TỊCH")]
        let name = Self.whole("Đinh Công Mẫn")
        let aside = (text: name.text, x: name.x + 0.0186)
        #expect(signed(rows, name: aside, skew: -5).signerName?.value == "Đinh Công Mẫn")
        #expect(signed(rows, name: aside).signerName == nil)
        #expect(signed(rows, name: name, skew: -5).signerTitle?.value == "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH")
    }

    @Test("A speck between the letters of a name is none of them")
    func speck() {
        #expect(signed([Self.whole("CHỦ TỊCH")], name: Self.whole("L.ò Thị Sen")).signerName?.value == "Lò Thị Sen")
    }

    @Test(
        "Misread letters and strokes of a signature are no title",
        arguments: [
            (["TM. ỦY BAN NHÂN DÂN", "SÀU TỊCH"], "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"), (["T/M ĐẢNG ỦY", "DHÓ BÍ THƯ"], "T/M ĐẢNG ỦY PHÓ BÍ THƯ"),
            (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "NHAN"], "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
            (["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"], "TL. CHỦ TỊCH TRƯỞNG PHÒNG KINH TẾ"),
            (["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "TUQ. CHỦ TỊCH CHÁNH VĂN PHÒNG"), (["CHỦ TRÌ"], "CHỦ TRÌ"),
            (["K/T BÍ THƯ", "PHÓ BÍ THƯ"], "K/T BÍ THƯ PHÓ BÍ THƯ"), (["CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
            (["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
        ])
    func misread(rows: [String], expected: String) {
        #expect(signed(rows.map(Self.whole)).signerTitle?.value == expected)
    }

    @Test(
        "A title that was only concluded is not sure",
        arguments: [("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"), ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")])
    func concluded(row: String, expected: String) {
        let title = signed([Self.whole(row)]).signerTitle
        #expect(title?.value == expected)
        #expect((title?.confidence ?? 1) < 0.8)
    }

    @Test("A deputy, and a secretary of the Party, sign for others: alone their title is half of one", arguments: ["PHÓ CHỦ TỊCH", "BÍ THƯ"])
    func half(title: String) {
        #expect((signed([Self.whole(title)]).signerTitle?.confidence ?? 1) < 0.6)
        #expect((signed([Self.whole("CHỦ TỊCH")]).signerTitle?.confidence ?? 0) > 0.8)
    }

    @Test(
        "Recipients, one an item, whatever was lost of the dashes and of the heading",
        arguments: [
            [
                "Nơi nhận:", "- Sở Nội vụ tỉnh (b/c);", "Trưởng các bản;", "- Các cơ quan, đơn vị", "trên địa bàn xã;", "- Lưu: VT, VHXH.",
                "Ghi chú bên dưới",
            ],
            ["nhận:", "- Sở Nội vụ tỉnh (b/c);", "- Trưởng các bản;", "- Các cơ quan, đơn vị", "trên địa bàn xã;", "- Lưu: VT, VHXH."],
        ])
    func recipients(rows: [String]) {
        var last = PrintedPage(2)
        last.body(from: 0.1)
        for (index, row) in rows.enumerated() { last.line(row, x: 0.14, y: 0.4 + 0.017 * Double(index)) }
        last.line("CHỦ TỊCH", x: 0.66, y: 0.4)
        let expected = ["Sở Nội vụ tỉnh (b/c)", "Trưởng các bản", "Các cơ quan, đơn vị trên địa bàn xã", "Lưu: VT, VHXH"]
        #expect(understood([.plan(), last]).fields.recipients.map(\.value) == expected)
    }

    @Test("A name whose first word has gone under the seal stands off the axis, and is none")
    func halfName() {
        let title = Self.whole("TM. ỦY BAN NHÂN DÂN")
        let whole = signed([title, Self.whole("CHỦ TỊCH")], name: Self.whole("Lò Văn Sương")).signerName
        let half = signed([title, Self.whole("CHỦ TỊCH")], name: Self.left("Lò Văn Sương", without: 3)).signerName
        #expect(whole?.value == "Lò Văn Sương")
        #expect((whole?.confidence ?? 0) > 0.8)
        #expect(half == nil)
    }
}
