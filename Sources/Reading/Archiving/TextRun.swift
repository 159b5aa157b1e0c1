/// Words that stand beside each other on one line, set in one go: the space after a word reaches to the next.
struct TextRun {
    private(set) var placed: [PlacedWord]
    private var bottom: Double
    private var top: Double

    /// In steps that make lines of one print the same size.
    private static let sizeStep = 5.0
    /// The widest gap between words of a run, and the tallest run, in heights of its tallest word.
    private static let widestGap = 1.0
    private static let tallest = 1.3

    private init(_ word: PlacedWord) {
        placed = [word]
        bottom = word.levelBottom
        top = word.levelTop
    }

    static func runs(of words: [PlacedWord]) -> [TextRun] {
        var runs: [TextRun] = []
        for word in words {
            if let last = runs.indices.last, runs[last].takes(word) {
                runs[last].add(word)
            } else {
                runs.append(TextRun(word))
            }
        }
        return runs
    }

    /// Sets the words, each stretched to its place.
    func set(with pen: inout TextPen) {
        let size = Int(max(1, ((top - bottom) / Self.sizeStep).rounded()) * Self.sizeStep)
        pen.take(size: size)
        for (index, word) in placed.enumerated() {
            let next = index + 1 < placed.count ? placed[index + 1] : nil
            pen.move(x: index == 0 ? word.left : nil, y: bottom - word.fall)
            var natural = Double(word.text.utf16.count) * InvisibleFonts.letterWidth * Double(size)
            if next != nil { natural += InvisibleFonts.spaceWidth * Double(size) }
            pen.set(next == nil ? word.text : word.text + " ", natural: natural, upTo: next?.left ?? word.right)
        }
    }

    private func takes(_ word: PlacedWord) -> Bool {
        guard let last = placed.last else { return false }
        let gap = word.left - last.right
        let height = placed.map(\.height).reduce(word.height, max)
        guard gap > 0, gap <= Self.widestGap * height else { return false }
        return max(top, word.levelTop) - min(bottom, word.levelBottom) <= Self.tallest * height
    }

    private mutating func add(_ word: PlacedWord) {
        placed.append(word)
        bottom = min(bottom, word.levelBottom)
        top = max(top, word.levelTop)
    }
}
