/// The white space that runs between two columns, narrowed row by row.
struct Gutter {
    /// Shares of the page's width that are free in all rows so far, beginning with where a gutter may be.
    private var free = [0.3...0.66]

    /// The narrowest gutter, as a share of the page's width.
    private static let minimumWidth = 0.01

    var middle: Double {
        free.max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 0.5
    }

    /// Takes off what the row covers. False, and nothing changed, when that would leave no gutter.
    mutating func narrow(by row: PieceRow) -> Bool {
        let left = row.pieces.reduce(free) { spaces, piece in spaces.flatMap { Self.parts(of: $0, beside: piece) } }
        if left.isEmpty { return false }
        free = left
        return true
    }

    private static func parts(of space: ClosedRange<Double>, beside piece: Piece) -> [ClosedRange<Double>] {
        if piece.right <= space.lowerBound || piece.left >= space.upperBound { return [space] }
        var parts: [ClosedRange<Double>] = []
        if piece.left - space.lowerBound > minimumWidth { parts.append(space.lowerBound...piece.left) }
        if space.upperBound - piece.right > minimumWidth { parts.append(piece.right...space.upperBound) }
        return parts
    }
}

/// Rows of two columns with a gutter between.
struct TwoColumns {
    private let left: [Piece]
    private let right: [Piece]

    /// A step this many times the leading separates groups of rows.
    private static let groupStep = 1.32

    /// Nil when one of the columns is empty.
    init?(_ rows: some Sequence<PieceRow>, at gutter: Double) {
        let pieces = rows.flatMap(\.pieces).sorted { $0.middle < $1.middle }
        left = pieces.filter { $0.left < gutter }
        right = pieces.filter { $0.left >= gutter }
        if left.isEmpty || right.isEmpty { return nil }
    }

    func leftThenRight() -> [Piece] { left + right }

    /// In groups with space across both columns between them: agency and national title, then number and date.
    func groupByGroup(wordHeight: Double) -> [Piece] {
        let leading = [left, right].compactMap { Self.leading(of: $0, wordHeight: wordHeight) }.min() ?? 1.3 * wordHeight
        var groups: [(left: [Piece], right: [Piece])] = []
        var above: Double?
        for (piece, isLeft) in (left.map { ($0, true) } + right.map { ($0, false) }).sorted(by: { $0.0.middle < $1.0.middle }) {
            if above.map({ piece.middle - $0 >= Self.groupStep * leading }) ?? true { groups.append(([], [])) }
            above = piece.middle
            if isLeft { groups[groups.count - 1].left.append(piece) } else { groups[groups.count - 1].right.append(piece) }
        }
        return groups.flatMap { $0.left + $0.right }
    }

    /// The smallest step from line to line.
    private static func leading(of column: [Piece], wordHeight: Double) -> Double? {
        zip(column, column.dropFirst()).map { $1.middle - $0.middle }.filter { $0 > 0.9 * wordHeight }.min()
    }
}
