import CLeptonica
import Records

/// Reads the places that the engine's layout analysis passed over as pictures: most often the signer's title and name, because a
/// seal and a signature lie across them.
struct Remainder {
    let engine: TesseractEngine
    let resolution: Double

    /// Dots per inch of the search.
    private static let searchResolution = 75.0
    /// Millimetres of space that is bridged between letters and lines of one place.
    private static let gap = (across: 6.0, down: 5.0)
    /// Millimetres from which a straight line is a rule or a feeder's streak.
    private static let longLine = 25.0
    /// Millimetres: smaller places hold no word.
    private static let minimumSize = (width: 9.0, height: 3.0)
    /// Share of a place that must be ink: less is a rule or dust.
    private static let minimumInk = 0.03
    private static let maximumPlaces = 3
    /// Share of the page beyond which a place is no remainder.
    private static let maximumShare = 0.4
    /// Words below this are strokes of the seal.
    private static let minimumConfidence = 0.55

    /// Words that `words` lacks, as lines and blocks of their own, in place.
    func words(on grey: Raster, besides words: [RecognisedWord]) throws(ReadingFailure) -> [RecognisedWord] {
        var found: [RecognisedWord] = []
        for place in try places(on: grey, besides: words) {
            let line = ((words + found).map(\.line).max() ?? -1) + 1
            let block = ((words + found).map(\.block).max() ?? -1) + 1
            let clip = try grey.clipped(x: place.x, y: place.y, width: place.width, height: place.height)
            for word in try engine.recognise(clip, resolution: resolution, mode: .block) where isSound(word) {
                let word = word.moved(right: place.x, down: place.y, line: line, block: block)
                if !words.contains(where: { $0.hasLetters && $0.meets(word) }) { found.append(word) }
            }
        }
        return found
    }

    private func isSound(_ word: RecognisedWord) -> Bool {
        word.confidence >= Self.minimumConfidence && word.isUpright && word.text.count(where: \.isLetter) >= 2
    }

    private func places(on grey: Raster, besides words: [RecognisedWord]) throws(ReadingFailure) -> [PixelBox] {
        let scale = Self.searchResolution / resolution
        let small = try grey.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) }
        let paper = small.level(share: 0.7)
        let level = paper - max(25, (paper - small.level(share: 0.01)) / 2)
        let ink = try small.made("threshold") { unsafe pixThresholdToBinary($0, Int32(max(1, level))) }
        // A picture is told as a word without letters.
        for word in words where word.hasLetters && word.confidence >= Self.minimumConfidence { ink.clear(word.place.scaled(by: scale).grown(by: 2)) }
        let pixelsPerMillimetre = Self.searchResolution / 25.4
        try ink.clearLongLines(atLeast: Int32(Self.longLine * pixelsPerMillimetre))
        let gap = (across: Int32(Self.gap.across * pixelsPerMillimetre), down: Int32(Self.gap.down * pixelsPerMillimetre))
        let groups = try ink.made("closing") { unsafe pixCloseSafeBrick(nil, $0, gap.across, gap.down) }
        let boxes = groups.componentBoxes().filter { box in
            Double(box.width) >= Self.minimumSize.width * pixelsPerMillimetre && Double(box.height) >= Self.minimumSize.height * pixelsPerMillimetre
                && Double(box.width * box.height) <= Self.maximumShare * Double(small.width * small.height)
        }
        let inked = boxes.map { (box: $0, ink: ink.blackPixels(in: $0)) }.filter {
            Double($0.ink) >= Self.minimumInk * Double($0.box.width * $0.box.height)
        }
        return inked.sorted { $0.ink > $1.ink }.prefix(Self.maximumPlaces).map { $0.box.grown(by: 3).scaled(by: 1 / scale) }
    }
}

extension RecognisedWord {
    fileprivate var place: PixelBox { PixelBox(x: left, y: top, width: right - left, height: bottom - top) }

    /// Whether the two stand on one another.
    fileprivate func meets(_ other: RecognisedWord) -> Bool {
        let width = min(right, other.right) - max(left, other.left)
        let height = min(bottom, other.bottom) - max(top, other.top)
        let smaller = min((right - left) * (bottom - top), (other.right - other.left) * (other.bottom - other.top))
        return width > 0 && height > 0 && width * height * 3 > smaller
    }
}

extension Raster {
    /// Wipes straight lines, level or upright.
    fileprivate func clearLongLines(atLeast length: Int32) throws(ReadingFailure) {
        for (width, height) in [(length, 1), (1, length)] {
            let lines = try made("lines") { unsafe pixOpenBrick(nil, $0, width, height) }
            lines.withPix { lines in withPix { _ = unsafe pixSubtract($0, $0, lines) } }
        }
    }
}
