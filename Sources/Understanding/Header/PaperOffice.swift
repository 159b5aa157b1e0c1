import Records

/// The office on papers without an agency's block: the one that a declaration is addressed to, or that keeps the register
/// (TT 04/2020/TT-BTP, forms).
enum PaperOffice {
    static func agency(on layout: PageLayout, _ labels: PaperLabels) -> Field? { value(behind: labels.offices, on: layout) }

    /// What a receipt is about.
    static func request(on layout: PageLayout, _ labels: PaperLabels) -> Field? { value(behind: labels.requests, on: layout) }

    private static func value(behind labels: [String], on layout: PageLayout) -> Field? {
        for row in layout.rows.compactMap(PrintedLine.joined) {
            let words = row.plainWords
            for label in labels where Fuzzy.index(of: label, in: words) == 0 {
                let start = label.count { $0 == " " } + 1
                guard start < row.words.count else { continue }
                let value = row.slice(start..<row.words.count)
                let text = Lettering.trimmed(VietnameseText.squashed(value.text), of: " .,;:|_-–—'\"`*~()[]…")
                if Lettering.letterCount(text) >= 4 { return Field(text, lines: [value], certainty: 0.95) }
            }
        }
        return nil
    }
}
