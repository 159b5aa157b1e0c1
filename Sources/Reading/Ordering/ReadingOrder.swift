import Records

/// Puts a page's lines into the order in which people read them.
///
/// Engines give the two columns of a header as one line, or the signature before the list of recipients beside it. The order here
/// is that of Vietnamese office papers (NĐ 30/2020/NĐ-CP, appendix I): in the header the agency, the national title, the number,
/// the place and date; below row by row, so that tables stay tables; at the end the recipients, then the signature.
struct ReadingOrder {
    /// Typical height of a word, as a share of the page's height.
    let wordHeight: Double
    private let rows: [PieceRow]

    /// A header has no more rows than this.
    private static let maximumHeaderRows = 13
    /// Share of the page's height within which a header begins.
    private static let headerStart = 0.3

    /// - Parameters:
    ///   - degrees: by which the page leans clockwise.
    ///   - aspect: the page's height over its width.
    init(_ lines: [PageReading.Line], leaning degrees: Double, aspect: Double) {
        let level = Level(degrees: degrees, aspect: aspect)
        let heights = lines.flatMap(\.words).map(\.box.height).sorted()
        wordHeight = heights.isEmpty ? 0 : heights[heights.count / 2]
        let gap = Piece.columnGap * wordHeight * aspect
        rows = PieceRow.rows(of: lines.flatMap { Piece.pieces(of: $0, wider: gap, level: level) }, wordHeight: wordHeight)
    }

    /// The lines in order; a new block begins where a zone or one of the engine's blocks does.
    func lines() -> [PageReading.Line] {
        let header = headerColumns()
        let rest = rows.dropFirst(header?.rows ?? 0)
        let closing = closingColumns(of: rest)
        let body = rest.dropLast(closing?.rows ?? 0).flatMap(\.pieces)
        var lines: [PageReading.Line] = []
        for zone in [header?.ordered ?? [], body, closing?.ordered ?? []] {
            var engineBlock: Int?
            for piece in zone {
                let last = lines.last?.block
                let continues = engineBlock == piece.line.block
                var line = piece.line
                line.block = last.map { continues ? $0 : $0 + 1 } ?? 0
                engineBlock = piece.line.block
                lines.append(line)
            }
        }
        return lines
    }

    private func headerColumns() -> (rows: Int, ordered: [Piece])? {
        guard let first = rows.first, first.middle < Self.headerStart, rows.prefix(8).contains(where: \.namesTheState) else { return nil }
        var gutter = Gutter()
        let header = rows.prefix { gutter.narrow(by: $0) }
        guard header.count > 1, header.count <= Self.maximumHeaderRows, let columns = TwoColumns(header, at: gutter.middle) else { return nil }
        return (header.count, columns.groupByGroup(wordHeight: wordHeight))
    }

    /// Recipients and signature, or two signatures: they begin where the recipients or a title in capitals on the right do.
    private func closingColumns(of rows: ArraySlice<PieceRow>) -> (rows: Int, ordered: [Piece])? {
        var gutter = Gutter()
        let candidates = rows.suffix(rows.reversed().prefix { gutter.narrow(by: $0) }.count)
        guard let start = candidates.firstIndex(where: \.beginsClosing) else { return nil }
        let closing = candidates[start...]
        gutter = Gutter()
        guard closing.count > 1, closing.reversed().allSatisfy({ gutter.narrow(by: $0) }) else { return nil }
        guard closing.count(where: { $0.pieces.count > 2 }) * 4 <= closing.count, let columns = TwoColumns(closing, at: gutter.middle) else {
            return nil
        }
        return (closing.count, columns.leftThenRight())
    }
}
