import Records

/// Looks again at the bands of a page that were read badly, each by itself: the engine's layout analysis takes a different way where
/// a seal, a signature or a table no longer meets the rest of the page. What reads better is kept.
struct SecondLook {
    let engine: TesseractEngine
    let resolution: Double

    /// Lines below this mean confidence are weak.
    private static let weak = 0.78
    /// Millimetres between weak lines of one band.
    private static let gap = 14.0
    /// Millimetres around a band.
    private static let margin = 1.5
    private static let maximumBands = 3
    /// A second reading must be better by this factor: engines are surer of what they see alone.
    private static let gain = 1.06
    /// Share of the page's height above which a band is not what is wrong with the page.
    private static let maximumHeight = 0.35
    /// A word's confidence that neither helps nor harms a reading: specks that are read as words stay below.
    private static let indifferent = 0.5

    /// The words with those of weak bands replaced where a second reading is better.
    func improved(_ words: [RecognisedWord], on grey: Raster) throws(ReadingFailure) -> [RecognisedWord] {
        var words = words
        for band in bands(of: words, height: grey.height) {
            let clip = try grey.clipped(x: 0, y: band.lowerBound, width: grey.width, height: band.count)
            let inside = words.filter { band.contains($0.middle) }
            let line = (words.map(\.line).max() ?? -1) + 1
            let block = (words.map(\.block).max() ?? -1) + 1
            let again = try engine.recognise(clip, resolution: resolution).map { $0.moved(right: 0, down: band.lowerBound, line: line, block: block) }
            if Self.worth(again) > Self.gain * Self.worth(inside) { words = words.filter { !band.contains($0.middle) } + again }
        }
        return words
    }

    private static func worth(_ words: [RecognisedWord]) -> Double {
        words.reduce(0) { $0 + ($1.isJunk ? 0 : ($1.confidence - indifferent) * Double($1.text.count)) }
    }

    /// Rows of pixels that hold weak lines and whatever stands beside them, the worst first.
    private func bands(of words: [RecognisedWord], height: Int) -> [Range<Int>] {
        let pixelsPerMillimetre = resolution / 25.4
        let lines = Dictionary(grouping: words.filter { !$0.isJunk }, by: \.line).values.map(BandLine.init)
        var bands: [(rows: Range<Int>, weak: Int)] = []
        for line in lines.filter({ $0.confidence < Self.weak }).sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) {
            if let last = bands.last, Double(line.rows.lowerBound - last.rows.upperBound) < Self.gap * pixelsPerMillimetre {
                let rows = last.rows.lowerBound..<max(last.rows.upperBound, line.rows.upperBound)
                bands[bands.count - 1] = (rows, last.weak + line.letters)
            } else {
                bands.append((line.rows, line.letters))
            }
        }
        let margin = Int(Self.margin * pixelsPerMillimetre)
        return bands.sorted { $0.weak > $1.weak }.prefix(Self.maximumBands).map { band in
            let rows = Self.grown(band.rows, by: lines)
            return max(0, rows.lowerBound - margin)..<min(height, rows.upperBound + margin)
        }.filter { Double($0.count) <= Self.maximumHeight * Double(height) }
    }

    /// The band with every line that it would cut.
    private static func grown(_ band: Range<Int>, by lines: [BandLine]) -> Range<Int> {
        lines.sorted { $0.rows.lowerBound < $1.rows.lowerBound }.reduce(band) { band, line in
            band.overlaps(line.rows) ? min(band.lowerBound, line.rows.lowerBound)..<max(band.upperBound, line.rows.upperBound) : band
        }
    }
}

/// A line as the rows of pixels that it takes.
private struct BandLine {
    let rows: Range<Int>
    let confidence: Double
    let letters: Int

    /// - Parameter words: at least one.
    init(_ words: [RecognisedWord]) {
        let top = words.map(\.top).min() ?? 0
        rows = top..<max(top + 1, words.map(\.bottom).max() ?? 0)
        letters = words.reduce(0) { $0 + $1.text.count }
        confidence = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(1, letters))
    }
}

extension RecognisedWord {
    fileprivate var middle: Int { (top + bottom) / 2 }

    /// The word of a part of the picture as one of the whole, in lines and blocks of its own.
    func moved(right dx: Int, down dy: Int, line: Int, block: Int) -> RecognisedWord {
        var word = self
        word.left += dx
        word.right += dx
        word.top += dy
        word.bottom += dy
        word.line += line
        word.block += block
        return word
    }
}
