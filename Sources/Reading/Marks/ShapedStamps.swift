import Records

/// Marks of secrecy that are told by their frame's lines and their word's shape, where no reading of them is left.
struct ShapedStamps {
    let inks: [InkPlane]
    let pixelsPerMillimetre: Double
    /// Where they are looked for: around seals, in frames that nothing was read in for certain, and where ink is that no word of the page
    /// accounts for. Elsewhere stands text, and in a table every cell is a frame.
    let places: [PixelBox]
    /// Whether there may be tables at these places, and other framed words than marks.
    let areStray: Bool
    /// Places that are known: what the page's text holds for certain, and stamps that were read surely.
    private var known: [PixelBox] = []

    /// Pairs of lines a plane that are looked at; a page of table cells must not cost more.
    private static let maximumPairs = 24
    /// A reading as sure as this is believed.
    static let sure = 0.85
    /// Letters of a word that is no remainder of a stamp.
    private static let leastLetters = 2
    /// The least likeness, and by how much more it is than that of the likeliest degree of urgency.
    private static let leastLikeness = 0.6
    private static let leastMore = 0.14
    /// Shares of the lines above and below the word that show: of each, and of both together.
    private static let leastLine = 0.6
    private static let leastLines = 1.35

    init(inks: [InkPlane], pixelsPerMillimetre: Double, places: [PixelBox], areStray: Bool) {
        self.areStray = areStray
        self.inks = inks
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.places = places
    }

    /// Leaves out what the page's text and the stamps that were found hold for certain.
    mutating func exclude(_ lines: [PageReading.Line], _ stamps: [PageReading.Stamp], width: Double, height: Double) {
        let words = lines.lazy.flatMap(\.words).filter { $0.confidence >= Self.sure && $0.text.count(where: \.isLetter) >= Self.leastLetters }.map(
            \.box)
        let read = stamps.filter { $0.framed && $0.confidence >= Self.sure }.map(\.box)
        known = (words + read).map { box in
            PixelBox(x: Int(box.x * width), y: Int(box.y * height), width: Int(box.width * width), height: Int(box.height * height))
        }
    }

    /// - Parameter page: in pixels.
    func stamps(page: (width: Double, height: Double)) throws(ReadingFailure) -> [PageReading.Stamp] {
        var stamps: [PageReading.Stamp] = []
        for (finding, ink) in try findings() where Self.isMark(finding) {
            // A seal across a mark has sides of its own, and may hide where the mark's frame ends.
            if areStray {
                if finding.runsOn { continue }
                if try CellSides(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).stand(beside: finding.box, slope: finding.slope) { continue }
            }
            let box = Box(
                x: Double(finding.box.x) / page.width, y: Double(finding.box.y) / page.height, width: Double(finding.box.width) / page.width,
                height: Double(finding.box.height) / page.height)
            stamps.append(PageReading.Stamp(text: finding.word, confidence: finding.likeness, box: box, framed: true))
        }
        return stamps
    }

    func findings() throws(ReadingFailure) -> [(MarkShapes.Finding, InkPlane)] {
        var findings: [(MarkShapes.Finding, InkPlane)] = []
        if places.isEmpty { return findings }
        // Lines under a seal show in pieces far to its sides.
        let area = areStray ? PixelBox(around: places) : PixelBox(x: 0, y: 0, width: .max, height: .max)
        for ink in inks {
            let pairs = try LinePairSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).pairs(within: area)
            for pair in pairs.filter({ isMeant(Int($0.middle.x), Int($0.middle.y)) }).prefix(Self.maximumPairs) {
                let finding = try MarkShapes.shared.mark(between: pair, on: ink, pixelsPerMillimetre: pixelsPerMillimetre)
                if let finding, !isKnown(finding.box.x + finding.box.width / 2, finding.box.y + finding.box.height / 2) {
                    findings.append((finding, ink))
                }
            }
        }
        return findings
    }

    private static func isMark(_ finding: MarkShapes.Finding) -> Bool {
        finding.likeness >= leastLikeness && finding.likeness - finding.otherLikeness >= leastMore && min(finding.above, finding.below) >= leastLine
            && finding.above + finding.below >= leastLines
    }

    private func isMeant(_ x: Int, _ y: Int) -> Bool {
        !isKnown(x, y) && places.contains { $0.x <= x && x < $0.x + $0.width && $0.y <= y && y < $0.y + $0.height }
    }

    private func isKnown(_ x: Int, _ y: Int) -> Bool {
        known.contains { $0.x <= x && x < $0.x + $0.width && $0.y <= y && y < $0.y + $0.height }
    }
}
