import Records

/// Titles that signatures bear, and the letters that say in whose place one signs (NĐ 30/2020/NĐ-CP, appendix I, II.7).
enum SignerTitles {
    /// Folded: thay mặt, quyền, ký thay, thừa lệnh, thừa ủy quyền; `T/M` and the like in the Party.
    private static let marks: Set<String> = ["tm", "kt", "tl", "tuq", "q", "t m", "k t", "t l", "t u q"]

    /// Bodies in whose name one signs, behind TM.
    static let bodies: [String] = [
        "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ĐẢNG ỦY", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "THƯỜNG TRỰC", "THƯỜNG TRỰC ĐẢNG ỦY",
        "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "BAN CHỈ ĐẠO", "BAN THƯỜNG TRỰC", "CHI BỘ", "CHI ỦY", "ĐẢNG BỘ",
    ]

    /// Heads, each of whom has deputies.
    static let heads: [String] = [
        "CHỦ TỊCH", "BÍ THƯ", "CHÁNH VĂN PHÒNG", "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "TRƯỞNG BAN", "TRƯỞNG CÔNG AN", "CHỦ NHIỆM", "CHÁNH THANH TRA",
        "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "HIỆU TRƯỞNG", "TỔNG GIÁM ĐỐC", "VIỆN TRƯỞNG", "CHỈ HUY TRƯỞNG", "TRẠM TRƯỞNG", "BỘ TRƯỞNG", "THỦ TRƯỞNG",
    ]

    static let deputies: [String] = heads.map { "PHÓ " + $0 }

    /// Others who sign.
    static let others: [String] = [
        "CHỦ TRÌ", "CHỦ TỌA", "THƯ KÝ", "TỔ TRƯỞNG", "TRƯỞNG BẢN", "TRƯỞNG THÔN", "PHÓ BÍ THƯ THƯỜNG TRỰC", "CÔNG CHỨC TƯ PHÁP - HỘ TỊCH",
        "NGƯỜI TIẾP NHẬN HỒ SƠ", "CÁN BỘ TIẾP NHẬN", "KẾ TOÁN TRƯỞNG",
    ]

    static let persons: [String] = heads + deputies + others
    private static let plainTitles = (persons + bodies).map(Lettering.plain)

    /// Whether a line is one of a signature's title, whole or what seal and signature have left of it.
    static func isTitle(_ line: PrintedLine) -> Bool {
        guard line.isCapitals || hasCapitalEnd(line) else { return false }
        if beginsWithMark(line) || isCaption(line) { return true }
        if beginsLikeTitle(line), line.letters < 36 { return true }
        return TitleRemains(line, of: persons) != nil
    }

    /// Begins like a known title, whole: `TRƯỞNG PHÒNG KINH TẾ`.
    static func beginsLikeTitle(_ line: PrintedLine) -> Bool {
        let plain = line.plain
        return plainTitles.contains { Fuzzy.same(plain.prefix($0.count), $0) }
    }

    /// `Đi TỊCH`: strokes of the signature before the title's last word.
    private static func hasCapitalEnd(_ line: PrintedLine) -> Bool { line.words.last.map { Lettering.isCapitals($0.text) } ?? false }

    static func beginsWithMark(_ line: PrintedLine) -> Bool {
        let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
        guard let first = words.first, words.count > 1 else { return false }
        return marks.contains(first) || (first.count == 1 && marks.contains(words.prefix(2).joined(separator: " ")))
    }

    /// `NGƯỜI KÝ GIẤY KHAI SINH`: says what is signed, not by whom.
    static func isCaption(_ line: PrintedLine) -> Bool {
        line.isCapitals && (line.plain.hasPrefix("nguoi ky") || Fuzzy.same(line.plain.prefix(13), "nguoi ky giay"))
    }

    static func isMark(_ word: String) -> Bool { marks.contains(Lettering.plain(word)) && word.contains { "./".contains($0) } }

    /// The known part of a line that begins with its mark as it is printed, where the reading comes near.
    static func repaired(_ words: [String]) -> String {
        KnownPhrases.repaired(words.map { Lettering.trimmed($0, of: ",;:|_-–—'\"`*~[]{}()”“") }, phrases: persons + bodies)
    }

    /// Who signs in the place of a head is the deputy: `KT. CHỦ TỊCH` stands over `PHÓ CHỦ TỊCH`.
    static func deputy(for title: String) -> String? {
        let words = title.split(separator: " ")
        guard let mark = words.first, ["kt", "k t"].contains(Lettering.plain(String(mark))), words.count >= 2 else { return nil }
        return "PHÓ " + words.dropFirst().joined(separator: " ")
    }

    /// A committee or a council is spoken for by its chair, unless KT. says otherwise.
    static func chair(of title: String) -> String? {
        let plain = Lettering.plain(title)
        return ["tm uy ban nhan dan", "tm hoi dong nhan dan"].contains { plain.hasPrefix($0) } ? "CHỦ TỊCH" : nil
    }

    /// `KT. CHỦ TỊCH` over its deputy, where the line above is what is left of it: the head alone, or the deputy a second time, since
    /// `KT.` is about as wide as `PHÓ`.
    static func line(over deputy: String, asRead above: String) -> String? {
        guard let index = deputies.firstIndex(of: deputy), above == deputy || above == heads[index] else { return nil }
        return (heads[index] == "BÍ THƯ" ? "K/T " : "KT. ") + heads[index]
    }

    /// A deputy signs in the place of the head, and the Party's secretaries for their committee: their line is never the first
    /// (NĐ 30/2020/NĐ-CP, appendix I, II.7; Party documents likewise).
    static func needsLineAbove(_ title: String) -> Bool { deputies.contains(title) || title.hasPrefix("BÍ THƯ") || title.hasPrefix("PHÓ BÍ THƯ") }

    /// A line that another must follow: `TM. ỦY BAN NHÂN DÂN`.
    static func speaksForOthers(_ title: String) -> Bool {
        title.split(separator: " ").first.map { marks.contains(Lettering.plain(String($0))) } ?? false
    }
}
