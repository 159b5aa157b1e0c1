/// Titles that signatures bear, and the letters that say in whose place one signs (NĐ 30/2020/NĐ-CP, appendix I, II.7).
enum SignerTitles {
    /// Folded: thay mặt, quyền, ký thay, thừa lệnh, thừa ủy quyền; `T/M` and the like in the Party.
    private static let marks: Set<String> = ["tm", "kt", "tl", "tuq", "q", "t m", "k t", "t l", "t u q"]

    private static let titles: [String] = [
        "chu tich", "pho chu tich", "bi thu", "pho bi thu", "chanh van phong", "pho chanh van phong", "giam doc", "pho giam doc", "truong phong",
        "pho truong phong", "truong ban", "pho truong ban", "chu tri", "cuc truong", "chi cuc truong", "truong cong an", "hieu truong", "van phong",
        "uy ban nhan dan", "dang uy", "ban thuong vu", "thuong truc", "hoi dong nhan dan", "chu nhiem", "to truong", "tram truong", "nguoi ky giay",
        "nguoi tiep nhan ho so", "cong chuc", "chu toa", "thu truong", "bo truong", "tong giam doc", "vien truong", "chi huy truong",
        "nguoi ky trich luc",
    ]

    private static let phrases: [String] = [
        "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG",
        "ĐẢNG ỦY", "BAN THƯỜNG VỤ", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "CHỦ TRÌ", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "TRƯỞNG BAN", "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "VĂN PHÒNG",
    ]

    /// Whether a line begins the title of a signature.
    static func begins(_ line: PrintedLine) -> Bool {
        guard line.isCapitals else { return false }
        let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
        guard let first = words.first else { return false }
        if marks.contains(first) || marks.contains(words.prefix(2).joined(separator: " ")) { return words.count > 1 }
        let plain = words.joined(separator: " ")
        return titles.contains { Fuzzy.same(plain, $0) || (plain.hasPrefix($0) && plain.count < $0.count + 12) }
    }

    /// `NGƯỜI KÝ GIẤY KHAI SINH`: says what is signed, not by whom.
    static func isCaption(_ line: PrintedLine) -> Bool { line.plain.hasPrefix("nguoi ky") || Fuzzy.same(line.plain.prefix(13), "nguoi ky giay") }

    static func isMark(_ word: String) -> Bool { marks.contains(Lettering.plain(word)) && word.contains { "./".contains($0) } }

    /// Known titles as they are printed, where the reading comes near.
    static func repaired(_ words: [String]) -> String {
        KnownPhrases.repaired(words.map { Lettering.trimmed($0, of: ",;:|_-–—'\"`*~[]{}()”“") }, phrases: phrases)
    }

    /// Who signs in the place of a head is the deputy: `KT. CHỦ TỊCH` stands over `PHÓ CHỦ TỊCH`.
    static func deputy(for title: String) -> String? {
        let words = title.split(separator: " ")
        guard let mark = words.first, ["kt", "k t"].contains(Lettering.plain(String(mark))), words.count >= 2 else { return nil }
        return "PHÓ " + words.dropFirst().joined(separator: " ")
    }

    /// Whether the reading is the rest of this title: `D CHỦ TỊCH` of `PHÓ CHỦ TỊCH`.
    static func endsAlike(_ read: String, _ title: String) -> Bool {
        let limit = 4
        return Fuzzy.distance(Lettering.plain(read), Lettering.plain(title), limit: limit) <= limit
    }

    /// A line that another must follow: `TM. ỦY BAN NHÂN DÂN`.
    static func speaksForOthers(_ title: String) -> Bool {
        title.split(separator: " ").first.map { marks.contains(Lettering.plain(String($0))) } ?? false
    }
}
