import Records

/// Pieces side by side.
struct PieceRow {
    /// From left to right.
    private(set) var pieces: [Piece]

    var middle: Double { pieces[0].middle }

    /// Pieces whose middles are closer than this share of a word's height stand side by side.
    private static let sameRow = 0.6

    static func rows(of pieces: [Piece], wordHeight: Double) -> [PieceRow] {
        var rows: [[Piece]] = []
        for piece in pieces.sorted(by: { $0.middle < $1.middle }) {
            if let last = rows.last?.last, piece.middle - last.middle < sameRow * wordHeight {
                rows[rows.count - 1].append(piece)
            } else {
                rows.append([piece])
            }
        }
        return rows.map { PieceRow(pieces: $0.sorted { $0.left < $1.left }) }
    }

    /// Words of the national title, or of the Party's.
    private static let stateWords = ["cong hoa", "xa hoi", "viet nam", "dang cong", "doc lap", "tu do", "hanh phuc"]

    var namesTheState: Bool {
        let text = VietnameseText.folded(pieces.map(\.line.text).joined(separator: " "))
        return Self.stateWords.contains { text.contains($0) }
    }

    /// `Nơi nhận:` on the left, or a title in capitals on the right.
    var beginsClosing: Bool {
        guard let first = pieces.first, let last = pieces.last else { return false }
        if VietnameseText.folded(first.line.text).hasPrefix("noi nh") { return true }
        return last.left > 0.4 && last.line.text.isInCapitals
    }
}

extension String {
    /// Whether at least four letters are there and three quarters of all are capitals.
    fileprivate var isInCapitals: Bool {
        let letters = filter(\.isLetter)
        return letters.count >= 4 && letters.count(where: \.isUppercase) * 4 >= letters.count * 3
    }
}
