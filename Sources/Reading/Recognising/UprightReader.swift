import Records

/// Recognises a page whichever way it lies: turned by quarters, leaning, pale.
struct UprightReader {
    let engine: TesseractEngine

    /// What was read, and how the page had to be turned for it.
    struct Outcome {
        /// The page turned upright, leaning as scanned.
        var image: PageImage
        var lines: [PageReading.Line]
        /// Quarter turns clockwise.
        var quarters: Int
        /// Degrees that the upright page leans clockwise.
        var skew: Double?
        var confidence: Double
    }

    /// Below this mean confidence a reading is doubted, and the page tried the other way up.
    private static let doubtful = 0.6

    func read(_ image: PageImage, survey: PageSurvey) throws(ReadingFailure) -> Outcome {
        var quarters = 0
        if survey.isSideways { quarters = try likeliestTurn(of: image, among: [1, 3]) }
        var best = try read(image, quarters: quarters, normalised: survey.isPale)
        if best.confidence < Self.doubtful, !survey.isNearlyBlank {
            let other = try likeliestTurn(of: image, among: survey.runsLevel ? [0, 2] : [0, 1, 2, 3])
            if other != quarters { best = better(best, try read(image, quarters: other, normalised: survey.isPale)) }
            if best.confidence < Self.doubtful, !survey.isPale { best = better(best, try read(image, quarters: best.quarters, normalised: true)) }
        }
        return best
    }

    private func better(_ first: Outcome, _ second: Outcome) -> Outcome { second.confidence > first.confidence ? second : first }

    private func read(_ image: PageImage, quarters: Int, normalised: Bool) throws(ReadingFailure) -> Outcome {
        var upright = image
        upright.raster = try image.raster.turned(quarters: quarters)
        let grey = try text(of: upright, normalised: normalised)
        let skew = try Skew.measure(grey, resolution: image.resolution)
        let correction = skew.flatMap { abs($0) > Skew.tolerated ? -$0 : nil } ?? 0
        let level = try correction == 0 ? grey : grey.rotated(degrees: correction)
        let words = try words(on: level.scaled(by: Self.scale(image.resolution)), resolution: image.resolution * Self.scale(image.resolution))
        let lines = PageReading.Line.lines(of: words.words, in: WordFrame(width: words.width, height: words.height, turnedBy: correction))
        return Outcome(image: upright, lines: lines, quarters: quarters, skew: skew, confidence: words.words.confidence)
    }

    /// The page's print in grey.
    private func text(of page: PageImage, normalised: Bool) throws(ReadingFailure) -> Raster {
        if !normalised { return try InkSeparation.text(of: page.raster, resolution: page.resolution) }
        return try GreySeals.removed(from: InkPlane.dark(of: page.raster).blackOnWhite(), resolution: page.resolution)
    }

    /// The words of the whole page; where they make sense, with those that lie under seals and signatures.
    private func words(on grey: Raster, resolution: Double) throws(ReadingFailure) -> (words: [RecognisedWord], width: Double, height: Double) {
        var words = try engine.recognise(grey, resolution: resolution)
        if words.confidence >= Self.doubtful {
            let better = try OtherTones(engine: engine, resolution: resolution).improved(words, on: grey)
            let grey = better?.grey ?? grey
            words = try SecondLook(engine: engine, resolution: resolution).improved(better?.words ?? words, on: grey)
            words += try Remainder(engine: engine, resolution: resolution).words(on: grey, besides: words)
        }
        return (words, Double(grey.width), Double(grey.height))
    }

    /// The quarter turn under which a band across the middle of the page reads best.
    private func likeliestTurn(of image: PageImage, among turns: [Int]) throws(ReadingFailure) -> Int {
        var best = (turn: turns[0], score: -1.0)
        for turn in turns {
            let upright = try image.raster.grey().turned(quarters: turn)
            let scale = Self.scale(image.resolution)
            let band = try upright.clipped(x: 0, y: upright.height * 2 / 5, width: upright.width, height: max(1, upright.height / 5))
            let score = try engine.recognise(band.scaled(by: scale), resolution: image.resolution * scale).score
            if score > best.score { best = (turn, score) }
        }
        return best.turn
    }

    /// The engine was trained on letters as 300 dpi shows them.
    private static func scale(_ resolution: Double) -> Double { resolution < 250 ? 300 / resolution : 1 }
}

extension [RecognisedWord] {
    /// Letters of words that were read upright, each counted by its word's confidence.
    fileprivate var score: Double { reduce(0) { $0 + ($1.hasLetters && $1.isUpright ? $1.confidence * Double($1.text.count) : 0) } }
    /// Their share of all letters.
    fileprivate var confidence: Double { score / Double(Swift.max(1, reduce(0) { $0 + $1.text.count })) }
}
