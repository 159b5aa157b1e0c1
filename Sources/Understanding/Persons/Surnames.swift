import Records

/// Surnames of the Kinh and of the peoples of the northern mountains: evidence that a name was read right.
enum Surnames {
    private static let known: [String] = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đoàn",
        "Vương", "Trịnh", "Trương", "Đinh", "Lâm", "Phùng", "Mai", "Tô", "Hà", "Tạ", "Chu", "Châu", "Cao", "Thái", "Tăng", "Quách", "Lương",
        "Lưu", "Triệu", "La", "Đàm", "Kiều", "Nông", "Hứa", "Ma", "Bế", "Lục", "Vi", "Lò", "Lường", "Cầm", "Quàng", "Tòng", "Cà", "Lù", "Đèo",
        "Đao", "Điêu", "Vàng", "Giàng", "Sùng", "Thào", "Mùa", "Hạng", "Chang", "Cứ", "Hờ", "Lầu", "Vừ", "Ly", "Má", "Tráng", "Cháng", "Pờ",
        "Tẩn", "Phàn", "Chẻo", "Lìa", "Lừ", "Lỳ", "Khoàng", "Sìn", "Tao", "Tống", "Bàn", "Đặng", "Chảo", "Lồ", "Seo", "Thền", "Vù", "Phà", "Sần",
        "Lã", "Lại", "Mã", "Mạc", "Ninh", "Nghiêm", "Nhữ", "Khổng", "Khúc", "Khuất", "Giang", "Doãn", "Bạch", "Âu", "Cù", "Diệp", "Đồng", "Hàn",
        "Kim", "Liễu", "Lộc", "Lỗ", "Mẫn", "Ngọ", "Phí", "Quan", "Sầm", "Sử", "Thạch", "Thân", "Thiều", "Tiêu", "Tôn", "Từ", "Tưởng", "Uông",
        "Viên", "Xa", "Đậu", "Đường", "Hán", "Lang", "Lèng", "Lềnh", "Mông", "Nhâm", "Phạn", "Phú", "Tất", "Trang", "Vòng", "Ông", "Ứng",
    ]
    private static let exact = Set(known.map(VietnameseText.exact))
    private static let plain = Set(known.map(Lettering.plain))

    /// How sure a name is for its first word: one that differs from a surname in its marks alone, or stands before a middle name, was
    /// read in part.
    static func certainty(of name: String) -> Double {
        guard let first = name.split(separator: " ").first.map(String.init) else { return 0 }
        if holds(first) { return 0.95 }
        return first == "Thị" || plain.contains(Lettering.plain(first)) ? 0.55 : 0.8
    }

    /// The name with the surnames that its first word may be misread from: for a person to compare, never to replace it.
    static func compared(_ name: Field) -> Field {
        guard !begin(name.value), let first = name.value.split(separator: " ").first else { return name }
        let plain = Lettering.plain(String(first))
        let limit = plain.count >= 5 ? 1 : 0
        var name = name
        name.alternatives = known.filter { Fuzzy.distance(Lettering.plain($0), plain, limit: limit) <= limit }.map {
            $0 + name.value.dropFirst(first.count)
        }
        return name
    }

    /// Whether a word is one of them.
    static func holds(_ word: String) -> Bool { exact.contains(VietnameseText.exact(word)) }

    /// Whether the name begins with one of them. A name is never rewritten: one that does not is only less sure.
    static func begin(_ name: String) -> Bool {
        name.split(separator: " ").first.map { exact.contains(VietnameseText.exact(String($0))) } ?? false
    }
}
