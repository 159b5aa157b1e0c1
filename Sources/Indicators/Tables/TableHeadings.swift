import Records

/// Tells the lines between a table's header and its rows, and between its rows, that head others: the numbers of the columns, a second
/// line of the header, sections.
enum TableHeadings {
    /// Whether the line below a header only numbers its columns: `1 2 3 4`, `(1) (2) (3)`, `A B 1 2`.
    static func isNumbering(_ cells: [String]) -> Bool {
        let marks = cells.map { VietnameseText.squashed($0).trimmed(of: "()[]") }.filter { !$0.isEmpty }
        guard marks.count >= leastNumbers else { return false }
        let letters = marks.prefix { $0.count == 1 && $0.first?.isLetter == true }
        let numbers = marks.dropFirst(letters.count)
        return zip(letters, "ABCDEFGHIJ").allSatisfy { $0.uppercased() == String($1) } && letters.count <= 10
            && zip(numbers, 1...).allSatisfy { $0 == String($1) }
    }

    /// Whether a line between rows heads those below it: `I. Phòng Tư pháp` or `I | Phòng Tư pháp`, `Hộp số 5`, and nothing beside it.
    static func isSection(_ cells: [String], code: String) -> Bool {
        // Quick for nearly every row.
        guard cells.lazy.filter({ $0.contains { !$0.isWhitespace } }).prefix(mostCellsOfSection + 1).count <= mostCellsOfSection else { return false }
        let filled = cells.map { VietnameseText.squashed($0) }.filter { !$0.isEmpty }
        guard let first = filled.first else { return false }
        if filled.count == 1 {
            let isOrdered = isOrdinal(first.prefix { $0 != " " }) && first.contains(" ") && !first.contains(where: \.isNumber)
            return isOrdered || beginsLikeSection(first)
        }
        let name = filled[1]
        return isOrdinal(first[...]) && VietnameseText.squashed(code) != name && (name == name.uppercased() || beginsLikeSection(name))
            && name.contains(" ") && !name.contains(where: \.isNumber)
    }

    /// The header with what a second line of it says below cells that span several columns; nil where the line is none.
    /// - Parameter columns: how many columns are known in a line of cells.
    static func joined(_ header: [String], _ below: [String], columns: ([String]) -> Int) -> [String]? {
        guard !below.contains(where: { $0.contains(where: \.isNumber) }), columns(below) > 0 else { return nil }
        let width = max(header.count, below.count)
        let joined = (0..<width).map { index in
            let (upper, lower) = (header.cell(index), below.cell(index))
            return lower.isEmpty || columns([upper]) > 0 && columns([lower]) == 0 ? upper : lower
        }
        return columns(joined) > columns(header) ? joined : nil
    }

    /// `I`, `II.`, `A)`: a Roman number or one letter. Arabic numbers number rows.
    private static func isOrdinal(_ text: Substring) -> Bool {
        let mark = text.trimmed(of: ".),-")
        return mark.count == 1 && mark.first?.isUppercase == true || !mark.isEmpty && mark.allSatisfy { "IVX".contains($0) }
    }

    private static func beginsLikeSection(_ text: String) -> Bool {
        let words = VietnameseText.folded(text).split(separator: " ")
        guard words.count >= 2, let first = words.first else { return false }
        return sectionWords.contains(first)
    }

    private static let leastNumbers = 3
    private static let mostCellsOfSection = 2
    private static let sectionWords: Set<Substring> = ["phong", "linh", "hop", "muc", "phan", "chuong", "nam", "nhom", "ban", "khoi"]
}

extension StringProtocol {
    fileprivate func trimmed(of signs: String) -> String {
        var rest = self[...]
        while let first = rest.first, signs.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, signs.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }
}

extension [String] {
    fileprivate func cell(_ index: Int) -> String { indices.contains(index) ? VietnameseText.squashed(self[index]) : "" }
}
