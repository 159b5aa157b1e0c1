import Records

/// Where one recognised line is really two printed side by side.
enum ColumnCut {
    /// A gap wider than this many letter heights parts columns; justified text stays below.
    private static let columnGap = 2.2
    /// In the header, where columns come close, a lesser gap near the middle of the page does.
    private static let headerGap = 0.75
    private static let headerBottom = 0.36
    private static let headerMiddle = 0.36...0.58
    /// Words with which the right column of a header begins.
    private static let rightBeginnings = ["conghoaxahoi", "doclaptudo", "dangcongsanviet"]

    static func parts(of line: PrintedLine, aspect: Double) -> [PrintedLine] {
        let unit = max(line.height, 0.006) * aspect
        var parts: [PrintedLine] = []
        var start = 0
        for index in line.words.indices.dropFirst() where isCut(before: index, in: line, unit: unit) {
            parts.append(line.slice(start..<index))
            start = index
        }
        if start < line.words.count { parts.append(line.slice(start..<line.words.count)) }
        return parts
    }

    private static func isCut(before index: Int, in line: PrintedLine, unit: Double) -> Bool {
        let left = line.words[index - 1].box
        let right = line.words[index].box
        let gap = right.x - left.right
        if gap > columnGap * unit { return true }
        guard line.middle < headerBottom, line.box.width > 0.35 else { return false }
        if beginsRightColumn(line, at: index) { return true }
        return gap > headerGap * unit && headerMiddle.contains((left.right + right.x) / 2) && line.box.right > 0.7
            && beginsPlaceAndDate(line, at: index)
    }

    private static func beginsRightColumn(_ line: PrintedLine, at index: Int) -> Bool {
        guard !line.plainWords[index].isEmpty else { return false }
        let letters = line.plainWords[index...].prefix(6).joined().filter { $0 != " " }
        return rightBeginnings.contains { Fuzzy.same(letters.prefix($0.count), $0) }
    }

    /// `Bum Nưa, ngày …`: a few words, then "ngày".
    private static func beginsPlaceAndDate(_ line: PrintedLine, at index: Int) -> Bool {
        line.plainWords[index...].prefix(7).contains { Fuzzy.same($0, "ngay") || $0 == "nga" || $0 == "gay" }
    }
}
