import Records

/// Titles that signatures bear, and the letters that say in whose place one signs (NĐ 30/2020/NĐ-CP, appendix I, II.7).
struct SignerTitles: Sendable {
    /// Folded: thay mặt, quyền, ký thay, thừa lệnh, thừa ủy quyền; `T/M` and the like in the Party.
    private static let marks: Set<String> = ["tm", "kt", "tl", "tuq", "q", "t m", "k t", "t l", "t u q"]

    /// Bodies in whose name one signs, behind TM.
    let bodies: [String]
    /// Heads and their deputies, and others who sign.
    let persons: [String]
    private let heads: [String]
    private let deputies: [String]
    private let plainTitles: [String]

    init(_ words: PaperWords) {
        bodies = words.signingBodies
        heads = words.heads
        deputies = heads.map { "PHÓ " + $0 }
        persons = heads + deputies + words.otherSigners
        plainTitles = (persons + bodies).map(Lettering.plain)
    }

    /// Whether a line is one of a signature's title, whole or what seal and signature have left of it.
    func isTitle(_ line: PrintedLine) -> Bool {
        guard line.isCapitals || Self.hasCapitalEnd(line) else { return false }
        if Self.beginsWithMark(line) || Self.isCaption(line) { return true }
        if beginsLikeTitle(line), line.letters < 36 { return true }
        return TitleRemains(line, of: persons) != nil
    }

    /// Begins like a known title, whole: `TRƯỞNG PHÒNG KINH TẾ`.
    func beginsLikeTitle(_ line: PrintedLine) -> Bool {
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
    func repaired(_ words: [String]) -> String {
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
    func line(over deputy: String, asRead above: String) -> String? {
        guard let index = deputies.firstIndex(of: deputy), above == deputy || above == heads[index] else { return nil }
        return (heads[index] == "BÍ THƯ" ? "K/T " : "KT. ") + heads[index]
    }

    /// A deputy signs in the place of the head, and the Party's secretaries for their committee: their line is never the first
    /// (NĐ 30/2020/NĐ-CP, appendix I, II.7; Party documents likewise).
    func needsLineAbove(_ title: String) -> Bool { deputies.contains(title) || title.hasPrefix("BÍ THƯ") || title.hasPrefix("PHÓ BÍ THƯ") }

    /// A line that another must follow: `TM. ỦY BAN NHÂN DÂN`.
    static func speaksForOthers(_ title: String) -> Bool {
        title.split(separator: " ").first.map { marks.contains(Lettering.plain(String($0))) } ?? false
    }
}
