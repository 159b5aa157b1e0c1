import Foundation
import Records

/// What rules, folds, streaks and dust leave among the words of a line.
extension PageReading.Line {
    /// A lone sign, or a line of one or two letters, below this confidence is a speck.
    private static var sure: Double { 0.75 }
    /// A line of crumbs, none longer than two signs, below this mean confidence is a streak.
    private static var sureOfCrumbs: Double { 0.7 }
    private static var bullets: String { "-+*–•" }

    /// Nil when nothing else is there. What may be a mark of secrecy stays whole: bars around it tell of its frame.
    var withoutSpecks: PageReading.Line? {
        if VietnameseText.folded(text).contains("mat") { return self }
        var line = self
        line.words = words.compactMap { word in
            var word = word
            word.text = word.text.trimmingCharacters(in: CharacterSet(charactersIn: "|"))
            return word.text.isEmpty ? nil : word
        }
        if line.text == "*" || line.text.hasPrefix("---") { return line }
        while let last = line.words.last, last.isSpeck { line.words.removeLast() }
        while let first = line.words.first, first.isSpeck, !Self.bullets.contains(first.text) { line.words.removeFirst() }
        return line.isSpecks ? nil : line
    }

    private var isSpecks: Bool {
        let signs = words.reduce(0) { $0 + $1.signs }
        if signs == 0 { return true }
        return words.count <= 2 && signs <= 2 && confidence < Self.sure || words.allSatisfy { $0.text.count <= 2 } && confidence < Self.sureOfCrumbs
    }
}

extension PageReading.Word {
    /// Letters and digits.
    fileprivate var signs: Int { text.count { $0.isLetter || $0.isNumber } }
    fileprivate var isSpeck: Bool { signs == 0 && confidence < 0.75 }
}
