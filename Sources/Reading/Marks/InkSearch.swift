import CLeptonica
import Records

/// Looks for groups of letters in red ink that no frame encloses, or whose frame is worn away.
struct InkSearch {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    private static let level: Int32 = 20
    /// Millimetres between letters that belong together.
    private static let letterGap = 3.0
    private static let widths = 7.0...70.0
    private static let heights = 2.5...20.0

    func candidates() throws(ReadingFailure) -> [StampCandidate] {
        let paper = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, Self.level) }
        let letters = try paper.made("inversion") { unsafe pixInvert(nil, $0) }
        let gap = Int32((Self.letterGap * pixelsPerMillimetre).rounded())
        let groups = try letters.made("closing") { unsafe pixCloseSafeBrick(nil, $0, gap, max(3, gap / 3)) }
        let boxes = groups.componentBoxes().filter { box in
            Self.widths.contains(Double(box.width) / pixelsPerMillimetre) && Self.heights.contains(Double(box.height) / pixelsPerMillimetre)
                && box.width > box.height
        }
        return boxes.map { box in
            StampCandidate(
                ink: ink, x: box.x, y: box.y, outline: Outline(width: box.width, height: box.height), isFramed: false,
                pixelsPerMillimetre: pixelsPerMillimetre)
        }
    }
}
