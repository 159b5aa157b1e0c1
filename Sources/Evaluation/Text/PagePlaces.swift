import Records

/// Where the letters of a page's text stand on its picture.
struct PagePlaces {
    /// A place higher than this share of the page is more than a line.
    private static let highestLine = 0.06
    /// Room around a line, as shares of the page.
    private static let margin = (across: 0.012, along: 0.006)

    private var letters: [Unicode.Scalar] = []
    private var words: [(range: Range<Int>, box: Box)] = []

    /// Nil where the reading is not the one that the text comes from.
    init?(_ reading: PageReading, text: [Unicode.Scalar]) {
        for word in reading.lines.flatMap(\.words) {
            let plain = Array(VietnameseText.squashed(word.text).unicodeScalars)
            if plain.isEmpty { continue }
            if !letters.isEmpty { letters.append(" ") }
            words.append((letters.count..<letters.count + plain.count, word.box))
            letters += plain
        }
        guard letters == text else { return nil }
    }

    /// The place of a stretch of the text, with some room around it; nil where it does not lie on one line.
    func place(of stretch: Range<Int>) -> Box? {
        guard let box = Box.around(words.filter { $0.range.overlaps(stretch) }.map(\.box)), box.height <= Self.highestLine else { return nil }
        return Self.widened(box)
    }

    /// A box with room around it, as far as the page goes; a leaning page has lines that rise along their length.
    static func widened(_ box: Box, leaning degrees: Double = 0) -> Box {
        let rise = abs(degrees) / 57.3 * 0.5
        let (x, y) = (max(0, box.x - margin.across), max(0, box.y - margin.along - rise))
        return Box(
            x: x, y: y, width: min(1, box.right + margin.across) - x, height: min(1, box.bottom + margin.along + rise) - y)
    }
}
