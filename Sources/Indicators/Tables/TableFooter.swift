import Records

/// Tells the lines below a table that are none of its rows: totals, place and day, who made it and who signs.
///
/// Only such words are passed over, and never where the row has a code of its own: a row must not get lost because it looks odd.
struct TableFooter {
    /// After who signs come names, with nothing beside them.
    private var isAmongSignatures = false

    private static let mostCellsOfSignatures = 3

    mutating func holds(_ cells: [String], code: String) -> Bool {
        let code = VietnameseText.squashed(code)
        // Quick for nearly every row: a code with a digit is one, unless it begins like a total or a day.
        if !code.isEmpty, code.contains(where: \.isNumber), !Self.mayBegin(code) { return row() }
        let filled = cells.map { VietnameseText.squashed($0) }.filter { !$0.isEmpty }
        let others = filled.filter { !Self.isNumber($0) }
        guard !others.isEmpty else { return row() }
        let words = others.map(Self.words)
        // Beside a number stands what is counted: a row that lacks its code.
        if others.count == filled.count, words.allSatisfy(Self.isSignature) {
            isAmongSignatures = true
            return true
        }
        if words.contains(where: Self.isTotal), words.allSatisfy({ Self.isTotal($0) || Self.isSignature($0) }) { return true }
        let mayBeNames = isAmongSignatures && others.count == filled.count && filled.count <= Self.mostCellsOfSignatures
        return mayBeNames && !code.contains(where: \.isNumber) ? true : row()
    }

    private mutating func row() -> Bool {
        isAmongSignatures = false
        return false
    }

    private static func mayBegin(_ code: String) -> Bool {
        guard let first = code.first, "tcnTCN".contains(first) else { return false }
        let folded = VietnameseText.folded(code)
        return ["tong", "cong", "ngay"].contains { folded.hasPrefix($0) }
    }

    private static func isNumber(_ text: String) -> Bool { text.allSatisfy { $0.isNumber || ".,-–: ".contains($0) } }

    /// Without what stands in brackets: the same number in words.
    private static func words(_ text: String) -> [String] {
        let open = text.prefix { $0 != "(" }
        return VietnameseText.folded(open.isEmpty ? text : String(open)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// `Tổng cộng: 2`, `Cộng 12 hồ sơ`, `Tổng số trang`.
    private static func isTotal(_ words: [String]) -> Bool {
        guard let first = words.first, ["tong", "cong"].contains(first), words.dropFirst().first != "hop" else { return false }
        return words.dropFirst().allSatisfy { totalWords.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    private static let totalWords: Set<String> = [
        "tong", "cong", "so", "ho", "trang", "van", "ban", "tai", "lieu", "to", "hop", "cap", "gom", "co", "la", "don", "vi", "bao", "quan", "truong",
        "danh", "sach", "muc", "luc", "trong", "bang", "nay",
    ]

    /// `Người lập bảng`, `Ngày 05 tháng 10 năm 2026`, `(Ký, ghi rõ họ tên)`.
    private static func isSignature(_ words: [String]) -> Bool {
        if signatures.contains(where: { words.starts(with: $0) }) && words.count <= longestSignature { return true }
        guard let day = words.firstIndex(of: "ngay") else { return false }
        return words[day...].contains("thang") && words[day...].contains("nam") && words.count <= longestSignature
    }

    private static let longestSignature = 14
    private static let signatures: [[String]] = [
        "nguoi lap", "nguoi ky", "nguoi kiem tra", "nguoi duyet", "nguoi giao", "nguoi nhan", "nguoi tong hop", "lap bang", "lap bieu", "can bo lap",
        "cong chuc", "thu truong", "chu tich", "pho chu tich", "tm", "t m", "kt", "k t", "xac nhan", "ky ghi", "ky ten", "ky va ghi", "da ky",
    ].map { $0.split(separator: " ").map(String.init) }
}
