import Records

/// Finds what is stamped on the upper part of an upright page: text inside a rectangular frame, or in red ink.
///
/// A mark of secrecy must be found even where the running text is read without it: faint, leaning, cut by handwriting, black on
/// grey. So the page is looked at as amounts of ink, in several strengths, and every frame-like clearing is read by itself.
struct StampFinder {
    let engine: TesseractEngine

    /// Share of the page's height that is searched.
    static let zoneHeight = 0.5
    /// Dots per inch of the search: a frame's line is then 2 to 4 pixels wide.
    static let resolution = 200.0
    /// Readings a page; a page of table cells must not cost more.
    static let maximumReadings = 10

    func stamps(on page: PageImage) throws(ReadingFailure) -> [PageReading.Stamp] {
        let raster = page.raster
        let zone = try raster.clipped(x: 0, y: 0, width: raster.width, height: max(1, Int(Double(raster.height) * Self.zoneHeight)))
        let scale = min(1, Self.resolution / page.resolution)
        let inks = try InkPlane.planes(of: zone, scale: scale)
        let pixelsPerMillimetre = page.resolution * scale / 25.4
        var candidates: [StampCandidate] = []
        for ink in inks {
            for candidate in try FrameSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).candidates()
            where !candidates.contains(where: { $0.isSame(as: candidate) }) { candidates.append(candidate) }
        }
        for ink in inks where ink.isRed {
            for candidate in try InkSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).candidates()
            where !candidates.contains(where: { $0.overlaps(candidate) }) { candidates.append(candidate) }
        }
        let width = Double(raster.width) * scale
        let height = Double(raster.height) * scale
        var stamps: [PageReading.Stamp] = []
        for candidate in candidates.sorted(by: { $0.plausibility > $1.plausibility }).prefix(Self.maximumReadings) {
            if let stamp = try read(candidate, width: width, height: height) { stamps.append(stamp) }
        }
        return stamps
    }

    private func read(_ candidate: StampCandidate, width: Double, height: Double) throws(ReadingFailure) -> PageReading.Stamp? {
        guard let crop = try candidate.straightened() else { return nil }
        let words = try engine.recognise(crop, resolution: 300, mode: PageMode.line).filter { !$0.isJunk && $0.hasLetters }
        let letters = words.reduce(0) { $0 + $1.text.count }
        guard letters >= 2 else { return nil }
        let confidence = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
        let box = Box(
            x: Double(candidate.x) / width, y: Double(candidate.y) / height, width: Double(candidate.width) / width,
            height: Double(candidate.height) / height)
        return PageReading.Stamp(
            text: words.map(\.text).joined(separator: " "), confidence: confidence, box: box, framed: candidate.isFramed)
    }
}
