import CLeptonica
import Records

/// Looks for rectangular frames as the clearings they enclose: whatever touches a frame from outside, its inside stays apart from
/// the rest of the paper.
struct FrameSearch {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    /// Millimetres of a clearing's upright bounding box: the largest mark is 40 x 8, and one that leans is taller.
    private static let widths = 9.0...62.0
    private static let heights = 4.5...26.0
    /// The share of its bounding box that a clearing fills, letters and leaning taken off.
    private static let minimumFill = 0.35
    /// A frame's edges are straight within so many millimetres over such a share of their length; between lines of text they are not.
    private static let tolerance = 0.7
    private static let minimumStraightness = 0.6
    /// The least ink that counts, for faint stamps and for strong ones, and millimetres of a gap in the frame that is closed.
    private static let passes: [(ink: Int32, gap: Double)] = [(8, 0.6), (14, 0.6), (40, 0.6), (22, 1.5)]

    func candidates() throws(ReadingFailure) -> [StampCandidate] {
        var found: [StampCandidate] = []
        for pass in Self.passes {
            for candidate in try candidates(atLeast: pass.ink, closing: pass.gap) where !found.contains(where: { $0.isSame(as: candidate) }) {
                found.append(candidate)
            }
        }
        return found
    }

    private func candidates(atLeast level: Int32, closing gap: Double) throws(ReadingFailure) -> [StampCandidate] {
        let brick = Int32(max(3, (gap * pixelsPerMillimetre).rounded()))
        let paper = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, level) }
        let cut = try paper.made("opening") { unsafe pixOpenBrick(nil, $0, brick, brick) }
        var found: [StampCandidate] = []
        for box in cut.componentBoxes() where isPlausible(box) {
            let clip = try cut.clipped(x: box.x, y: box.y, width: box.width, height: box.height)
            guard let outline = Outline(of: clip), outline.fill >= Self.minimumFill,
                outline.straightness(within: Self.tolerance * pixelsPerMillimetre) >= Self.minimumStraightness
            else { continue }
            found.append(
                StampCandidate(
                    ink: ink, x: box.x, y: box.y, outline: outline.reachingEdges(), isFramed: true, pixelsPerMillimetre: pixelsPerMillimetre))
        }
        return found
    }

    private func isPlausible(_ box: PixelBox) -> Bool {
        Self.widths.contains(Double(box.width) / pixelsPerMillimetre) && Self.heights.contains(Double(box.height) / pixelsPerMillimetre)
            && box.width > box.height
    }
}
