import Records
import Testing

@testable import Understanding

struct UnitTests {
    private static let merger = CalendarDate(year: 2025, month: 7, day: 1)
    private static let table = UnitTable([
        AdministrativeUnit(code: "P", name: "tỉnh Vân Lĩnh"), AdministrativeUnit(code: "P2", name: "tỉnh Hoa Lĩnh"),
        AdministrativeUnit(code: "D", name: "huyện Nậm Sơn", parent: "P", until: merger),
        AdministrativeUnit(code: "C", name: "xã Bum Nưa", parent: "P", from: merger),
        AdministrativeUnit(code: "T1", name: "xã Tân Lập", parent: "P"), AdministrativeUnit(code: "T2", name: "xã Tân Lập", parent: "P2"),
        AdministrativeUnit(code: "O", name: "xã Hoà Bình", parent: "P", until: merger, successor: "C"),
    ])

    private func fields(_ agency: String, parent: String? = nil, on date: String = "2026-02-03") -> Fields {
        var fields = Fields()
        fields.agency = Field(agency, confidence: 0.8, page: 1, source: .ocr)
        fields.parentAgency = parent.map { Field($0, confidence: 0.8, page: 1, source: .ocr) }
        fields.issuedOn = Field(date, confidence: 0.9, page: 1, source: .ocr)
        return fields
    }

    @Test(
        "An agency is matched to one unit of the table, or to none",
        arguments: [
            ("ỦY BAN NHÂN DÂN XÃ BUM NƯA", nil, "C"), ("UBND XÃ BUM NƯA", nil, "C"), ("ĐẢNG ỦY XÃ HÒA BÌNH", nil, "O"),
            ("ỦY BAN NHÂN DÂN TỈNH VÂN LĨNH", nil, "P"),
            ("ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "TỈNH HOA LĨNH", "T2"), ("ỦY BAN NHÂN DÂN XÃ TÂN LẬP", nil, nil), ("ỦY BAN NHÂN DÂN XÃ BUM NỬA", nil, nil),
            ("SỞ NỘI VỤ", nil, nil), ("XÃ", nil, nil),
        ])
    func match(agency: String, parent: String?, code: String?) {
        var fields = fields(agency, parent: parent)
        AgencyUnit.set(in: &fields, table: Self.table)
        #expect(fields.agencyUnit?.value == code)
        #expect(fields.agency?.value == agency)
        #expect(((fields.agency?.confidence ?? 0) > 0.9) == (code != nil))
    }

    @Test(
        "A unit that was not there on that day",
        arguments: [
            ("ỦY BAN NHÂN DÂN XÃ BUM NƯA", "2026-02-03", false), ("ỦY BAN NHÂN DÂN XÃ BUM NƯA", "2024-02-03", true),
            ("ỦY BAN NHÂN DÂN HUYỆN NẬM SƠN", "2025-06-30", false), ("ỦY BAN NHÂN DÂN HUYỆN NẬM SƠN", "2025-07-01", true),
            ("ỦY BAN NHÂN DÂN HUYỆN KHÁC", "2025-07-01", true), ("ỦY BAN NHÂN DÂN THỊ XÃ KHÁC", "2025-08-01", true),
            ("ỦY BAN NHÂN DÂN HUYỆN KHÁC", "2020-07-01", false), ("ỦY BAN NHÂN DÂN XÃ KHÁC", "2026-07-01", false),
        ])
    func validity(agency: String, date: String, isWrong: Bool) {
        #expect(UnitCheck.reasons(fields(agency, on: date), table: Self.table) == (isWrong ? ["conflict:agency_unit"] : []))
    }

    @Test(
        "The name of the unit in that of the agency",
        arguments: [
            ("UBND THỊ XÃ MƯỜNG LAY", "THỊ XÃ MƯỜNG LAY"), ("HĐND THÀNH PHỐ HUẾ", "THÀNH PHỐ HUẾ"), ("CÔNG AN XÃ PA Ủ", "XÃ PA Ủ"),
            ("BAN CHỈ ĐẠO", nil),
        ])
    func names(agency: String, expected: String?) {
        #expect(AgencyUnit.unitName(in: agency) == expected)
    }
}
