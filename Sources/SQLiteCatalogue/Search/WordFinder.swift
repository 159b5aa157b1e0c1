import Records

/// Finds the terms of a query again in the text of a page.
struct WordFinder {
    private let terms: [SearchTerms.Term]
    /// Terms by their first word, so that most words of a page cost one look-up.
    private let termsByFirstWord: [String: [Int]]
    private let exactOnly: Bool

    /// - Parameter exactOnly: words with marks count only where they stand exactly so.
    init(terms: [SearchTerms.Term], exactOnly: Bool) {
        self.terms = terms
        self.exactOnly = exactOnly
        termsByFirstWord = Dictionary(grouping: terms.indices) { terms[$0].folded.first ?? "" }
    }

    /// The worth of a page that holds every term, exactly where it has marks: no page can be better.
    var completeWorth: MarkedText.Worth {
        MarkedText.Worth(terms: terms.count, exact: terms.count { $0.hasMarks })
    }

    func mark(_ text: String, _ folding: inout WordFolding) -> MarkedText {
        let words = Words.ranges(in: text)
        var found: [MarkedText.Occurrence] = []
        guard !terms.isEmpty else { return MarkedText(text: text, words: words, occurrences: found) }
        let forms = words.map { folding.forms(of: text[$0]) }
        for start in forms.indices {
            for index in termsByFirstWord[forms[start].folded] ?? [] {
                if let occurrence = occurrence(of: index, at: start, in: forms) { found.append(occurrence) }
            }
        }
        return MarkedText(text: text, words: words, occurrences: found)
    }

    private func occurrence(of index: Int, at start: Int, in forms: [WordFolding.Forms]) -> MarkedText.Occurrence? {
        let term = terms[index]
        guard start + term.folded.count <= forms.count else { return nil }
        let here = forms[start..<start + term.folded.count]
        guard here.elementsEqual(term.folded, by: { $0.folded == $1 }) else { return nil }
        let isExact = term.hasMarks && here.elementsEqual(term.exact, by: { $0.exact == $1 })
        guard isExact || !(exactOnly && term.hasMarks) else { return nil }
        return MarkedText.Occurrence(term: index, words: start..<start + term.folded.count, isExact: isExact)
    }
}

/// A page's text with its words, and where the terms of a query stand among them.
struct MarkedText {
    struct Occurrence: Equatable {
        var term: Int
        var words: Range<Int>
        var isExact: Bool
    }

    /// How good a page is to show: more terms first, then more of them exact.
    struct Worth: Comparable {
        var terms: Int
        var exact: Int

        static func < (a: Worth, b: Worth) -> Bool { (a.terms, a.exact) < (b.terms, b.exact) }
    }

    var text: String
    var words: [Range<String.Index>]
    /// In the order of the text.
    var occurrences: [Occurrence]

    var worth: Worth { Self.worth(occurrences[...]) }

    static func worth(_ occurrences: ArraySlice<Occurrence>) -> Worth {
        Worth(terms: Set(occurrences.map(\.term)).count, exact: Set(occurrences.filter(\.isExact).map(\.term)).count)
    }
}
