import CLeptonica
import Records

/// Ink on the upper left of a page that nothing of its text accounts for: where a mark may stand that was not read.
///
/// A page that was read well has next to none, and costs no further search.
struct StrayInk {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    /// Shares of the plane that are searched: zone 10a with room for stamps set crookedly.
    private static let zone = (width: 0.6, height: 0.84)
    /// The least ink that counts.
    private static let level: Int32 = 24
    /// Millimetres around a word that are the word's.
    private static let margin = 0.8
    /// Millimetres of a gap in what belongs together.
    private static let gap = 2.0
    /// Millimetres of a place: what words leave of the smallest mark; a rule or a line of print is lower.
    private static let least = (width: 10.0, height: 6.0)
    /// Millimetres around a place that are searched with it.
    private static let surroundings = 4.0
    private static let mostPlaces = 6

    /// - Parameter known: words of the page's text.
    func places(besides known: [PixelBox]) throws(ReadingFailure) -> [PixelBox] {
        let paper = try ink.raster.clipped(
            x: 0, y: 0, width: Int(Self.zone.width * Double(ink.raster.width)), height: Int(Self.zone.height * Double(ink.raster.height))
        ).made("threshold") { unsafe pixThresholdToBinary($0, Self.level) }
        let marks = try paper.made("inversion") { unsafe pixInvert(nil, $0) }
        for box in known { marks.clear(box.grown(by: Int(Self.margin * pixelsPerMillimetre))) }
        // An eighth of the size: a cell is black where two of its eight pieces hold enough ink to be more than grain.
        let small = try marks.made("reduction") { unsafe pixReduceRankBinaryCascade($0, 2, 1, 1, 0) }
        let scale = pixelsPerMillimetre / 8
        let gap = Int32((Self.gap * scale).rounded(.up))
        let joined = try small.made("closing") { unsafe pixCloseSafeBrick(nil, $0, gap, gap) }
        let large = joined.componentBoxes().filter {
            Double($0.width) >= Self.least.width * scale && Double($0.height) >= Self.least.height * scale
        }
        return large.sorted { $0.x + $0.y < $1.x + $1.y }.prefix(Self.mostPlaces).map {
            $0.scaled(by: 8).grown(by: Int(Self.surroundings * pixelsPerMillimetre))
        }
    }
}
