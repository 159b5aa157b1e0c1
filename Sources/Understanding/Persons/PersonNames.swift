import Records

/// What a printed name looks like: two to six words, each beginning with a capital.
enum PersonNames {
    /// Ranks and degrees that may stand before a signature's name.
    private static let titles: Set<String> = ["ong", "ba", "ths", "ts", "ks", "bs", "thieu", "trung", "thuong", "dai", "ta", "uy"]

    /// The name that a line under a signature holds; nil when it is anything else. It is set in small letters with capitals in front
    /// (NĐ 30/2020/NĐ-CP, appendix I, zone 7b), so capitals are a title.
    static func signature(_ line: PrintedLine, _ surnames: Surnames) -> Field? {
        var words = line.words.filter { isMixedCase($0.text) }
        let specks = line.words.filter { !isMixedCase($0.text) }
        guard specks.allSatisfy({ Lettering.letterCount($0.text) <= 1 }) else { return nil }
        while let first = words.first, titles.contains(Lettering.plain(first.text)) { words.removeFirst() }
        guard words.count >= 2, words.count <= 6 else { return nil }
        let cleaned = words.map { withoutSpecks($0.text) }
        guard cleaned.contains(where: { Lettering.letterCount($0) >= 3 }) else { return nil }
        let name = cleaned.joined(separator: " ")
        return Field(name, words: words, in: line, certainty: surnames.begin(name) ? 0.89 : 0.5)
    }

    private static func isMixedCase(_ text: String) -> Bool {
        isNameWord(text) && withoutSpecks(text).dropFirst().allSatisfy(\.isLowercase)
    }

    /// A speck between two letters of a name (`L.ò`) is one.
    static func withoutSpecks(_ text: String) -> String { Lettering.trimmed(text).filter { $0 != "." && $0 != "," } }

    /// Begins with a capital, letters only, no capital inside unless it is all capitals.
    static func isNameWord(_ text: String) -> Bool {
        let word = withoutSpecks(text)
        guard let first = word.first, first.isUppercase, word.count <= 7, word.allSatisfy(\.isLetter) else { return false }
        return word.dropFirst().allSatisfy(\.isLowercase) || word.allSatisfy(\.isUppercase)
    }
}
