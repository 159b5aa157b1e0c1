import Records

/// The words of a mark of secrecy as engines read them off worn stamps.
enum SecretWords {
    /// Signs that a stamp's frame leaves in the text.
    private static let frameSigns = "|[]{}_¦‖="

    /// The mark that a short text consists of; nil when it holds anything else but specks and remains of a frame.
    static func mark(in text: String, framed: Bool) -> SecretMark? {
        guard Lettering.capitalShare(text) >= 0.6, Lettering.letterCount(text) <= 16 else { return nil }
        let words = Self.words(of: text)
        if let mark = exact(words) { return mark }
        let hasFrame = framed || text.contains { frameSigns.contains($0) }
        return hasFrame ? worn(words) : nil
    }

    /// `Độ mật: Tối mật` on a line of its own, on whatever page.
    static func declared(_ line: PrintedLine) -> SecretMark? {
        let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
        guard words.count >= 3, words.count <= 6, let label = words.indices.dropLast().first(where: { words[$0] == "do" && words[$0 + 1] == "mat" }),
            label <= 1
        else { return nil }
        switch words[(label + 2)...].joined(separator: " ") {
        case "mat", "m": return .mat
        case "toi mat": return .toiMat
        case "tuyet mat": return .tuyetMat
        default: return nil
        }
    }

    private static func words(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { Lettering.plain(String($0)).filter { $0 != " " } }.filter { !$0.isEmpty }
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
    private static func worn(_ words: [String]) -> SecretMark? {
        let letters = words.filter { $0.count > 1 }
        guard !letters.isEmpty, letters.count <= 3 else { return nil }
        let joined = letters.joined()
        if joined.count >= 6, Fuzzy.distance(joined, "tuyetmat", limit: 3) <= 3 { return .tuyetMat }
        if joined.count >= 4, joined.count <= 8, Fuzzy.distance(joined, "toimat", limit: 2) <= 2 { return .toiMat }
        if letters.contains("tuyet"), joined.count <= 9 { return .tuyetMat }
        return letters.contains(where: isWornMat) && joined.count <= 5 ? .mat : nil
    }

    /// `MẬT` with one letter lost or misread: `MẬI`, `MÁ`, `IẬT`.
    private static func isWornMat(_ word: String) -> Bool {
        guard word.count <= 4, Fuzzy.distance(word, "mat", limit: 1) <= 1 else { return false }
        return word.hasPrefix("m") || word.hasSuffix("at")
    }
}
