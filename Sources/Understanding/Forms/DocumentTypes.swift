import Records

/// One type of document: its code, its name as registers write it, and the titles under which it is printed.
struct DocumentType: Sendable, Hashable {
    let code: String
    let name: String
    /// The title in capitals, folded; longer titles that begin with it carry their rest into the subject.
    let titles: [String]
    /// Whether such papers may go without number and symbol.
    let mayLackNumber: Bool

    init(_ code: String, _ name: String, titles: [String] = [], mayLackNumber: Bool = false) {
        self.code = code
        self.name = name
        self.titles = [Lettering.plain(name)] + titles
        self.mayLackNumber = mayLackNumber
    }
}

/// The types of administrative documents with their abbreviations (NĐ 30/2020/NĐ-CP, article 7 and appendix III), and those of
/// the Party that go beyond them.
enum DocumentTypes {
    static let all: [DocumentType] = [
        DocumentType("NQ", "Nghị quyết"),
        DocumentType("QĐ", "Quyết định"),
        DocumentType("CT", "Chỉ thị"),
        DocumentType("QC", "Quy chế", mayLackNumber: true),
        DocumentType("QyĐ", "Quy định"),
        DocumentType("TC", "Thông cáo"),
        DocumentType("TB", "Thông báo"),
        DocumentType("HD", "Hướng dẫn"),
        DocumentType("CTr", "Chương trình"),
        DocumentType("KH", "Kế hoạch"),
        DocumentType("PA", "Phương án"),
        DocumentType("ĐA", "Đề án"),
        DocumentType("DA", "Dự án"),
        DocumentType("BC", "Báo cáo"),
        DocumentType("BB", "Biên bản", mayLackNumber: true),
        DocumentType("TTr", "Tờ trình"),
        DocumentType("HĐ", "Hợp đồng", mayLackNumber: true),
        DocumentType("CĐ", "Công điện"),
        DocumentType("BGN", "Bản ghi nhớ", mayLackNumber: true),
        DocumentType("BTT", "Bản thỏa thuận", mayLackNumber: true),
        DocumentType("GUQ", "Giấy ủy quyền", mayLackNumber: true),
        DocumentType("GM", "Giấy mời", mayLackNumber: true),
        DocumentType("GGT", "Giấy giới thiệu"),
        DocumentType("GNP", "Giấy nghỉ phép"),
        DocumentType("PG", "Phiếu gửi", mayLackNumber: true),
        DocumentType("PC", "Phiếu chuyển", mayLackNumber: true),
        DocumentType("PB", "Phiếu báo", mayLackNumber: true),
        DocumentType("KL", "Kết luận"),
    ]

    /// Công văn: it bears no type name, and its symbol no type code.
    static let letter = DocumentType("CV", "Công văn")

    /// Abbreviations met in symbols that stand for one of the types.
    private static let otherCodes = ["KHHĐ": "KH", "KHPH": "KH", "CTHĐ": "CTr", "CTR": "CTr", "TTR": "TTr", "QYĐ": "QyĐ", "GMH": "GM"]

    /// The type whose code this is; `exact` code first, since `CTr` and `CT` differ by one small letter.
    static func type(ofCode code: String) -> DocumentType? {
        if let type = all.first(where: { $0.code == code }) { return type }
        let upper = code.uppercased()
        if let other = otherCodes[upper] { return all.first { $0.code == other } }
        return all.first { $0.code.uppercased() == upper } ?? misread(upper)
    }

    /// A code whose đ the engine has read as D or Ð: only where no other type has that code.
    private static func misread(_ code: String) -> DocumentType? {
        let repaired = code.map { $0 == "D" || $0 == "\u{D0}" || $0 == "Ð" ? "Đ" : String($0) }.joined()
        return all.first { $0.code.uppercased() == repaired }
    }
}
