import Records

/// Recognises a page whichever way it lies: turned by quarters, leaning, pale, worn.
struct UprightReader {
    let engine: TesseractEngine
    /// The engine for worn print; loaded when it is asked for. Nil where there is none.
    let scriptEngine: () -> TesseractEngine?
    /// The page as its file displays it.
    let page: PageImage
    /// The same at `PageLook.usualResolution`.
    let small: PageImage

    /// What was read, and how the page had to be turned for it.
    struct Outcome {
        /// The page at `PageLook.usualResolution`, turned upright, leaning as scanned.
        var image: PageImage
        var lines: [PageReading.Line]
        /// Quarter turns clockwise.
        var quarters: Int
        /// Degrees that the upright page leans clockwise.
        var skew: Double?
    }

    /// Below this share of sure and upright letters a reading is doubted, and the page tried the other way up.
    private static let doubtful = 0.6
    /// A page of less mean confidence is read by the engine for worn print; black-and-white ones of up to `coarse` dots per inch sooner, since
    /// the marks of their letters are two pixels high.
    private static let worn = (usual: 0.93, coarse: 0.95)
    private static let coarse = 210.0
    /// Of the first reading's worth, what the engine for worn print must reach: less is a page that it makes nothing of.
    private static let leastWorth = 0.8
    /// A page that has less even then is tried as other pictures.
    private static let bad = 0.9
    /// The reading of another picture must be better by this factor.
    private static let gain = 1.03

    func read(_ survey: PageSurvey) throws(ReadingFailure) -> Outcome {
        let usual = survey.isPale ? PageLook.pale : .usual
        var best = try read(quarters: survey.isSideways ? likeliestTurn(among: [1, 3]) : 0, usual)
        if best.isDoubtful, !survey.isNearlyBlank {
            let other = try likeliestTurn(among: survey.runsLevel ? [0, 2] : [0, 1, 2, 3])
            if other != best.quarters { best = surer(best, try read(quarters: other, usual)) }
        }
        if best.words.meanConfidence < worn, let engine = scriptEngine() {
            let again = try read(quarters: best.quarters, usual, by: engine)
            // The larger model is less sure of what it reads better.
            if again.words.worth > Self.leastWorth * best.words.worth { best = again }
        }
        if best.words.meanConfidence < Self.bad {
            for look in PageLook.others where look != usual {
                let again = try read(quarters: best.quarters, look, by: best.engine)
                if again.words.worth > Self.gain * best.words.worth { best = again }
            }
        }
        if !best.isDoubtful { try complete(&best) }
        let frame = WordFrame(width: Double(best.text.width), height: Double(best.text.height), turnedBy: best.correction)
        var upright = small
        upright.raster = try small.raster.turned(quarters: best.quarters)
        return Outcome(image: upright, lines: PageReading.Line.lines(of: best.words, in: frame), quarters: best.quarters, skew: best.skew)
    }

    private var worn: Double { page.raster.depth == 1 && page.resolution <= Self.coarse ? Self.worn.coarse : Self.worn.usual }

    // MARK: - Attempts

    /// One reading of the whole page.
    private struct Attempt {
        /// The picture that was read, and its dots per inch.
        var text: Raster
        var resolution: Double
        /// Seals on it that are as black as print.
        var blackSeals: [SealRing]
        var engine: TesseractEngine
        var words: [RecognisedWord]
        var quarters: Int
        var skew: Double?
        /// Degrees by which the picture was turned clockwise to stand straight.
        var correction: Double

        var isDoubtful: Bool { words.uprightConfidence < UprightReader.doubtful }
    }

    private func surer(_ first: Attempt, _ second: Attempt) -> Attempt {
        second.words.uprightConfidence > first.words.uprightConfidence ? second : first
    }

    private func read(quarters: Int, _ look: PageLook, by other: TesseractEngine? = nil) throws(ReadingFailure) -> Attempt {
        let engine = other ?? engine
        var upright = look.resolution == PageLook.usualResolution ? small : try page.at(look.resolution)
        upright.raster = try upright.raster.turned(quarters: quarters)
        let (text, seals) = try look.text(of: upright)
        let skew = try Skew.measure(text, resolution: upright.resolution)
        let correction = skew.flatMap { abs($0) > Skew.tolerated ? -$0 : nil } ?? 0
        let level = try correction == 0 ? text : text.rotated(degrees: correction)
        let words = try engine.recognise(level, resolution: upright.resolution)
        return Attempt(
            text: level, resolution: upright.resolution, blackSeals: seals.map { $0.turned(degrees: correction, on: text) }, engine: engine,
            words: words, quarters: quarters, skew: skew, correction: correction)
    }

    /// Reads weak places again, and adds the words that lie under seals and signatures.
    private func complete(_ attempt: inout Attempt) throws(ReadingFailure) {
        let engine = attempt.engine
        attempt.words = try SecondLook(engine: engine, resolution: attempt.resolution).improved(attempt.words, on: attempt.text)
        attempt.words = try SealedLines(engine: engine, resolution: attempt.resolution).improved(
            attempt.words, on: attempt.text, under: attempt.blackSeals)
        attempt.words += try Remainder(engine: engine, resolution: attempt.resolution).words(on: attempt.text, besides: attempt.words)
        attempt.words = try HandwrittenDigits().completed(attempt.words, on: attempt.text)
    }

    /// The quarter turn under which a band across the middle of the page reads best.
    private func likeliestTurn(among turns: [Int]) throws(ReadingFailure) -> Int {
        let grey = try small.raster.grey()
        var best = (turn: turns[0], score: -1.0)
        for turn in turns {
            let upright = try grey.turned(quarters: turn)
            let band = try upright.clipped(x: 0, y: upright.height * 2 / 5, width: upright.width, height: max(1, upright.height / 5))
            let score = try engine.recognise(band, resolution: small.resolution).uprightLetters
            if score > best.score { best = (turn, score) }
        }
        return best.turn
    }
}

extension [RecognisedWord] {
    /// Letters of words that were read upright, each counted by its word's confidence.
    fileprivate var uprightLetters: Double { reduce(0) { $0 + ($1.hasLetters && $1.isUpright ? $1.confidence * Double($1.text.count) : 0) } }
    /// Their share of all letters.
    fileprivate var uprightConfidence: Double { uprightLetters / Double(Swift.max(1, reduce(0) { $0 + $1.text.count })) }
}
