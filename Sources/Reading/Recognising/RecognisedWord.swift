/// A word with its place in pixels of the picture that was read.
struct RecognisedWord {
    var text: String
    var confidence: Double
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    /// Numbers from 0 in reading order.
    var line: Int
    var block: Int
    /// The columns of each sign, where they were asked for: of words that may stand beside a blank filled in by hand.
    var signs: [Range<Int>] = []
    /// Whether it was written by hand, and read by `HandwrittenDigits`.
    var isHandwritten = false

    /// Tesseract also reads text that runs up or down the page; a word of some length then stands taller than wide.
    var isUpright: Bool { text.count < 3 || right - left > bottom - top }
    var hasLetters: Bool { text.contains { $0.isLetter || $0.isNumber } }
    /// A speck that the engine took for a sign.
    var isJunk: Bool { text.isEmpty || (confidence < 0.3 && !hasLetters) }
}

extension RecognisedWord {
    var middle: Int { (top + bottom) / 2 }

    /// On the picture made larger or smaller.
    func scaled(by factor: Double) -> RecognisedWord {
        func scaled(_ pixels: Int) -> Int { Int((Double(pixels) * factor).rounded()) }
        var word = self
        (word.left, word.top, word.right, word.bottom) = (scaled(left), scaled(top), scaled(right), scaled(bottom))
        word.signs = signs.map { scaled($0.lowerBound)..<scaled($0.upperBound) }
        return word
    }

    /// The word of a part of the picture as one of the whole, in lines and blocks of its own.
    func moved(right dx: Int, down dy: Int, line: Int, block: Int) -> RecognisedWord {
        var word = self
        word.left += dx
        word.right += dx
        word.signs = signs.map { $0.lowerBound + dx..<$0.upperBound + dx }
        word.top += dy
        word.bottom += dy
        word.line += line
        word.block += block
        return word
    }
}

extension [RecognisedWord] {
    /// Confidence that neither helps nor harms a reading: specks that are read as words stay below.
    private static var indifferent: Double { 0.5 }
    /// Confidence from which a word may be right.
    private static var credible: Double { 0.4 }

    /// How much was read, and how surely: for comparing two readings of the same place.
    var worth: Double { reduce(0) { $0 + ($1.isJunk ? 0 : ($1.confidence - Self.indifferent) * Double($1.text.count)) } }
    /// Letters of words that may be right.
    var credibleLetters: Double { reduce(0) { $0 + ($1.hasLetters && $1.confidence >= Self.credible ? Double($1.text.count) : 0) } }
    /// By letters; specks left out. 1 where there are none.
    var meanConfidence: Double {
        let words = filter { !$0.isJunk }
        let letters = words.reduce(0) { $0 + $1.text.count }
        return letters == 0 ? 1 : words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
    }
}
