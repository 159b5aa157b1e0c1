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

    /// Frames as they stand on the page, and those across it, on the plane turned clockwise by a quarter.
    func candidates() throws(ReadingFailure) -> (upright: [StampCandidate], across: [StampCandidate]) {
        var (upright, across): ([StampCandidate], [StampCandidate]) = ([], [])
        var turned: InkPlane?
        for cut in try clearings() {
            for box in cut.componentBoxes() {
                if isPlausible(box), let candidate = try candidate(box, of: cut, on: ink), !upright.contains(where: { $0.isSame(as: candidate) }) {
                    upright.append(candidate)
                }
                guard isPlausible(box.turned(on: cut)) else { continue }
                if turned == nil { turned = InkPlane(raster: try ink.raster.turned(quarters: 1), isRed: ink.isRed) }
                guard let turned else { continue }
                if let candidate = try candidate(box, of: cut, on: turned, quarters: 1), !across.contains(where: { $0.isSame(as: candidate) }) {
                    across.append(candidate)
                }
            }
        }
        return (upright, across)
    }

    /// What is apart from the rest of the paper, a picture a pass; none twice.
    private func clearings() throws(ReadingFailure) -> [Raster] {
        var done: [(paper: Raster, gap: Double)] = []
        var clearings: [Raster] = []
        for pass in Self.passes {
            let paper = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, pass.ink) }
            // On pages of 1 bit there are few amounts of ink.
            if done.contains(where: { $0.gap == pass.gap && $0.paper.isSame(as: paper) }) { continue }
            done.append((paper, pass.gap))
            let brick = Int32(max(3, (pass.gap * pixelsPerMillimetre).rounded()))
            clearings.append(try paper.made("opening") { unsafe pixOpenBrick(nil, $0, brick, brick) })
        }
        return clearings
    }

    private func candidate(
        _ box: PixelBox, of cut: Raster, on plane: InkPlane, quarters: Int = 0
    ) throws(ReadingFailure) -> StampCandidate? {
        let clip = try cut.clipped(x: box.x, y: box.y, width: box.width, height: box.height).turned(quarters: quarters)
        guard let outline = Outline(of: clip), outline.fill >= Self.minimumFill,
            outline.straightness(within: Self.tolerance * pixelsPerMillimetre) >= Self.minimumStraightness
        else { return nil }
        let place = quarters == 0 ? box : box.turned(on: cut)
        return StampCandidate(
            ink: plane, x: place.x, y: place.y, outline: outline.reachingEdges(), isFramed: true, pixelsPerMillimetre: pixelsPerMillimetre)
    }

    private func isPlausible(_ box: PixelBox) -> Bool {
        Self.widths.contains(Double(box.width) / pixelsPerMillimetre) && Self.heights.contains(Double(box.height) / pixelsPerMillimetre)
            && box.width > box.height
    }
}

extension PixelBox {
    /// On the picture turned clockwise by a quarter.
    fileprivate func turned(on picture: Raster) -> PixelBox {
        PixelBox(x: picture.height - y - height, y: x, width: height, height: width)
    }
}
