import Records

/// Looks again at the bands of a page that were read badly, each by itself: the engine's layout analysis takes a different way where
/// a seal, a signature or a table no longer meets the rest of the page. What reads better is kept.
struct SecondLook {
    let engine: TesseractEngine
    let resolution: Double

    /// Lines below this mean confidence are weak.
    private static let weak = 0.78
    /// A word below this makes its line doubtful; a line across two columns is so below the other, since the engine bends the lines of
    /// one column to those of the other.
    private static let doubtful = (within: 0.6, across: 0.9)
    /// Millimetres between two words from which their line runs across two columns.
    private static let columnGap = 10.0
    /// Millimetres: a lower band has no columns, only a line with a space in it.
    private static let leastColumns = 11.0
    /// Millimetres between weak lines of one band.
    private static let gap = 14.0
    /// Millimetres around a band.
    private static let margin = 1.5
    private static let maximumBands = 3
    /// A second reading must be better by this factor: engines are surer of what they see alone. Columns are read by themselves as they
    /// should have been in the first place.
    private static let gain = (whole: 1.06, columns: 1.01)
    /// Of a band's words, how many must be doubted for the whole band to be read at a finer resolution: one in so many.
    private static let wordsADoubt = 20
    /// Factor of the resolution at which a band is read again as a whole.
    private static let enlargement = 1.5
    /// Share of the letters that a second reading must have, at least: what it left out may have been read right.
    private static let leastLetters = 0.85
    /// Share of the page's height above which a band is not what is wrong with the page.
    private static let maximumHeight = 0.35

    /// The words with those of weak bands replaced where a second reading is better.
    func improved(_ words: [RecognisedWord], on grey: Raster) throws(ReadingFailure) -> [RecognisedWord] {
        var words = words
        for band in bands(of: words, height: grey.height, where: isDoubtful) {
            let clip = try grey.clipped(x: 0, y: band.lowerBound, width: grey.width, height: band.count)
            if let again = try columns(of: clip) { replace(band, of: &words, by: again, gain: Self.gain.columns) }
        }
        for band in bands(of: words, height: grey.height, where: isDoubtful) where isWorthIt(band, of: words) {
            let clip = try grey.clipped(x: 0, y: band.lowerBound, width: grey.width, height: band.count)
            replace(band, of: &words, by: try enlarged(clip), gain: Self.gain.whole)
        }
        return words
    }

    private func isDoubtful(_ line: BandLine) -> Bool { line.confidence < Self.weak || !doubts(of: line).isEmpty }

    /// The words of a line that make it doubtful.
    private func doubts(of line: BandLine) -> [RecognisedWord] {
        let isAcross = Double(line.widestSpace) >= Self.columnGap * resolution / 25.4
        return line.read.filter { $0.confidence < (isAcross ? Self.doubtful.across : Self.doubtful.within) }
    }

    /// Whether enough of a band is in doubt to read all of it again.
    private func isWorthIt(_ band: Range<Int>, of words: [RecognisedWord]) -> Bool {
        let lines = BandLine.lines(of: words.filter { band.contains($0.middle) })
        let doubted = lines.reduce(0) { $0 + ($1.confidence < Self.weak ? $1.read.count : doubts(of: $1).count) }
        return doubted * Self.wordsADoubt >= lines.reduce(0) { $0 + $1.read.count }
    }

    // MARK: - Reading again

    /// Where the other reading is better.
    private func replace(_ band: Range<Int>, of words: inout [RecognisedWord], by again: [RecognisedWord], gain: Double) {
        let inside = words.filter { band.contains($0.middle) }
        guard again.worth > gain * inside.worth, again.credibleLetters >= Self.leastLetters * inside.credibleLetters else { return }
        let line = (words.map(\.line).max() ?? -1) + 1
        let block = (words.map(\.block).max() ?? -1) + 1
        words = words.filter { !band.contains($0.middle) } + again.map { $0.moved(right: 0, down: band.lowerBound, line: line, block: block) }
    }

    /// The words of a band as at a finer resolution: other pixels fall on its letters.
    private func enlarged(_ clip: Raster) throws(ReadingFailure) -> [RecognisedWord] {
        let again = try engine.recognise(clip.scaled(by: Self.enlargement), resolution: resolution * Self.enlargement)
        return again.map { $0.scaled(by: 1 / Self.enlargement) }
    }

    /// The words left and right of the gap between two columns, each read by itself; nil where there is no such gap.
    private func columns(of clip: Raster) throws(ReadingFailure) -> [RecognisedWord]? {
        guard Double(clip.height) >= Self.leastColumns * resolution / 25.4 else { return nil }
        guard let gap = try ColumnGap.middle(of: clip, resolution: resolution) else { return nil }
        let left = try engine.recognise(clip.clipped(x: 0, y: 0, width: gap, height: clip.height), resolution: resolution)
        let right = try engine.recognise(clip.clipped(x: gap, y: 0, width: clip.width - gap, height: clip.height), resolution: resolution)
        let line = (left.map(\.line).max() ?? -1) + 1
        let block = (left.map(\.block).max() ?? -1) + 1
        return left + right.map { $0.moved(right: gap, down: 0, line: line, block: block) }
    }

    // MARK: - Bands

    /// Rows of pixels that hold such lines and whatever stands beside them, the worst first.
    private func bands(of words: [RecognisedWord], height: Int, where isMeant: (BandLine) -> Bool) -> [Range<Int>] {
        let pixelsPerMillimetre = resolution / 25.4
        let lines = BandLine.lines(of: words)
        var bands: [(rows: Range<Int>, weak: Int)] = []
        for line in lines.filter(isMeant).sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) {
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
    /// The mean of its letters.
    let confidence: Double
    let letters: Int
    /// Its words of two letters or more.
    let read: [RecognisedWord]
    /// The widest space between two words, in pixels.
    let widestSpace: Int

    static func lines(of words: [RecognisedWord]) -> [BandLine] {
        Dictionary(grouping: words.filter { !$0.isJunk }, by: \.line).values.map(BandLine.init)
    }

    /// - Parameter words: at least one.
    private init(_ words: [RecognisedWord]) {
        let top = words.map(\.top).min() ?? 0
        rows = top..<max(top + 1, words.map(\.bottom).max() ?? 0)
        letters = words.reduce(0) { $0 + $1.text.count }
        confidence = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(1, letters))
        read = words.filter { $0.hasLetters && $0.text.count >= 2 }
        let inOrder = words.sorted { $0.left < $1.left }
        widestSpace = zip(inOrder, inOrder.dropFirst()).map { $1.left - $0.right }.max() ?? 0
    }
}
