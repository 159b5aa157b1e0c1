import Records

/// The words around a match, for people: marks as printed, the match between `<b>` and `</b>`, the rest safe to put into HTML.
enum Snippet {
    /// Words shown.
    static let length = 30
    /// Characters of one word, or of what stands between two, that are shown: dotted lines and noise are longer.
    private static let longestPiece = 40

    static func of(_ marked: MarkedText) -> String {
        let shown = window(marked)
        guard !shown.isEmpty else { return "" }
        var bold = [Bool](repeating: false, count: marked.words.count)
        /// Words that belong together with the one behind them.
        var joined = bold
        for occurrence in marked.occurrences {
            for word in occurrence.words { bold[word] = true }
            for word in occurrence.words.dropLast() { joined[word] = true }
        }
        var text = shown.lowerBound > 0 ? "… " : escaped(gap(before: shown.lowerBound, in: marked))
        for word in shown {
            let isFirst = word == shown.lowerBound
            let between = isFirst ? "" : gap(before: word, in: marked)
            let goesOn = !isFirst && bold[word - 1] && bold[word] && (joined[word - 1] || between.allSatisfy(\.isWhitespace))
            if !isFirst, bold[word - 1], !goesOn { text += "</b>" }
            text += escaped(between)
            if bold[word], !goesOn { text += "<b>" }
            text += escaped(String(marked.text[marked.words[word]].prefix(longestPiece)))
        }
        if bold[shown.upperBound - 1] { text += "</b>" }
        return VietnameseText.squashed(text + (shown.upperBound < marked.words.count ? " …" : escaped(ending(of: marked))))
    }

    /// The stretch of words with most of the terms in it, the matches about its middle.
    private static func window(_ marked: MarkedText) -> Range<Int> {
        let all = marked.occurrences
        var best: (worth: MarkedText.Worth, words: Range<Int>)?
        for (index, first) in all.enumerated() {
            let near = all[index...].prefix { $0.words.upperBound <= first.words.lowerBound + length }
            let worth = MarkedText.worth(near)
            if best.map({ worth > $0.worth }) ?? true {
                best = (worth, first.words.lowerBound..<(near.last ?? first).words.upperBound)
            }
        }
        let match = best?.words ?? 0..<0
        let before = max(0, (length - match.count) / 2)
        let start = max(0, min(match.lowerBound - before, marked.words.count - length))
        return start..<min(marked.words.count, max(start + length, match.upperBound))
    }

    private static func gap(before word: Int, in marked: MarkedText) -> String {
        let start = word > 0 ? marked.words[word - 1].upperBound : marked.text.startIndex
        return shortened(marked.text[start..<marked.words[word].lowerBound])
    }

    private static func ending(of marked: MarkedText) -> String {
        shortened(marked.text[(marked.words.last?.upperBound ?? marked.text.startIndex)...])
    }

    private static func shortened(_ gap: Substring) -> String {
        gap.count <= longestPiece ? String(gap) : " … "
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }
}
