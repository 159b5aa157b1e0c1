import Records

/// Folds text word by word and remembers each word: a paper has few different ones, and folding a page whole takes ten times as long.
///
/// The index holds words and nothing else, so what stands between them need not be folded.
struct WordFolding {
    struct Forms {
        var exact: String
        var folded: String
    }

    /// Different words that are remembered; then it starts anew. About 10 MB.
    private static let rememberedWords = 50_000
    private var known: [Substring: Forms] = [:]

    mutating func forms(of word: Substring) -> Forms {
        if let forms = known[word] { return forms }
        if known.count >= Self.rememberedWords { known.removeAll(keepingCapacity: true) }
        let text = String(word)
        let forms = Forms(exact: VietnameseText.exact(text), folded: VietnameseText.folded(text))
        // A copy, so that a remembered word does not keep its whole page in memory.
        known[text[...]] = forms
        return forms
    }

    /// The words of `text` in both forms, each followed by a space.
    mutating func add(_ text: String, to exact: inout String, _ folded: inout String) {
        for range in Words.ranges(in: text) {
            let forms = forms(of: text[range])
            exact += forms.exact
            exact += " "
            folded += forms.folded
            folded += " "
        }
    }
}
