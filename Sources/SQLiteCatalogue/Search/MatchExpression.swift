/// The query in the language of FTS5. Only words between quotes are ever put in, so no input can be an error of syntax.
///
/// See https://www.sqlite.org/fts5.html#full_text_query_syntax
struct MatchExpression {
    var terms: SearchTerms
    /// Which columns are looked in: all, or only title and reference.
    var columns = Columns.all

    enum Columns {
        case all, headings

        var exact: String { self == .all ? "{title_exact reference_exact body_exact}" : "{title_exact reference_exact}" }
        var folded: String { self == .all ? "{title reference body}" : "{title reference}" }
    }

    /// Records where every word that was typed with marks stands exactly so. Nil when no word has marks: then there is no such tier.
    var exact: String? {
        guard terms.wanted.contains(where: \.hasMarks) else { return nil }
        return without(terms.excluded.map(exclusion), conjunction { $0.hasMarks ? exactly($0) : loosely($0) })
    }

    /// Records where every word stands with any marks, save those of the exact tier. Nil when no word is wanted.
    /// The exact form stands beside the loose one, so that a record with more words exactly right gets a higher score.
    var folded: String? {
        guard !terms.wanted.isEmpty else { return nil }
        let all = conjunction { $0.hasMarks ? "(\(loosely($0)) OR \(exactly($0)))" : loosely($0) }
        let exactTier = terms.wanted.contains(where: \.hasMarks) ? [conjunction { $0.hasMarks ? exactly($0) : loosely($0) }] : []
        return without(terms.excluded.map(exclusion) + exactTier, all)
    }

    /// Records that hold an excluded word; nil when none is excluded.
    var excluded: String? {
        terms.excluded.isEmpty ? nil : terms.excluded.map(exclusion).joined(separator: " OR ")
    }

    private func conjunction(_ part: (SearchTerms.Term) -> String) -> String {
        terms.wanted.map(part).joined(separator: " AND ")
    }

    private func without(_ excluded: [String], _ wanted: String) -> String {
        excluded.isEmpty ? wanted : "(\(wanted)) NOT (\(excluded.map { "(\($0))" }.joined(separator: " OR ")))"
    }

    /// An excluded word is looked for everywhere, whatever the columns of the wanted ones.
    private func exclusion(_ term: SearchTerms.Term) -> String {
        term.hasMarks ? "\(Columns.all.exact) : \(quoted(term.exact))" : "\(Columns.all.folded) : \(quoted(term.folded))"
    }

    private func exactly(_ term: SearchTerms.Term) -> String { "\(columns.exact) : \(quoted(term.exact))" }
    private func loosely(_ term: SearchTerms.Term) -> String { "\(columns.folded) : \(quoted(term.folded))" }
    private func quoted(_ words: [String]) -> String { "\"\(words.joined(separator: " "))\"" }
}
