import Records

/// The text that was read of one page beside what is printed on it. Both NFC, with runs of white space as one space.
struct PageComparison {
    private(set) var tally = TextTally()
    /// Lines that were not read as printed.
    private(set) var misread: [(line: String, edits: Int)] = []
    let read: [Unicode.Scalar]

    init(read: String, printed: String) {
        let (mine, truth) = (VietnameseText.squashed(read), VietnameseText.squashed(printed))
        self.read = Array(mine.unicodeScalars)
        let letters = Array(truth.unicodeScalars)
        tally.pages = 1
        tally.letters = letters.count
        tally.edits = EditDistance.between(letters, self.read)
        compareLines(of: printed)
        let (printedWords, readWords) = (truth.split(separator: " "), mine.split(separator: " "))
        tally.words = printedWords.count
        tally.wordEdits = EditDistance.between(printedWords, readWords)
        let counts = Dictionary(readWords.map { ($0, 1) }, uniquingKeysWith: +)
        tally.wordsFound = Dictionary(printedWords.map { ($0, 1) }, uniquingKeysWith: +).reduce(0) { $0 + min($1.value, counts[$1.key] ?? 0) }
    }

    private mutating func compareLines(of printed: String) {
        for line in printed.split(separator: "\n").map({ VietnameseText.squashed(String($0)) }) where !line.isEmpty {
            let letters = Array(line.unicodeScalars)
            let edits = LineEdits.of(letters, in: read)
            tally.lineLetters += letters.count
            tally.lineEdits += edits
            if edits > 0 { misread.append((line, edits)) }
        }
    }
}
