import Records

/// Surnames, so that a misread mark on one can be put right: those of the Kinh and of the peoples of the northern mountains.
enum Surnames {
    private static let known: [String] = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đoàn",
        "Vương", "Trịnh", "Trương", "Đinh", "Lâm", "Phùng", "Mai", "Tô", "Hà", "Tạ", "Chu", "Châu", "Cao", "Thái", "Tăng", "Quách", "Lương",
        "Lưu", "Triệu", "La", "Đàm", "Kiều", "Nông", "Hứa", "Ma", "Bế", "Lục", "Vi", "Lò", "Lường", "Cầm", "Quàng", "Tòng", "Cà", "Lù", "Đèo",
        "Đao", "Điêu", "Vàng", "Giàng", "Sùng", "Thào", "Mùa", "Hạng", "Chang", "Cứ", "Hờ", "Lầu", "Vừ", "Ly", "Má", "Tráng", "Cháng", "Pờ",
        "Tẩn", "Phàn", "Chẻo", "Lìa", "Lừ", "Lỳ", "Khoàng", "Sìn", "Tao", "Tống", "Bàn", "Đặng", "Chảo", "Lồ", "Seo", "Thền", "Vù", "Phà", "Sần",
    ]
    private static let byPlain = Dictionary(grouping: known, by: Lettering.plain)
    private static let exact = Set(known.map(VietnameseText.exact))

    static func begin(_ name: String) -> Bool {
        name.split(separator: " ").first.map { exact.contains(VietnameseText.exact(String($0))) } ?? false
    }

    /// The name with its first word put right where it is no surname, but one with other marks is.
    static func repaired(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        guard let first = words.first, !exact.contains(VietnameseText.exact(first)) else { return name }
        let plain = Lettering.plain(first)
        let alike = byPlain[plain] ?? (plain.count >= 5 ? known.filter { Fuzzy.distance(plain, Lettering.plain($0), limit: 1) == 1 } : [])
        guard let right = alike.first, Set(alike).count == 1 else { return name }
        words[0] = Lettering.isCapitals(first) && first.count > 1 ? right.uppercased() : right
        return words.joined(separator: " ")
    }
}
