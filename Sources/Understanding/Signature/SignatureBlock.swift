import Records

/// The lines of a signature from top to bottom: the title's, then what stands under it, in one column.
///
/// All lines of a signature are centred on each other (NĐ 30/2020/NĐ-CP, appendix I, zones 7a to 7c). The seal covers their left third,
/// so what is left of a line says by its place how much of it is missing.
struct SignatureBlock {
    let title: [PrintedLine]
    let below: [PrintedLine]
    /// On which the lines are centred; nil where no line is known to be whole.
    let axis: Double?

    private static let leftmost = 0.36
    private static let leastCentre = 0.5
    private static let mostTitleLines = 5
    private static let halfWidth = 0.16
    /// Of title lines to each other, in heights of letters; a line that the seal has swallowed may lie between.
    private static let closest = 3.6

    /// The lowest one on a page.
    init?(on layout: PageLayout) {
        let rows = Self.rows(on: layout)
        guard let last = rows.lastIndex(where: SignerTitles.isTitle) else { return nil }
        var lines: [Int] = [last]
        for index in rows[..<last].indices.reversed() {
            guard let first = lines.first, rows[first].middle - rows[index].middle < Self.closest * rows[first].height else { break }
            if SignerTitles.isTitle(rows[index]) { lines.insert(index, at: 0) }
        }
        let top = lines.prefix(Self.mostTitleLines).map { rows[$0] }
        title = top.filter { !SignerTitles.isCaption($0) }
        let whole = top.first { SignerTitles.beginsWithMark($0) || SignerTitles.isCaption($0) }
        let centre = whole?.centre ?? rows[last].centre
        below = rows[(last + 1)...].filter { abs($0.centre - centre) < Self.halfWidth }
        axis = whole?.centre ?? below.lazy.compactMap(Self.axisOfName).first
    }

    /// A name that begins with its surname is whole.
    private static func axisOfName(_ line: PrintedLine) -> Double? {
        guard let name = PersonNames.signature(line), Surnames.begin(name.value) else { return nil }
        return name.box?.middle.x
    }

    /// The right half of the page row by row.
    private static func rows(on layout: PageLayout) -> [PrintedLine] {
        let right = layout.lines.filter { $0.centre > leastCentre && $0.box.x > leftmost && $0.box.right < 0.99 && $0.letters >= 2 }
        var rows: [[PrintedLine]] = []
        for line in right {
            if let last = rows.last?.first, last.isLevel(with: line) { rows[rows.count - 1].append(line) } else { rows.append([line]) }
        }
        return rows.compactMap { PrintedLine.joined($0.sorted { $0.box.x < $1.box.x }) }
    }
}
