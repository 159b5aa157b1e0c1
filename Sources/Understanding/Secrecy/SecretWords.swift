import Foundation
import Records

/// The words of a mark of secrecy as engines read them off worn stamps.
enum SecretWords {
    /// Signs that a stamp's frame leaves in the text.
    private static let frameSigns = "|[]{}_¦‖="

    /// The mark that a short text consists of; nil when it holds anything else but specks and remains of a frame.
    ///
    /// - Parameter isStamp: whether a frame or coloured ink was seen around it, so that more wear is forgiven.
    static func mark(in text: String, isStamp: Bool) -> SecretMark? {
        guard Lettering.capitalShare(text) >= 0.6, Lettering.letterCount(text) <= 16 else { return nil }
        let words = Self.words(of: text)
        if let mark = exact(words.map(\.plain)) { return mark }
        guard isStamp || text.contains(where: { frameSigns.contains($0) }) else { return nil }
        return worn(words.filter { $0.plain.count > 1 }, isStamp: isStamp)
    }

    /// `Độ mật: Tối mật` on a line of its own, on whatever page.
    static func declared(_ line: PrintedLine) -> SecretMark? {
        let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
        guard words.count >= 3, words.count <= 6, let label = words.indices.dropLast().first(where: { words[$0] == "do" && words[$0 + 1] == "mat" }),
            label <= 1
        else { return nil }
        switch words[(label + 2)...].joined(separator: " ") {
        case "mat": return .mat
        case "toi mat": return .toiMat
        case "tuyet mat": return .tuyetMat
        default: return nil
        }
    }

    private struct Word {
        let text: String
        let plain: String
    }

    private static func words(of text: String) -> [Word] {
        text.split(whereSeparator: \.isWhitespace).map { part in
            Word(text: String(part), plain: Lettering.plain(String(part)).filter { $0 != " " })
        }.filter { !$0.plain.isEmpty }
    }

    /// The mark letter by letter, marks of tone aside; up to two specks of one or two letters beside it.
    private static func exact(_ words: [String]) -> SecretMark? {
        guard let end = words.lastIndex(where: { $0.hasSuffix("mat") }) else { return nil }
        let glued = words[end].dropLast(3)
        let before = glued.isEmpty ? words[..<end].last : String(glued)
        let others = words.indices.filter { $0 != end && words[$0].count > 2 }
        switch before {
        case "toi" where others.allSatisfy { $0 == end - 1 }: return .toiMat
        case "tuyet" where others.allSatisfy { $0 == end - 1 }: return .tuyetMat
        case "giai" where others.allSatisfy { $0 == end - 1 }: return .mat
        default: return others.isEmpty && glued.isEmpty && words.count <= 3 ? .mat : nil
        }
    }

    /// What may be a mark inside a frame, some letters misread.
    private static func worn(_ words: [Word], isStamp: Bool) -> SecretMark? {
        guard !words.isEmpty, words.count <= 3 else { return nil }
        let joined = words.map(\.plain).joined()
        if joined.count >= 6, Fuzzy.distance(joined, "tuyetmat", limit: 3) <= 3 { return .tuyetMat }
        if joined.count >= 4, joined.count <= 8, Fuzzy.distance(joined, "toimat", limit: 2) <= 2 { return .toiMat }
        if words.contains(where: { $0.plain == "tuyet" }), joined.count <= 9 { return .tuyetMat }
        guard joined.count <= 5 else { return nil }
        return words.contains { isWorn($0, isAlone: words.count == 1, isStamp: isStamp) } ? .mat : nil
    }

    /// `MẬT` with one letter lost or misread: `MẬI`, `MÂ`, `IẬT`. Words that stand in frames on their own account (`MÃ`, `MẪU SỐ`) are
    /// let pass, and in a table's cell more must be left of it than in a stamp.
    private static func isWorn(_ word: Word, isAlone: Bool, isStamp: Bool) -> Bool {
        let plain = word.plain
        guard plain.count <= 4, Fuzzy.distance(plain, "mat", limit: 1) <= 1 else { return false }
        let hasCircumflex = word.text.decomposedStringWithCanonicalMapping.unicodeScalars.contains("\u{302}")
        if plain.hasPrefix("m"), plain.hasSuffix("t") { return true }
        guard isAlone else { return false }
        if plain.count < 3 || !isStamp { return hasCircumflex }
        return plain.hasPrefix("m") || plain.hasSuffix("at")
    }
}
