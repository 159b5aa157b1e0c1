import Records

/// What a person typed, as terms. Every text has a reading: what is neither word nor quote separates.
struct SearchTerms: Equatable {
    /// One word, or several that must follow each other: a quoted phrase, or a word that punctuation cuts (`15/QĐ-UBND`).
    struct Term: Equatable {
        var exact: [String]
        var folded: [String]
        /// A person who types marks means them.
        var hasMarks: Bool

        init?(_ text: String) {
            folded = Array(Words.split(VietnameseText.folded(text)).prefix(SearchTerms.maximumWordsInTerm))
            guard !folded.isEmpty else { return nil }
            let exact = Array(Words.split(VietnameseText.exact(text)).prefix(SearchTerms.maximumWordsInTerm))
            // Foreign marks can cut the two forms differently; then only the one without marks can be compared.
            hasMarks = VietnameseText.hasMarks(text) && exact.count == folded.count
            self.exact = hasMarks ? exact : folded
        }
    }

    var wanted: [Term] = []
    var excluded: [Term] = []

    /// Terms of one query; further ones are left out. A sentence has fewer, and each costs a walk through the index.
    static let maximumTerms = 32
    /// Words of one phrase; further ones are left out.
    static let maximumWordsInTerm = 32
    /// Characters of a query that are looked at.
    static let maximumLength = 4096

    init(_ text: String) {
        var rest = VietnameseText.squashed(String(text.prefix(Self.maximumLength)))[...]
        while wanted.count + excluded.count < Self.maximumTerms {
            rest = rest.drop(while: \.isWhitespace)
            guard let first = rest.first else { return }
            let excludes = first == "-"
            rest = rest.drop { $0 == "-" }
            guard let term = Term(Self.takeTerm(from: &rest)) else { continue }
            if excludes { excluded.append(term) } else { wanted.append(term) }
        }
    }

    var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty }

    /// Takes a quoted phrase, or everything up to white space or a quote. An unclosed quote reaches to the end.
    private static func takeTerm(from rest: inout Substring) -> String {
        guard let first = rest.first, isQuote(first) else {
            let word = rest.prefix { !$0.isWhitespace && !isQuote($0) }
            rest = rest[word.endIndex...]
            return String(word)
        }
        let phrase = rest.dropFirst().prefix { !isQuote($0) }
        rest = rest[phrase.endIndex...].dropFirst()
        return String(phrase)
    }

    private static func isQuote(_ character: Character) -> Bool { "\"“”„«»".contains(character) }
}
