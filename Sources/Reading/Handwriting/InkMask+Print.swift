/// Taking print off that touches what is written beside it.
extension InkMask {
    /// Wipes level runs of ink: rules under the line, rows of dots that ran together.
    mutating func wipeRules(longerThan length: Int, thinnerThan thickness: Int) {
        let before = self
        for y in 0..<height {
            var start = 0
            for x in 0...width {
                if x < width, before.ink(x, y) { continue }
                if x - start > length {
                    for column in start..<x where before.run(at: column, y) <= thickness { wipe(column, y) }
                }
                start = x + 1
            }
        }
    }

    /// Lines of ink above and below a place without a break, the place itself counted.
    private func run(at x: Int, _ y: Int) -> Int {
        var (top, bottom) = (y, y)
        while top > 0, ink(x, top - 1) { top -= 1 }
        while bottom < height - 1, ink(x, bottom + 1) { bottom += 1 }
        return bottom - top + 1
    }

    /// Of a capital's height: how far the slash's top is from the letter behind it, how far its foot stands left of its top, half its breadth.
    private static let slash = (top: -0.35...0.2, lean: 0.1...0.62, breadth: 0.09)
    private static let covered = 0.88

    /// Share of a slash's height on which ink may touch it before something is taken for written across it.
    private static let touching = 0.25

    /// Wipes the slash before a letter that begins at a column: the straight line of ink nearest to it.
    /// - Returns: Whether what is written runs into it.
    mutating func wipeSlash(before letter: Int, base: Double, capitals: Double) -> Bool {
        let (top, bottom) = (base - 0.95 * capitals, base - 0.06 * capitals)
        var best: (score: Double, top: Double, lean: Double)?
        for head in stride(
            from: Double(letter) + Self.slash.top.lowerBound * capitals, through: Double(letter) + Self.slash.top.upperBound * capitals, by: 1)
        {
            for lean in stride(from: Self.slash.lean.lowerBound * capitals, through: Self.slash.lean.upperBound * capitals, by: 1) {
                let share = covered(from: (head, top), to: (head - lean, bottom))
                guard share >= Self.covered else { continue }
                // Of lines that are as well covered, the one nearest the letter.
                let score = share - 0.25 * abs(head - Double(letter)) / capitals
                if score > best?.score ?? 0 { best = (score, head, lean) }
            }
        }
        guard let best else { return false }
        let breadth = max(2, Int((Self.slash.breadth * capitals).rounded()))
        var touched = 0
        for y in Int(base - 1.14 * capitals)...Int(base + 0.14 * capitals) {
            let x = Int((best.top - best.lean * (Double(y) - top) / (bottom - top)).rounded())
            for column in x - breadth...x + breadth { wipe(column, y) }
            if (0..<height).contains(y), (0..<width).contains(x - breadth - 1), ink(x - breadth - 1, y) { touched += 1 }
        }
        return Double(touched) > Self.touching * capitals
    }

    /// The share of a line between two places that has ink under it or right beside it.
    private func covered(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> Double {
        let steps = max(2, Int(end.y - start.y))
        var hits = 0
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            let (x, y) = (Int((start.x + share * (end.x - start.x)).rounded()), Int((start.y + share * (end.y - start.y)).rounded()))
            guard (0..<height).contains(y) else { continue }
            if (x - 1...x + 1).contains(where: { (0..<width).contains($0) && ink($0, y) }) { hits += 1 }
        }
        return Double(hits) / Double(steps + 1)
    }

    /// Wipes the hyphen before a letter that begins at a column: flat ink at half height, as far as a hyphen reaches.
    mutating func wipeHyphen(before letter: Int, base: Double, capitals: Double) {
        let thick = Int(0.2 * capitals)
        let before = self
        let rows = Int(base - 0.55 * capitals)...Int(base - 0.1 * capitals)
        for x in letter - Int(0.62 * capitals)...letter where (0..<width).contains(x) {
            for y in rows where (0..<height).contains(y) && before.ink(x, y) && before.run(at: x, y) <= thick { wipe(x, y) }
        }
    }
}
