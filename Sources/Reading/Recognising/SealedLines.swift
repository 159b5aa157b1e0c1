import Records

/// Reads the signer's title and name once more where a seal as black as the print lies over them: on a picture without its rings, line by
/// line away from what stands in its middle.
struct SealedLines {
    let engine: TesseractEngine
    let resolution: Double

    /// Millimetres around a seal in which the signature's lines lie.
    private static let reach = (left: 6.0, right: 45.0, above: 4.0, below: 10.0)
    /// Share of the radius above and below the middle in which a seal has its emblem, and the signer writes.
    private static let middle = 0.35
    /// Words below this are what is left of the seal.
    private static let minimumConfidence = 0.5
    /// A reading must be better by this factor.
    private static let gain = 1.02

    /// The words with those under seals replaced where they read better without it.
    func improved(_ words: [RecognisedWord], on grey: Raster, under seals: [SealRing]) throws(ReadingFailure) -> [RecognisedWord] {
        if seals.isEmpty { return words }
        let text = try grey.copy()
        let (paper, printed) = (grey.level(share: 0.7), grey.level(share: 0.002))
        for seal in seals {
            RingStrokes(of: seal, on: text, black: (printed + paper) / 2, pixelsPerMillimetre: resolution / 25.4).wipe(on: text, paper: paper)
        }
        var words = words
        for place in seals.flatMap({ places(around: $0, on: grey) }) {
            let clip = try text.clipped(x: place.x, y: place.y, width: place.width, height: place.height)
            let line = (words.map(\.line).max() ?? -1) + 1
            let block = (words.map(\.block).max() ?? -1) + 1
            let again = try engine.recognise(clip, resolution: resolution, mode: .block).filter(isSound).map {
                $0.moved(right: place.x, down: place.y, line: line, block: block)
            }
            let inside = words.filter { place.holdsMiddle(of: $0) }
            guard again.worth > Self.gain * inside.worth else { continue }
            words = words.filter { !place.holdsMiddle(of: $0) } + again
        }
        return words
    }

    /// Above and below the middle of a seal.
    private func places(around seal: SealRing, on page: Raster) -> [PixelBox] {
        func pixels(_ millimetres: Double) -> Double { millimetres * resolution / 25.4 }
        let left = max(0, Int(seal.x - seal.radius - pixels(Self.reach.left)))
        let right = min(page.width, Int(seal.x + seal.radius + pixels(Self.reach.right)))
        let above = (seal.y - seal.radius - pixels(Self.reach.above), seal.y - Self.middle * seal.radius)
        let below = (seal.y + Self.middle * seal.radius, seal.y + seal.radius + pixels(Self.reach.below))
        return [above, below].compactMap { rows in
            let (top, bottom) = (max(0, Int(rows.0)), min(page.height, Int(rows.1)))
            return right > left && bottom > top ? PixelBox(x: left, y: top, width: right - left, height: bottom - top) : nil
        }
    }

    private func isSound(_ word: RecognisedWord) -> Bool {
        word.confidence >= Self.minimumConfidence && word.isUpright && word.hasLetters
    }
}

extension PixelBox {
    fileprivate func holdsMiddle(of word: RecognisedWord) -> Bool {
        let (middle, height) = ((word.left + word.right) / 2, (word.top + word.bottom) / 2)
        return middle >= x && middle < x + width && height >= y && height < y + self.height
    }
}
