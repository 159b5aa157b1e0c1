import Records

/// Marks of secrecy that are told by their frame's lines and their word's shape, where no reading of them is left.
struct ShapedStamps {
    let inks: [InkPlane]
    let pixelsPerMillimetre: Double
    /// Where they are looked for: around seals, and in frames that nothing was read in for certain. Elsewhere stands text, and in a table every
    /// cell is a frame.
    let places: [PixelBox]
    /// Places that are known: what the page's text holds for certain, and stamps that were read surely.
    private var known: [PixelBox] = []

    /// Pairs of lines a plane that are looked at; a page of table cells must not cost more.
    private static let maximumPairs = 24
    /// A reading as sure as this is believed.
    private static let sure = 0.85
    /// Letters of a word that is no remainder of a stamp.
    private static let leastLetters = 2
    /// The least likeness, and by how much more it is than that of the likeliest degree of urgency.
    private static let leastLikeness = 0.6
    private static let leastMore = 0.14
    /// Shares of the lines above and below the word that show: of each, and of both together.
    private static let leastLine = 0.6
    private static let leastLines = 1.35

    init(inks: [InkPlane], pixelsPerMillimetre: Double, places: [PixelBox]) {
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
        try findings().filter(Self.isMark).map { finding in
            let box = Box(
                x: Double(finding.box.x) / page.width, y: Double(finding.box.y) / page.height, width: Double(finding.box.width) / page.width,
                height: Double(finding.box.height) / page.height)
            return PageReading.Stamp(text: finding.word, confidence: finding.likeness, box: box, framed: true)
        }
    }

    func findings() throws(ReadingFailure) -> [MarkShapes.Finding] {
        var findings: [MarkShapes.Finding] = []
        if places.isEmpty { return findings }
        for ink in inks {
            let pairs = try LinePairSearch(ink: ink, pixelsPerMillimetre: pixelsPerMillimetre).pairs()
            for pair in pairs.filter({ isMeant(Int($0.middle.x), Int($0.middle.y)) }).prefix(Self.maximumPairs) {
                let finding = try MarkShapes.shared.mark(between: pair, on: ink, pixelsPerMillimetre: pixelsPerMillimetre)
                if let finding, !isKnown(finding.box.x + finding.box.width / 2, finding.box.y + finding.box.height / 2) { findings.append(finding) }
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
