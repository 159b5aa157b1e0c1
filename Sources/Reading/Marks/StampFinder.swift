import CLeptonica
import Records

/// Finds what is stamped on the upper part of an upright page: text inside a rectangular frame, or in red ink.
///
/// A mark of secrecy must be found even where the running text is read without it: faint, leaning, cut by handwriting, black on
/// grey. So the page is looked at as amounts of ink, in several strengths, and every frame-like clearing is read by itself.
struct StampFinder {
    let engine: TesseractEngine

    /// Share of the page's height that is searched.
    static let zoneHeight = 0.5
    /// Readings a page; a page of table cells must not cost more.
    static let maximumReadings = 6

    /// Frames across the page that are read.
    private static let maximumTurnedReadings = 2
    /// Readings of what is neither framed nor red.
    private static let maximumLooseReadings = 3
    /// A reading as sure as this is not tried again in another way.
    private static let sure = 0.8

    /// Of a seal's radius, how far from its middle a frame's may stand that it cuts.
    private static let sealReach = 1.8

    /// - Parameters:
    ///   - page: At `PageLook.usualResolution`: a frame's line is then 2 to 4 pixels wide.
    ///   - lines: What the page's own text is known to say; what they hold for certain is not read again.
    func stamps(on page: PageImage, besides lines: [PageReading.Line]) throws(ReadingFailure) -> [PageReading.Stamp] {
        let raster = page.raster
        let zone = try raster.clipped(x: 0, y: 0, width: raster.width, height: max(1, Int(Double(raster.height) * Self.zoneHeight)))
        let inks = try InkPlane.planes(of: zone)
        let size = (width: Double(raster.width), height: Double(raster.height))
        var stamps: [PageReading.Stamp] = []
        var doubtful: [PixelBox] = []
        let frames = try frames(in: inks, pixelsPerMillimetre: page.resolution / 25.4)
        let candidates = try candidates(frames.upright, in: inks, pixelsPerMillimetre: page.resolution / 25.4, lines: lines, size: size)
        for candidate in candidates {
            let readings = try readings(of: candidate)
            if candidate.isFramed, candidate.hasSizeOfMark, !readings.contains(where: { $0.confidence >= Self.sure }) {
                doubtful.append(PixelBox(x: candidate.x, y: candidate.y, width: candidate.width, height: candidate.height))
            }
            for reading in readings {
                let box = Box(
                    x: Double(candidate.x) / size.width, y: Double(candidate.y) / size.height, width: Double(candidate.width) / size.width,
                    height: Double(candidate.height) / size.height)
                stamps.append(PageReading.Stamp(text: reading.text, confidence: reading.confidence, box: box, framed: candidate.isFramed))
            }
        }
        stamps += try turnedStamps(frames.across, size: size)
        let seals = try SealSearch.rings(on: zone.grey(), resolution: page.resolution).map { $0.surroundings(Self.sealReach) }
        // Each by itself: a page full of stray ink must not use up the looks around seals.
        for (places, areStray) in [(doubtful + seals, false), (try strayPlaces(in: inks, besides: lines, on: page), true)] {
            var shaped = ShapedStamps(inks: inks, pixelsPerMillimetre: page.resolution / 25.4, places: places, areStray: areStray)
            shaped.exclude(lines, stamps, width: size.width, height: size.height)
            stamps += try shaped.stamps(page: size)
        }
        return stamps
    }

