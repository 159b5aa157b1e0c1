import CLeptonica
import Records

/// Looks for groups of letters that no whole frame encloses: in red ink, or black where the page's text does not know them.
struct LetterSearch {
    let ink: InkPlane
    let pixelsPerMillimetre: Double
    /// Places that are known already.
    private var known: [PixelBox] = []

    /// The least ink that counts.
    private static let level: Int32 = 20
    /// Millimetres of a letter; what is longer is a piece of a frame, what is smaller is dust.
    private static let letters = (least: 1.0, width: 11.0, height: 9.0)
    /// Millimetres of a frame's line, leaning included.
    private static let frameLine = 0.9
    /// Millimetres between letters that belong together.
    private static let gap = (across: 3.5, down: 1.2)
    /// Millimetres of a group.
    private static let widths = 7.0...70.0
    private static let heights = 2.5...20.0
    /// Lines less sure than this are looked at again.
    private static let knownConfidence = 0.85

    init(ink: InkPlane, pixelsPerMillimetre: Double) {
        self.ink = ink
        self.pixelsPerMillimetre = pixelsPerMillimetre
    }

    /// Leaves out the lines that the page's text holds for certain.
    mutating func exclude(_ lines: [PageReading.Line], width: Double, height: Double) {
        for word in lines.lazy.filter({ $0.confidence >= Self.knownConfidence }).flatMap(\.words) {
            let box = PixelBox(
                x: Int(word.box.x * width), y: Int(word.box.y * height), width: Int(word.box.width * width), height: Int(word.box.height * height))
            known.append(box.grown(by: Int(pixelsPerMillimetre * 0.7)))
        }
    }

    func candidates() throws(ReadingFailure) -> [StampCandidate] {
        let groups = try groups()
        var found: [StampCandidate] = []
        for box in groups.componentBoxes() where isPlausible(box) {
            let clip = try groups.clipped(x: box.x, y: box.y, width: box.width, height: box.height)
            guard let outline = Outline(of: clip) else { continue }
            found.append(StampCandidate(ink: ink, x: box.x, y: box.y, outline: outline, isFramed: false, pixelsPerMillimetre: pixelsPerMillimetre))
        }
        return found
    }

    private func isPlausible(_ box: PixelBox) -> Bool {
        Self.widths.contains(Double(box.width) / pixelsPerMillimetre) && Self.heights.contains(Double(box.height) / pixelsPerMillimetre)
            && box.width > box.height
    }

    private func groups() throws(ReadingFailure) -> Raster {
        let paper = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, Self.level) }
        let marks = try paper.made("inversion") { unsafe pixInvert(nil, $0) }
        for box in known { marks.clear(box) }
        let least = pixels(Self.letters.least)
        let large = try marks.made("specks") {
            unsafe pixSelectBySize($0, least, least, 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil)
        }
        let (width, height) = (pixels(Self.letters.width), pixels(Self.letters.height))
        let letters = try large.made("frames") {
            unsafe pixSelectBySize($0, width, height, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil)
        }
        for box in letters.componentBoxes() where isPieceOfFrame(box) { letters.clear(box) }
        let (across, down) = (pixels(Self.gap.across), pixels(Self.gap.down))
        let groups = try letters.made("closing") { unsafe pixCloseSafeBrick(nil, $0, across, down) }
        return try groups.made("dilation") { unsafe pixDilateBrick(nil, $0, down, down) }
    }

    /// A worn frame falls into pieces as long as letters, but thinner than any of them is, whichever way it lies.
    private func isPieceOfFrame(_ box: PixelBox) -> Bool {
        let (width, height) = (Double(box.width) / pixelsPerMillimetre, Double(box.height) / pixelsPerMillimetre)
        return (height <= Self.frameLine && width >= 2.5 * Self.frameLine) || (width <= Self.frameLine && height >= 5 * Self.frameLine)
    }

    private func pixels(_ millimetres: Double) -> Int32 { Int32(max(1, (millimetres * pixelsPerMillimetre).rounded())) }
}
