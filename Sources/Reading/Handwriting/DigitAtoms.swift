/// Ink cut where one digit may end and the next begin: every digit is one atom, or a few that stand side by side.
struct DigitAtoms {
    /// From left to right.
    let atoms: [InkPart]
    /// For each atom whether the cut before it goes through ink.
    let isCutBefore: [Bool]

    /// A part broader than this share of its height may be more than one digit.
    private static let broad = 0.6
    /// Cuts lean as writing does: columns to the right for each line up.
    private static let leans = [0.0, 0.3]
    /// Of a part, the share of its height up to which a cut may go through ink.
    private static let thickest = 0.3
    /// Of a part's height, how far a cut is from its sides and from the next cut.
    private static let apart = 0.16
    private static let maximumCuts = 3

    init(_ parts: [InkPart]) {
        var atoms: [(part: InkPart, isCut: Bool)] = []
        for part in parts.sorted(by: { $0.middle < $1.middle }) {
            for (index, piece) in Self.pieces(of: part).enumerated() { atoms.append((piece, index > 0)) }
        }
        self.atoms = atoms.map(\.part)
        isCutBefore = atoms.map(\.isCut)
    }

    private static func pieces(of part: InkPart) -> [InkPart] {
        guard Double(part.width) > broad * Double(part.height), part.height > 6 else { return [part] }
        var rest = part
        var pieces: [InkPart] = []
        for cut in cuts(through: part) {
            let (left, right) = rest.cut(at: cut.column, lean: cut.lean, middle: (part.top + part.bottom) / 2)
            guard !left.pixels.isEmpty, !right.pixels.isEmpty else { continue }
            pieces.append(left)
            rest = right
        }
        return pieces + [rest]
    }

    private struct Cut {
        var column: Int
        var lean: Double
        var ink: Int
    }

    /// The places with the least ink, from left to right.
    private static func cuts(through part: InkPart) -> [Cut] {
        let distance = max(3, Int(apart * Double(part.height)))
        let middle = (part.top + part.bottom) / 2
        var found: [Cut] = []
        for lean in leans {
            var counts = [Int](repeating: 0, count: part.width + 1)
            for pixel in part.pixels {
                let column = pixel.x - part.left + Int((lean * Double(pixel.y - middle)).rounded())
                if counts.indices.contains(column) { counts[column] += 1 }
            }
            guard part.width > 2 * distance else { continue }
            for column in distance..<(part.width - distance) {
                let around = counts[max(0, column - distance / 2)...min(part.width, column + distance / 2)]
                let ink = counts[column]
                if ink == around.min() ?? 0, Double(ink) <= thickest * Double(part.height) {
                    found.append(Cut(column: part.left + column, lean: lean, ink: ink))
                }
            }
        }
        var chosen: [Cut] = []
        for cut in found.sorted(by: { ($0.ink, $0.column, $0.lean) < ($1.ink, $1.column, $1.lean) }) where chosen.count < maximumCuts {
            if chosen.allSatisfy({ abs($0.column - cut.column) >= distance }) { chosen.append(cut) }
        }
        return chosen.sorted { $0.column < $1.column }
    }
}

extension InkPart {
    /// What of it lies left of a leaning line, and what right of it.
    fileprivate func cut(at column: Int, lean: Double, middle: Int) -> (left: InkPart, right: InkPart) {
        var (left, right): ([Pixel], [Pixel]) = ([], [])
        for pixel in pixels {
            if pixel.x + Int((lean * Double(pixel.y - middle)).rounded()) < column { left.append(pixel) } else { right.append(pixel) }
        }
        return (InkPart(left), InkPart(right))
    }
}
