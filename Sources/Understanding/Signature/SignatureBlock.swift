import Records

/// The lines of a signature from top to bottom: the title's, then what stands under it, in one column.
///
/// All lines of a signature are centred on each other (NĐ 30/2020/NĐ-CP, appendix I, zones 7a to 7c). The seal covers their left third,
/// so what is left of a line says by its place how much of it is missing.
struct SignatureBlock {
    let title: [PrintedLine]
    let below: [PrintedLine]
    /// On which the lines are centred; nil where no line is known to be whole.
    private let axis: Axis?
    let lexicon: Lexicon

    /// Straight up and down, as the page lies.
    private struct Axis {
        let x, y: Double
        let lean: Double

        init(_ box: Box, lean: Double) { (x, y, self.lean) = (box.middle.x, box.middle.y, lean) }
    }

    private static let leftmost = 0.36
    private static let leastCentre = 0.5
    private static let mostTitleLines = 5
    private static let halfWidth = 0.16
    /// Of title lines to each other, in heights of letters; a line that the seal has swallowed may lie between.
    private static let closest = 3.6

    /// The lowest one on a page.
    init?(on layout: PageLayout, _ lexicon: Lexicon) {
        let rows = Self.rows(on: layout)
        guard let last = rows.lastIndex(where: lexicon.signers.isTitle) else { return nil }
        var lines: [Int] = [last]
        for index in rows[..<last].indices.reversed() {
            guard let first = lines.first, rows[first].middle - rows[index].middle < Self.closest * rows[first].height else { break }
            if lexicon.signers.isTitle(rows[index]) { lines.insert(index, at: 0) }
        }
        let top = lines.prefix(Self.mostTitleLines).map { rows[$0] }
        title = top.filter { !SignerTitles.isCaption($0) }
        let whole = top.first { SignerTitles.beginsWithMark($0) || SignerTitles.isCaption($0) }
        let centre = whole?.centre ?? rows[last].centre
        below = rows[(last + 1)...].filter { abs($0.centre - centre) < Self.halfWidth }
        let line = whole?.box ?? below.lazy.compactMap { Self.wholeName($0, lexicon.surnames) }.first
        axis = line.map { Axis($0, lean: layout.lean) }
        self.lexicon = lexicon
    }

    /// Where the axis passes a line; nil where there is none.
    func axis(at box: Box) -> Double? { axis.map { $0.x + $0.lean * (box.middle.y - $0.y) } }

    /// A name that begins with its surname is whole.
    private static func wholeName(_ line: PrintedLine, _ surnames: Surnames) -> Box? {
        guard let name = PersonNames.signature(line, surnames), surnames.begin(name.value) else { return nil }
        return name.box
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
