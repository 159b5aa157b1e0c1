import Records

/// One form of the administrative procedures: its code, the code of its paper, and the titles that it is printed under.
struct PaperForm: Sendable, Hashable {
    let form: String
    /// Stands in `type_code`, where a document of the archive has its code of NĐ 30/2020/NĐ-CP.
    let code: String
    let name: String
    /// Folded; a title is of this form when it begins with one of them.
    let titles: [String]

    init(_ form: String, _ code: String, _ name: String, _ titles: [String]) {
        self.form = form
        self.code = code
        self.name = name
        self.titles = titles
    }
}

/// Papers of administrative procedures that communes meet most: civil status (TT 04/2020/TT-BTP, forms), receipts
/// (TT 03/2025/TT-VPCP), identity cards and land certificates. Longer titles stand before the shorter ones that they contain.
enum PaperForms {
    static let all: [PaperForm] = [
        PaperForm("to_khai_khai_sinh", "TK_KHAI_SINH", "Tờ khai đăng ký khai sinh", ["to khai dang ky khai sinh", "to khai dang ky lai khai sinh"]),
        PaperForm("to_khai_ket_hon", "TK_KET_HON", "Tờ khai đăng ký kết hôn", ["to khai dang ky ket hon", "to khai dang ky lai ket hon"]),
        PaperForm("to_khai_khai_tu", "TK_KHAI_TU", "Tờ khai đăng ký khai tử", ["to khai dang ky khai tu", "to khai dang ky lai khai tu"]),
        PaperForm("to_khai", "TO_KHAI", "Tờ khai", ["to khai", "phieu khai"]),
        PaperForm("trich_luc_khai_sinh", "TRICH_LUC_KHAI_SINH", "Trích lục khai sinh", ["trich luc khai sinh", "trich luc giay khai sinh"]),
        PaperForm("trich_luc_khai_tu", "TRICH_LUC_KHAI_TU", "Trích lục khai tử", ["trich luc khai tu"]),
        PaperForm("trich_luc", "TRICH_LUC", "Trích lục", ["trich luc"]),
        PaperForm("giay_khai_sinh", "GIAY_KHAI_SINH", "Giấy khai sinh", ["giay khai sinh"]),
        PaperForm(
            "giay_chung_nhan_ket_hon", "GCN_KET_HON", "Giấy chứng nhận kết hôn", ["giay chung nhan ket hon", "giay chung nhan dang ky ket hon"]),
        PaperForm("xac_nhan_hon_nhan", "XN_HON_NHAN", "Giấy xác nhận tình trạng hôn nhân", ["giay xac nhan tinh trang hon nhan"]),
        PaperForm("giay_xac_nhan", "GIAY_XAC_NHAN", "Giấy xác nhận", ["giay xac nhan"]),
        PaperForm(
            "giay_chung_nhan_qsdd", "GCN_QSDĐ", "Giấy chứng nhận quyền sử dụng đất",
            ["giay chung nhan quyen su dung dat", "giay chung nhan quyen so huu"]),
        PaperForm(
            "bien_nhan", "BIEN_NHAN", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            ["giay tiep nhan ho so va hen tra ket qua", "giay tiep nhan ho so", "giay bien nhan ho so", "bien nhan ho so", "giay bien nhan"]),
        PaperForm("cccd", "CCCD", "Căn cước", ["can cuoc cong dan", "the can cuoc", "can cuoc", "chung minh nhan dan"]),
        PaperForm("don_xac_nhan", "DON_XAC_NHAN", "Đơn xin xác nhận", ["don xin xac nhan", "don de nghi xac nhan"]),
        PaperForm("don_de_nghi", "DON_DE_NGHI", "Đơn đề nghị", ["don de nghi", "don xin", "don yeu cau", "don dang ky", "giay de nghi"]),
    ]

    static let codes = Set(all.map(\.form))
}
