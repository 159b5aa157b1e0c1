import Records

/// Phrases that subjects are full of, for marks that engines confuse (ể/ế, ổ/ố, ỉ/i): two or three words whose letters without marks
/// can hardly be anything else.
enum CommonPhrases {
    private static let phrases: [String] = [
        "chuyển đổi số", "chuyển đổi", "đổi mới sáng tạo", "đổi mới", "phát triển", "khoa học", "công nghệ", "quốc gia", "đột phá", "nghị quyết",
        "thực hiện", "kế hoạch", "kết quả", "nhiệm vụ", "phương hướng", "công tác", "chuẩn bị", "ý kiến", "chi bộ", "đại hội", "trực thuộc",
        "Ban Thường vụ", "Ban Chấp hành", "Bộ Chính trị", "Đảng ủy", "Đảng bộ", "Ủy ban nhân dân", "Hội đồng nhân dân", "kinh tế - xã hội",
        "kinh tế", "xã hội", "hội nghị", "đánh giá", "tình hình", "rà soát", "cập nhật", "cơ sở dữ liệu", "hộ nghèo", "cận nghèo", "phê duyệt",
        "chủ trương", "đầu tư", "công trình", "nhà văn hóa", "đề nghị", "kiện toàn", "cộng đồng", "tặng Giấy khen", "cá nhân", "thành tích",
        "xuất sắc", "phong trào", "thi đua", "xây dựng", "nông thôn mới", "phê chuẩn", "quyết toán", "ngân sách", "tiếp công dân", "triển khai",
        "tổ chức", "ban hành", "sửa đổi", "bổ sung", "tăng cường", "quản lý", "thủ tục hành chính", "cải cách hành chính", "bảo vệ", "môi trường",
        "phòng chống", "thiên tai", "dân quân tự vệ", "an ninh", "quốc phòng", "trật tự", "giáo dục", "y tế", "bầu cử", "giao thông", "đất đai",
        "thu hồi đất", "bồi thường", "hỗ trợ", "tái định cư", "dự toán", "thành lập", "tổ công tác", "ban chỉ đạo", "quy chế", "làm việc", "dự thảo",
        "tuyên truyền", "kỷ niệm", "thống kê", "kiểm tra", "giám sát", "tiếp nhận", "bổ nhiệm", "điều động", "khen thưởng", "kỷ luật", "về việc",
    ]

    /// Plain text of a phrase → its words.
    private static let byPlain: [String: [String]] = Dictionary(
        phrases.map { (Lettering.plain($0), $0.split(separator: " ").filter { $0 != "-" }.map(String.init)) }, uniquingKeysWith: { first, _ in first })
    private static let longest = 4

    /// The text with the marks of known phrases put right; letters and capitals stay as read.
    static func repaired(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let plain = words.map(Lettering.plain)
        var index = 0
        while index < words.count {
            let match = (2...longest).reversed().lazy.filter { index + $0 <= words.count }.compactMap { length in
                byPlain[plain[index..<(index + length)].joined(separator: " ")].map { (length, $0) }
            }.first { $0.0 == $0.1.count }
            guard let (length, right) = match else {
                index += 1
                continue
            }
            for offset in 0..<length { words[index + offset] = marked(words[index + offset], like: right[offset]) }
            index += length
        }
        return words.joined(separator: " ")
    }

    /// The word's letters with the marks of `right`; signs and capitals stay.
    private static func marked(_ word: String, like right: String) -> String {
        guard word.allSatisfy(\.isLetter) || word.dropLast().allSatisfy(\.isLetter) else { return word }
        let tail = word.last.map { $0.isLetter ? "" : String($0) } ?? ""
        let letters = word.filter(\.isLetter)
        guard letters.count == right.count, VietnameseText.exact(letters) != VietnameseText.exact(right) else { return word }
        let cased = zip(letters, right).map { $0.isUppercase ? $1.uppercased() : $1.lowercased() }.joined()
        return cased + tail
    }
}
