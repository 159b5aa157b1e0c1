import Records

/// A run of words that stand side by side without a column's gap between them, with what rules ask of it.
struct PrintedLine: Sendable {
    let words: [PageReading.Word]
    let page: Int
    let source: Field.Source
    let text: String
    /// The words folded to plain letters, one a word (empty for a word of signs only).
    let plainWords: [String]
    let box: Box
    /// Height of its letters: the median over words with letters, since a lone dash has hardly any.
    let height: Double
    /// Middle of its letters from the top of the page.
    let middle: Double

    init(words: [PageReading.Word], page: Int, source: Field.Source) {
        self.words = words
        self.page = page
        self.source = source
        text = words.map(\.text).joined(separator: " ")
        plainWords = words.map { Lettering.plain($0.text) }
        box = Box.around(words.map(\.box)) ?? Box(x: 0, y: 0, width: 0, height: 0)
        let lettered = words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
        let tall = lettered.isEmpty ? words : lettered
        height = Self.median(tall.map(\.box.height))
        middle = Self.median(tall.map(\.box.middle.y))
    }

    /// Plain text: words folded, single spaces.
    var plain: String { plainWords.filter { !$0.isEmpty }.joined(separator: " ") }
    var centre: Double { box.middle.x }
    var isCapitals: Bool { Lettering.isCapitals(text) }
    var letters: Int { Lettering.letterCount(text) }

    /// Whether both stand on the same row of print.
    func isLevel(with other: PrintedLine) -> Bool { abs(middle - other.middle) < 0.55 * max(height, other.height) }

    func slice(_ range: Range<Int>) -> PrintedLine { PrintedLine(words: Array(words[range]), page: page, source: source) }

    static func joined(_ lines: [PrintedLine]) -> PrintedLine? {
        guard let first = lines.first else { return nil }
        return PrintedLine(words: lines.flatMap(\.words), page: first.page, source: first.source)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
