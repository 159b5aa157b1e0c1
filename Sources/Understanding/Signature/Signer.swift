import Records

/// Who signed: title in capitals and full name at the bottom right (NĐ 30/2020/NĐ-CP, appendix I, zones 7a and 7b).
struct Signer: Sendable {
    var name: Field?
    var title: Field?

    private static let leftmost = 0.36
    private static let leastCentre = 0.5
    private static let mostTitleLines = 5
    /// Seal and signature lie over the title, and whole words go under them: never sure until the inks are told apart.
    private static let mostCertain = 0.8
    /// Who signs for another (KT.) is that one's deputy (NĐ 30/2020/NĐ-CP): the line was not read, only concluded.
    private static let inferred = 0.6

    static func find(on layout: PageLayout) -> Signer? {
        let right = layout.lines.filter { $0.centre > leastCentre && $0.box.x > leftmost && $0.box.right < 0.99 && $0.letters >= 2 }
        guard let last = right.lastIndex(where: SignerTitles.begins) else { return nil }
        let start = firstOfTitle(endingAt: last, in: right)
        let titles = titleLines(from: start, in: right)
        let column = titles.map(\.centre).reduce(0, +) / Double(max(1, titles.count))
        let below = right[(start + titles.count)...].filter { abs($0.centre - column) < 0.16 }
        let signer = Signer(name: below.prefix(10).lazy.compactMap(PersonNames.signature).first, title: title(titles))
        return signer.name == nil && signer.title == nil ? nil : signer
    }

    /// The lines of one title stand close above each other; the last that begins a title may be its second line.
    private static func firstOfTitle(endingAt last: Int, in lines: [PrintedLine]) -> Int {
        var first = last
        while first > 0, SignerTitles.begins(lines[first - 1]), lines[first].middle - lines[first - 1].middle < 2.6 * lines[first].height {
            first -= 1
        }
        return first
    }

    private static func titleLines(from start: Int, in lines: [PrintedLine]) -> [PrintedLine] {
        var titles: [PrintedLine] = []
        for line in lines[start...].prefix(mostTitleLines) {
            if let last = titles.last, line.middle - last.middle > 2.8 * max(line.height, last.height) { break }
            guard line.isCapitals, line.letters >= 4 else { break }
            titles.append(line)
        }
        return titles
    }

    private static func title(_ lines: [PrintedLine]) -> Field? {
        let lines = lines.filter { !SignerTitles.isCaption($0) }
        var texts = lines.map { line in
            SignerTitles.repaired(line.words.map(\.text).filter { Lettering.letterCount($0) >= 2 || SignerTitles.isMark($0) })
        }
        guard let last = texts.last, !last.isEmpty else { return nil }
        var certainty = mostCertain
        if let deputy = SignerTitles.deputy(for: texts.dropLast().last ?? "") {
            texts[texts.count - 1] = SignerTitles.endsAlike(last, deputy) ? deputy : last
        } else if let deputy = SignerTitles.deputy(for: last) {
            texts.append(deputy)
            certainty = inferred
        } else if SignerTitles.speaksForOthers(last) || last == "VĂN PHÒNG" {
            certainty = 0.5
        }
        return Field(texts.joined(separator: " "), lines: lines, certainty: certainty)
    }
}
