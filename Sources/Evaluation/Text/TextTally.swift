/// How well text was read, summed over pages. Shares are of all letters or words, not means of pages.
package struct TextTally: Sendable, Equatable {
    package var pages = 0
    package var letters = 0
    /// Edits over the whole page, in the truth's reading order.
    package var edits = 0
    package var lineLetters = 0
    /// Edits of lines, each against the nearest stretch of its page.
    package var lineEdits = 0
    package var words = 0
    /// Insertions, deletions and replacements of whole words, in the truth's reading order.
    package var wordEdits = 0
    /// Printed words that stand among the read ones, wherever.
    package var wordsFound = 0

    package init() {}

    package static func += (sum: inout TextTally, more: TextTally) {
        sum.pages += more.pages
        sum.letters += more.letters
        sum.edits += more.edits
        sum.lineLetters += more.lineLetters
        sum.lineEdits += more.lineEdits
        sum.words += more.words
        sum.wordEdits += more.wordEdits
        sum.wordsFound += more.wordsFound
    }

    /// CER; nil without letters.
    package var letterErrors: Double? { share(edits, of: letters) }
    package var lineErrors: Double? { share(lineEdits, of: lineLetters) }
    /// WER.
    package var wordErrors: Double? { share(wordEdits, of: words) }
    package var found: Double? { share(wordsFound, of: words) }

    private func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}
