import Records

/// `Nơi nhận:` and the list under it, at the bottom left (NĐ 30/2020/NĐ-CP, appendix I, zone 9b).
enum Recipients {
    private static let most = 25
    private static let widest = 0.56

    static func find(on layout: PageLayout) -> [Field] {
        let left = layout.lines.filter { $0.box.x < 0.4 && $0.box.right < widest }
        guard let start = left.lastIndex(where: { Fuzzy.index(of: "noi nhan", in: Array($0.plainWords.filter { !$0.isEmpty }.prefix(3))) != nil })
        else { return [] }
        var items: [[PrintedLine]] = []
        for line in left[(start + 1)...].prefix(most) where line.letters >= 2 {
            if isItem(line) || items.isEmpty { items.append([line]) } else { items[items.count - 1].append(line) }
        }
        return items.compactMap(field)
    }

    private static func isItem(_ line: PrintedLine) -> Bool { line.text.first.map { "-–—+•_".contains($0) } ?? false }

    private static func field(_ lines: [PrintedLine]) -> Field? {
        let text = Lettering.trimmed(VietnameseText.squashed(lines.map(\.text).joined(separator: " ")), of: " .,;:|_-–—+•'\"`*~[]{}")
        return Lettering.letterCount(text) >= 2 ? Field(text, lines: lines, certainty: 0.9) : nil
    }
}
