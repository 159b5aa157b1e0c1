import Records

/// The ink that was written into a blank, without the print around it.
struct BlankInk {
    /// Regions of ink, in pixels of the piece that was cut out of the page.
    private(set) var parts: [InkPart]
    /// The corner of that piece on the page.
    let origin: (x: Int, y: Int)
    /// The height of capitals on the line, and where the piece's line of writing is, in pixels.
    let capitals: Double
    let base: Double

    /// In heights of a capital: how far the piece reaches above and below the line of writing, and beside the blank.
    private static let reach = (above: 2.3, below: 1.0, beside: 0.8)
    /// The band in which the middle of a written digit lies.
    private static let band = (above: 1.6, below: 0.3)
    /// Smaller is a speck; flatter is a rule or a row of dots.
    private static let speck = 0.16
    private static let flat = 0.16
    /// Taller is no digit; the tallest is at least so tall.
    private static let tallest = 2.8
    private static let leastTall = 0.6
    /// Level runs of ink longer than this are rules.
    private static let rule = 1.7
    /// Share of a region within the blank from which it is taken whole, and up to which it is left; beyond the last, with doubt.
    private static let inside = (most: 0.65, least: 0.25, lost: 0.1)

    /// Ink in the blank that could not be told from the print beside it, or was too large to be a digit's.
    private(set) var isPartLost = false

    /// Nil where nothing is written.
    init?(of blank: WrittenBlank, in type: TypeSize, on page: Raster) throws(ReadingFailure) {
        let blank = blank.between(printOf: type.capitals)
        capitals = type.capitals
        let margin = Int(Self.reach.beside * capitals)
        let area = PixelBox(
            x: blank.left - margin, y: Int(type.base - Self.reach.above * capitals), width: blank.right - blank.left + 2 * margin,
            height: Int((Self.reach.above + Self.reach.below) * capitals)
        ).cut(to: PixelBox(x: 0, y: 0, width: page.width, height: page.height))
        guard area.width > 8, area.height > 8 else { return nil }
        origin = (area.x, area.y)
        base = type.base - Double(area.y)
        guard var mask = InkMask(try page.clipped(x: area.x, y: area.y, width: area.width, height: area.height)) else { return nil }
        let (left, right) = (blank.left - area.x, blank.right - area.x)
        mask.wipeRules(longerThan: Int(Self.rule * capitals), thinnerThan: Int(Self.flat * capitals) + 1)
        switch blank.kind {
        case .number("/"): isPartLost = mask.wipeSlash(before: right, base: base, capitals: capitals)
        case .number: mask.wipeHyphen(before: right, base: base, capitals: capitals)
        default: break
        }
        parts = []
        for part in mask.parts() { take(part, from: left, to: right) }
        let tall = parts.map { Double($0.height) }.max() ?? 0
        guard tall >= Self.leastTall * capitals else { return nil }
        let places = parts.filter { Double($0.height) >= Self.leastTall * capitals }
        parts = parts.filter { part in !isFlat(part) || places.contains { $0.left < part.right && part.left < $0.right + part.width / 2 } }
    }

    /// Whether something stands here that no digit is: so tall, or so much, that nothing can be told.
    var isWild: Bool { parts.contains { Double($0.height) > Self.tallest * capitals } || parts.count > 20 }

    private mutating func take(_ part: InkPart, from left: Int, to right: Int) {
        guard Double(max(part.width, part.height)) >= Self.speck * capitals else { return }
        let middle = Double(part.top + part.bottom) / 2
        let isTall = Double(part.height) > 0.5 * capitals
        guard middle > base - Self.band.above * capitals, middle < base + Self.band.below * capitals else {
            if isTall, part.pixels.contains(where: { $0.x >= left && $0.x < right && Double($0.y) > base - capitals && Double($0.y) < base }) {
                isPartLost = true
            }
            return
        }
        let share = Double(part.pixels.count { $0.x >= left && $0.x < right }) / Double(part.pixels.count)
        if share >= Self.inside.most {
            parts.append(part)
        } else if share > Self.inside.least {
            isPartLost = isPartLost || isTall
            let kept = InkPart(part.pixels.filter { $0.x >= left && $0.x < right })
            if Double(max(kept.width, kept.height)) >= Self.speck * capitals { parts.append(kept) }
        } else if isTall, share > Self.inside.lost {
            isPartLost = true
        }
    }

    private func isFlat(_ part: InkPart) -> Bool {
        Double(part.height) < Self.flat * capitals * 1.6 && part.width > part.height || Double(max(part.width, part.height)) < 0.3 * capitals
    }
}

/// How tall capitals are on a line, and where it stands, measured on its print.
struct TypeSize {
    /// Pixels.
    var capitals: Double
    /// Lines from the top of the page.
    let base: Double

    /// Of the print's tallest part, how tall a letter is at least.
    private static let letter = 0.45
    private static let plausible = 8.0...80.0

    /// Nil where there is no print to measure.
    init?(of blank: WrittenBlank, on page: Raster) throws(ReadingFailure) {
        let place = blank.print.cut(to: PixelBox(x: 0, y: 0, width: page.width, height: page.height))
        guard place.width > 4, place.height > 4,
            let mask = InkMask(try page.clipped(x: place.x, y: place.y, width: place.width, height: place.height))
        else { return nil }
        let parts = mask.parts()
        let tallest = parts.map(\.height).max() ?? 0
        let letters = parts.filter { Double($0.height) >= Self.letter * Double(tallest) }
        guard !letters.isEmpty else { return nil }
        let bottoms = letters.map(\.bottom).sorted()
        let bottom = bottoms[bottoms.count / 2]
        switch blank.kind {
        case .number:
            let heights = letters.map(\.height).sorted()
            capitals = Double(heights[heights.count / 2])
        case .day, .month:
            // "tháng": its h is about as tall as a capital, and its g hangs below the line.
            capitals = Double(bottom - (letters.map(\.top).min() ?? 0))
        }
        base = Double(place.y + bottom)
        guard Self.plausible.contains(capitals) else { return nil }
    }
}