    /// Of all inks, none twice: those that stand upright, and those of the size of a mark that stand across the page.
    private func frames(in inks: [InkPlane], pixelsPerMillimetre: Double) throws(ReadingFailure) -> (
        upright: [StampCandidate], across: [StampCandidate]
    ) {
        var (upright, across): ([StampCandidate], [StampCandidate]) = ([], [])
        for ink in inks {
            let found = try FrameSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).candidates()
            for candidate in found.upright where !upright.contains(where: { $0.isSame(as: candidate) }) { upright.append(candidate) }
            for candidate in found.across where candidate.hasSizeOfMark && !across.contains(where: { $0.isSame(as: candidate) }) {
                across.append(candidate)
            }
        }
        return (upright, across)
    }

    /// Red ink and ink of no word that was read surely.
    private func strayPlaces(in inks: [InkPlane], besides lines: [PageReading.Line], on page: PageImage) throws(ReadingFailure) -> [PixelBox] {
        let words = lines.flatMap(\.words).filter { $0.confidence >= ShapedStamps.sure }.map { PixelBox($0.box, on: page.raster) }
        var places: [PixelBox] = []
        for ink in inks {
            places += try StrayInk(ink: ink, pixelsPerMillimetre: page.resolution / 25.4).places(besides: ink.isRed ? [] : words)
        }
        return places
    }

    /// What is stamped across the page, from the foot up or from the head down: only in a whole frame of the size of a mark. Their
    /// boxes are taller than wide.
    private func turnedStamps(
        _ candidates: [StampCandidate], size: (width: Double, height: Double)
    ) throws(ReadingFailure) -> [PageReading.Stamp] {
        var stamps: [PageReading.Stamp] = []
        for candidate in candidates.sorted(by: { $0.plausibility > $1.plausibility }).prefix(Self.maximumTurnedReadings) {
            guard let crop = try candidate.straightened() else { continue }
            // The zone turned clockwise: its left edge is now the top one, its foot is on the left.
            let box = Box(
                x: Double(candidate.y) / size.width, y: Double(candidate.ink.raster.width - candidate.x - candidate.width) / size.height,
                width: Double(candidate.height) / size.width, height: Double(candidate.width) / size.height)
            for view in [crop, try crop.turned(quarters: 2)] {
                for reading in try readings(of: candidate, seenAs: view) {
                    stamps.append(PageReading.Stamp(text: reading.text, confidence: reading.confidence, box: box, framed: true))
                }
            }
        }
        return stamps
    }

    /// The likeliest frames, and what is in neither frame but red or written large.
    private func candidates(
        _ framed: [StampCandidate], in inks: [InkPlane], pixelsPerMillimetre: Double, lines: [PageReading.Line],
        size: (width: Double, height: Double)
    ) throws(ReadingFailure) -> [StampCandidate] {
        var loose: [StampCandidate] = []
        for ink in inks {
            var search = LetterSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre)
            if !ink.isRed { search.exclude(lines, width: size.width, height: size.height) }
            for candidate in try search.candidates() where ink.isRed || candidate.mayBeLoose {
                if !(framed + loose).contains(where: { $0.overlaps(candidate) }) { loose.append(candidate) }
            }
        }
        func likeliest(_ candidates: [StampCandidate], _ count: Int) -> ArraySlice<StampCandidate> {
            candidates.sorted { $0.plausibility > $1.plausibility }.prefix(count)
        }
        return Array(likeliest(framed, Self.maximumReadings) + likeliest(loose, Self.maximumLooseReadings))
    }

    /// What the candidate says: one reading when it is sure, else all that differ. A mark that is missed cannot be caught later.
    private func readings(of candidate: StampCandidate) throws(ReadingFailure) -> [(text: String, confidence: Double)] {
        guard let crop = try candidate.straightened() else { return [] }
        return try readings(of: candidate, seenAs: crop)
    }

    private func readings(of candidate: StampCandidate, seenAs crop: Raster) throws(ReadingFailure) -> [(text: String, confidence: Double)] {
        var readings: [(text: String, confidence: Double)] = []
        for way in ReadingWay.allCases {
            let words = try engine.recognise(way.prepare(crop), resolution: 300, mode: .line).filter { !$0.isJunk && $0.hasLetters }
            let letters = words.reduce(0) { $0 + $1.text.count }
            let confidence = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(1, letters))
            let text = words.map(\.text).joined(separator: " ")
            if letters >= 2, candidate.accepts(text), !readings.contains(where: { $0.text == text }) { readings.append((text, confidence)) }
            if way == .plain, letters < 2 || confidence >= Self.sure || !candidate.hasSizeOfMark { break }
        }
        return readings
    }

    /// How a doubtful crop is looked at: as it is, blurred until worn letters close, in black and white.
    private enum ReadingWay: CaseIterable {
        case plain, blurred, blackAndWhite

        func prepare(_ crop: Raster) throws(ReadingFailure) -> Raster {
            switch self {
            case .plain: crop
            case .blurred: try crop.made("blur") { unsafe pixBlockconvGray($0, nil, 3, 3) }
            case .blackAndWhite:
                try crop.made("blur") { unsafe pixBlockconvGray($0, nil, 1, 1) }.made("threshold") { unsafe pixThresholdToBinary($0, 160) }
            }
        }
    }
}
