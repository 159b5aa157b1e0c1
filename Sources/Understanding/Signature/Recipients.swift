import Records

/// `Nơi nhận:` and the list under it, at the bottom left (NĐ 30/2020/NĐ-CP, appendix I, zone 9b): items with a dash that end with a
/// semicolon, the last one "Lưu: …".
enum Recipients {
    private static let most = 25
    private static let widest = 0.56
    /// Between two rows of the list, in heights of letters.
    private static let farthest = 3.2

    static func find(on layout: PageLayout) -> [Field] {
        let rows = rows(on: layout)
        guard let start = start(of: rows) else { return [] }
        var items: [[PrintedLine]] = []
        for row in rows[start...].prefix(most) {
            if let last = items.last?.last, row.middle - last.middle > farthest * max(row.height, last.height) { break }
            if let item = items.last, let last = item.last {
                let isNew = begins(row) || ends(last)
                if isNew, isFiled(item[0]) { break }
                if !isNew {
                    items[items.count - 1].append(row)
                    continue
                }
            }
            items.append([row])
        }
        return items.compactMap(field)
    }

    /// The left column row by row; specks aside.
    private static func rows(on layout: PageLayout) -> [PrintedLine] {
        var rows: [[PrintedLine]] = []
        for line in layout.lines where line.box.x < 0.4 && line.box.right < widest && line.letters >= 2 {
            if let last = rows.last?.first, last.isLevel(with: line) { rows[rows.count - 1].append(line) } else { rows.append([line]) }
        }
        return rows.compactMap { PrintedLine.joined($0.sorted { $0.box.x < $1.box.x }) }
    }

    /// The row under "Nơi nhận:"; where that was not read, the first of the rows with a dash that end with "Lưu".
    private static func start(of rows: [PrintedLine]) -> Int? {
        if let head = rows.lastIndex(where: isHead) { return head + 1 < rows.count ? head + 1 : nil }
        guard let last = rows.lastIndex(where: { begins($0) && isFiled($0) }) else { return nil }
        return rows[..<last].lastIndex { !begins($0) && !ends($0) }.map { $0 + 1 } ?? last
    }

    private static func isHead(_ row: PrintedLine) -> Bool {
        let words = Array(row.plainWords.filter { !$0.isEmpty }.prefix(3))
        return Fuzzy.index(of: "noi nhan", in: words) != nil || (words.last == "nhan" && words.count <= 2 && row.text.hasSuffix(":"))
    }

    private static func begins(_ row: PrintedLine) -> Bool { row.text.first.map { "-–—+•_".contains($0) } ?? false }

    private static func ends(_ row: PrintedLine) -> Bool { row.text.last.map { ";.".contains($0) } ?? false }

    /// `- Lưu: VT, …`: the last one.
    private static func isFiled(_ row: PrintedLine) -> Bool { row.plainWords.first { !$0.isEmpty }?.hasPrefix("luu") ?? false }

    private static func field(_ lines: [PrintedLine]) -> Field? {
        let text = Lettering.trimmed(VietnameseText.squashed(lines.map(\.text).joined(separator: " ")), of: " .,;:|_-–—+•'\"`*~[]{}")
        return Lettering.letterCount(text) >= 2 ? Field(text, lines: lines, certainty: 0.97) : nil
    }
}
