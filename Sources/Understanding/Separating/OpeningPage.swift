import Records

/// Tells the first page of a paper from those that follow it: only the first bears motto, number, place and date, and title
/// (NĐ 30/2020/NĐ-CP, appendix I, zones 1 to 5; forms of civil status and of the one-stop offices bear motto and title).
enum OpeningPage {
    /// Of the four signs; the motto alone also stands on what is attached.
    private static let leastSigns = 2
    private static let leastSignsWithoutMotto = 3
    private static let mottoDepth = 0.22
    private static let headerDepth = 0.36
    private static let mottos = ["cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam"]

    static func isOne(_ layout: PageLayout, _ lexicon: Lexicon) -> Bool {
        let title = TitleFinder.title(on: layout, lexicon)
        guard !isAttached(layout, under: title) else { return false }
        let header = HeaderZone(layout, above: title?.line)
        let rows = (header.left + header.right).filter { $0.middle < headerDepth }
        let hasMotto = bearsMotto(layout)
        let signs = [
            hasMotto, title != nil, rows.contains(where: { NumberAndSymbol.read($0, lexicon.symbols) != nil || SymbolGrammar.isNumberRow($0.text) }),
            rows.contains { DateWords($0) != nil },
        ].count { $0 }
        return signs >= (hasMotto ? leastSigns : leastSignsWithoutMotto)
    }

    private static func bearsMotto(_ layout: PageLayout) -> Bool {
        layout.lines.contains { line in
            guard line.middle < mottoDepth, line.letters >= 12 else { return false }
            let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
            let letters = words.joined()
            return mottos.contains { motto in
                Fuzzy.index(of: motto, in: words) != nil || Fuzzy.same(letters, motto.filter { $0 != " " })
            }
        }
    }

    /// `(Kèm theo Quyết định số …)`, `(Ban hành kèm theo …)`, `PHỤ LỤC`: part of the paper before it, though it may repeat its header.
    private static func isAttached(_ layout: PageLayout, under title: Title?) -> Bool {
        let end = (title.map { $0.line.middle } ?? headerDepth) + 0.12
        return layout.lines.contains { line in
            guard line.middle < end else { return false }
            let words = line.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
            if line.isCapitals, Fuzzy.index(of: "phu luc", in: Array(words.prefix(3))) != nil { return true }
            return Fuzzy.index(of: "kem theo", in: Array(words.prefix(4))) != nil && line.text.contains("(")
        }
    }
}
