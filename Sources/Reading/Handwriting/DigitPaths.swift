import Foundation

/// Which digits a row of ink says: of all ways to part it into digits, those that the network finds likeliest.
struct DigitPaths {
    let classifier: DigitClassifier

    /// What a row says, and how sure that is.
    struct Answer {
        /// The digits.
        var text: String
        /// The share of this answer among all that would be allowed (0...1).
        var share: Double
        /// How likely the least likely of its digits is, however it is parted (0...1).
        var weakest: Double
        /// Of each digit, how likely it is.
        var digits: [Double]
        /// Where its ink lies, in pixels of the mask.
        var box: PixelBox
    }

    /// Atoms that one digit may be made of.
    private static let longest = 6
    /// Hypotheses that are followed at a time.
    private static let followed = 24
    /// Digits of a shape that are followed.
    private static let digitsFollowed = 3
    /// Logarithms of likelihoods: of a cut through ink, of passing over a speck.
    private static let cutCost = -1.6
    private static let speckCost = -1.2
    /// Of the tallest atom, the height up to which an atom may be a speck, and below which a digit is too small.
    private static let speck = 0.3
    private static let small = 0.55
    private static let smallCost = -2.5
    /// Of the tallest atom, how far a digit's foot may be from the usual one.
    private static let offBase = 0.45
    /// A digit broader than this share of its height is none.
    private static let broadest = 1.5
    /// A digit less likely than this is not followed.
    private static let leastLikely = 0.004

    private struct Path {
        var text = ""
        var score = 0.0
        var digits: [Double] = []
    }

    /// - Parameter isAllowed: whether such digits may stand here. Nil where none can be read.
    func read(_ row: DigitAtoms, isAllowed: (String) -> Bool) -> Answer? {
        let atoms = row.atoms
        guard !atoms.isEmpty, atoms.count <= 24, let tallest = atoms.map(\.height).max() else { return nil }
        let base = Self.median(atoms.filter { Double($0.height) > 0.6 * Double(tallest) }.map(\.bottom))
        var paths = [[Path]](repeating: [], count: atoms.count + 1)
        paths[0] = [Path()]
        for start in atoms.indices where !paths[start].isEmpty {
            let kept = Self.best(paths[start])
            if Double(atoms[start].height) < Self.speck * Double(tallest) {
                paths[start + 1] += kept.map { Path(text: $0.text, score: $0.score + Self.speckCost, digits: $0.digits) }
            }
            var shape = InkPart([])
            for end in start..<min(atoms.count, start + Self.longest) {
                shape = shape.joined(with: atoms[end])
                guard shape.height > 4, Double(shape.width) < Self.broadest * Double(max(shape.height, tallest / 2)) else { break }
                var cost = 0.0
                if row.isCutBefore[start] { cost += Self.cutCost }
                if Double(shape.height) < Self.small * Double(tallest) { cost += Self.smallCost }
                if abs(Double(shape.bottom - base)) > Self.offBase * Double(tallest) { cost += Self.smallCost }
                let likely = classifier.probabilities(of: DigitShape.cells(of: shape)).prefix(10).enumerated().sorted { $0.element > $1.element }
                for (digit, share) in likely.prefix(Self.digitsFollowed) where Double(share) > Self.leastLikely {
                    paths[end + 1] += kept.map { path in
                        Path(text: path.text + String(digit), score: path.score + log(Double(share)) + cost, digits: path.digits + [Double(share)])
                    }
                }
            }
        }
        return Self.answer(among: paths[atoms.count].filter { isAllowed($0.text) }, box: PixelBox(around: atoms.map(\.box)))
    }

    private static func best(_ paths: [Path]) -> [Path] { Array(paths.sorted { $0.score > $1.score }.prefix(followed)) }

    /// The text that all its paths together make likeliest.
    private static func answer(among paths: [Path], box: PixelBox) -> Answer? {
        var sums: [String: Double] = [:]
        var best: [String: Path] = [:]
        for path in paths {
            sums[path.text, default: 0] += exp(path.score)
            if path.score > best[path.text]?.score ?? -.infinity { best[path.text] = path }
        }
        let all = sums.values.reduce(0, +)
        guard all > 0, let (text, sum) = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), let path = best[text] else { return nil }
        // What its costs are beyond its digits' says how well the parting fits.
        return Answer(
            text: text, share: sum / all, weakest: min(path.digits.min() ?? 0, exp(path.score / Double(max(1, path.digits.count)))),
            digits: path.digits, box: box)
    }

    private static func median(_ values: [Int]) -> Int { values.isEmpty ? 0 : values.sorted()[values.count / 2] }
}

extension InkPart {
    var box: PixelBox { PixelBox(x: left, y: top, width: max(0, width), height: max(0, height)) }
}
