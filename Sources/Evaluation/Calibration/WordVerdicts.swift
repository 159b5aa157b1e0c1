import Records

/// Which of the words read on a page are right. Order does not count: of the words that say the same, as many are right as the page
/// bears, the surest first.
struct WordVerdicts {
    private(set) var verdicts: [(confidence: Double, isRight: Bool)] = []

    /// - Parameter stamps: what stamps say, which is not part of the page's text: words of theirs count neither way.
    init(_ reading: PageReading, printed: String, stamps: [String] = []) {
        var left = Self.counts(of: printed)
        var ignored = Self.counts(of: stamps.joined(separator: " "))
        let words = reading.lines.flatMap(\.words).map { (text: VietnameseText.squashed($0.text), confidence: $0.confidence) }
        for word in words.filter({ !$0.text.isEmpty }).sorted(by: { $0.confidence > $1.confidence }) {
            if Self.take(word.text, from: &left) {
                verdicts.append((word.confidence, true))
            } else if !Self.take(word.text, from: &ignored) {
                verdicts.append((word.confidence, false))
            }
        }
    }

    private static func counts(of text: String) -> [Substring: Int] {
        Dictionary(VietnameseText.squashed(text).split(separator: " ").map { ($0, 1) }, uniquingKeysWith: +)
    }

    private static func take(_ word: String, from counts: inout [Substring: Int]) -> Bool {
        guard let count = counts[word[...]], count > 0 else { return false }
        counts[word[...]] = count - 1
        return true
    }
}
