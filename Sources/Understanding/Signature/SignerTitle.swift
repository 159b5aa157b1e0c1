import Records

/// The title of who signed: in whose place (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), and the office held (NĐ 30/2020/NĐ-CP, appendix I, II.7).
enum SignerTitle {
    /// Read whole.
    private static let read = 0.97
    /// Read in part; the rest follows from the lines above and from where the line stands.
    private static let completed = 0.9
    /// Not read, only concluded: who signs for a head is that one's deputy, who signs for a committee its chair.
    private static let inferred = 0.75
    private static let weightOfLetters = 0.1
    /// A line is missing that nothing tells.
    private static let broken = 0.4

    static func find(in block: SignatureBlock) -> Field? {
        let titles = block.lexicon.signers
        var texts: [String] = []
        var certainty = read
        for line in block.title {
            let (text, sure) = text(of: line, under: texts.last, axis: block.axis(at: line.box), titles)
            guard !text.isEmpty else { continue }
            // Who signs in a head's place stands under the head: its line has lost its `KT.`.
            if let whole = texts.last.flatMap({ titles.line(over: text, asRead: $0) }) {
                texts[texts.count - 1] = whole
                certainty = min(certainty, completed)
            }
            texts.append(text)
            certainty = min(certainty, sure)
        }
        guard let last = texts.last else { return nil }
        if let next = SignerTitles.deputy(for: last) ?? SignerTitles.chair(of: last) {
            texts.append(next)
            certainty = inferred
        } else if SignerTitles.speaksForOthers(last) || texts.first.map(titles.needsLineAbove) ?? false {
            certainty = broken
        }
        // The words are known ones: what counts is how much of them was there, less how surely each letter was read.
        var field = Field(texts.joined(separator: " "), lines: block.title, certainty: 1)
        field.confidence = certainty * (1 - weightOfLetters * (1 - field.confidence))
        return field
    }

    private static func text(of line: PrintedLine, under above: String?, axis: Double?, _ titles: SignerTitles) -> (String, Double) {
        let words = line.words.map(\.text).filter { Lettering.letterCount($0) >= 2 || SignerTitles.isMark($0) }
        if SignerTitles.beginsWithMark(line) { return (titles.repaired(words), read) }
        guard let remains = TitleRemains(line, of: candidates(under: above, titles), axis: axis) else {
            return (titles.beginsLikeTitle(line) ? titles.repaired(words) : "", completed)
        }
        return (remains.title, remains.share > 0.99 ? read : completed)
    }

    /// What may stand under a line: under `KT.` and a head the deputy alone.
    private static func candidates(under above: String?, _ titles: SignerTitles) -> [String] {
        guard let above else { return titles.persons + titles.bodies }
        if let deputy = SignerTitles.deputy(for: above) { return [deputy] }
        return titles.persons
    }
}
