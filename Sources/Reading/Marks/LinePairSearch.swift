import CLeptonica
import Foundation
import Records

/// Two lines above each other, as the upper and lower edges of a frame are: as far as both show.
struct LinePair {
    /// The left end of what both have in common, on the upper line, in pixels of the plane.
    var x: Double
    var y: Double
    var width: Double
    /// From the upper line straight down to the lower one.
    var height: Double
    /// Pixels down for a pixel to the right.
    var slope: Double

    var middle: (x: Double, y: Double) { (x + width / 2, y + (height + slope * width) / 2) }

    /// Whether both are the same lines, seen twice.
    func isSame(as other: LinePair, within tolerance: Double) -> Bool {
        let (here, there) = (middle, other.middle)
        return abs(slope - other.slope) < 0.05 && abs(here.x - there.x) < 2 * tolerance && abs(here.y - there.y) < tolerance
    }
}

/// Looks for the edges of frames as straight lines: where a seal, a signature or wear cuts a frame open, it encloses no clearing, but its
/// lines still run straight on.
struct LinePairSearch {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    /// Share of the plane's width that is searched: zone 10a and what a crooked stamp needs beside it.
    private static let zoneWidth = 0.66
    /// Millimetres between the lines: a mark's frame is 8 high, stamps of offices a little more, the inner lines of a double frame less.
    private static let heights = 6.0...11.5
    /// Millimetres of a line: the widest mark is 40, rules of tables are longer.
    private static let longest = 58.0
    /// Slopes that are tried, in steps by which the shortest piece still lies within its own thickness.
    private static let slopes = stride(from: -0.21, through: 0.211, by: 0.021)
    /// Millimetres: what is thicker is no line.
    private static let thickest = 2.2
    /// The least ink that counts, millimetres of a gap that is bridged, and of the shortest piece: strong lines that other ink cuts, and worn ones.
    private static let passes: [(ink: Int32, gap: Double, piece: Double)] = [(40, 0.8, 5), (14, 1.5, 11)]
    /// Lines of one slope that are paired, the longest: a hatched page has thousands.
    private static let mostLines = 120
    /// Millimetres by which the same lines seen twice may differ.
    private static let tolerance = 1.2
    /// Millimetres that both lines have in common.
    private static let leastCommon = 4.0

    /// The upper left first, where marks stand.
    func pairs(within area: PixelBox) throws(ReadingFailure) -> [LinePair] {
        let right = min(area.x + area.width, Int(Double(ink.raster.width) * Self.zoneWidth))
        let bottom = min(area.y + area.height, ink.raster.height)
        guard Double(right - area.x) >= pixelsPerMillimetre * 12, Double(bottom - area.y) >= pixelsPerMillimetre * Self.heights.lowerBound else {
            return []
        }
        var found: [LinePair] = []
        for pass in Self.passes {
            let plane = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, pass.ink) }
            let marks = try plane.made("inversion") { unsafe pixInvert(nil, $0) }
            let zone = try marks.clipped(x: area.x, y: area.y, width: right - area.x, height: bottom - area.y)
            // Half the size, each pixel black where any of four was: thin lines stay whole.
            let small = try zone.made("reduction") { unsafe pixReduceRankBinary2($0, 1, nil) }
            for slope in Self.slopes {
                let all = try lines(on: small, slope: slope, bridging: pass.gap, atLeast: pass.piece)
                let lines = all.sorted { $0.right - $0.left > $1.right - $1.left }.prefix(Self.mostLines)
                for upper in lines {
                    for lower in lines {
                        guard var pair = pair(upper, lower, slope: slope) else { continue }
                        pair.x += Double(area.x)
                        pair.y += Double(area.y)
                        found.append(pair)
                    }
                }
            }
        }
        var best: [LinePair] = []
        for pair in found.sorted(by: { $0.width > $1.width })
        where !best.contains(where: { $0.isSame(as: pair, within: Self.tolerance * pixelsPerMillimetre) }) {
            best.append(pair)
        }
        let (width, height) = (Double(ink.raster.width), Double(ink.raster.height))
        return best.sorted { $0.middle.x / width + $0.middle.y / height < $1.middle.x / width + $1.middle.y / height }
    }

    /// A level piece of the sheared picture, in its pixels.
    private struct Line {
        var left, right, y: Double
    }

    /// Pixels of the reduced picture.
    private func pixels(_ millimetres: Double) -> Double { millimetres * pixelsPerMillimetre / 2 }

    /// Pieces of lines of this slope, at the height at which they would meet the left edge.
    private func lines(on marks: Raster, slope: Double, bridging gap: Double, atLeast piece: Double) throws(ReadingFailure) -> [Line] {
        let level = try marks.made("shear") { unsafe pixVShear(nil, $0, 0, Float(-atan(slope)), Int32(L_BRING_IN_WHITE)) }
        let masses = try level.made("opening") { unsafe pixOpenBrick(nil, $0, 1, Int32(pixels(Self.thickest))) }
        let thin = try level.withPix { level throws(ReadingFailure) in
            try masses.made("subtraction") { unsafe pixSubtract(nil, level, $0) }
        }
        let closed = try thin.made("closing") { unsafe pixCloseSafeBrick(nil, $0, Int32(pixels(gap)) + 1, 1) }
        let pieces = try closed.made("opening") { unsafe pixOpenBrick(nil, $0, Int32(pixels(piece)), 1) }
        return longest(in: pieces)
    }

    /// The stretches of each row, but those beside which a longer one runs: a line is a few rows thick.
    private func longest(in pieces: Raster) -> [Line] {
        var rows = [[Range<Int>]](repeating: [], count: pieces.height + 1)
        pieces.withBits { x, y in
            if let last = rows[y].last, last.upperBound == x {
                rows[y][rows[y].count - 1] = last.lowerBound..<(x + 1)
            } else {
                rows[y].append(x..<(x + 1))
            }
        }
        var lines: [Line] = []
        for (y, row) in rows.enumerated() {
            for stretch in row where Double(stretch.count) <= pixels(Self.longest) {
                if y > 0, rows[y - 1].contains(where: { $0.overlaps(stretch) && $0.count >= stretch.count }) { continue }
                if y + 1 < rows.count, rows[y + 1].contains(where: { $0.overlaps(stretch) && $0.count > stretch.count }) { continue }
                lines.append(Line(left: Double(stretch.lowerBound), right: Double(stretch.upperBound), y: Double(y)))
            }
        }
        return lines
    }

    private func pair(_ upper: Line, _ lower: Line, slope: Double) -> LinePair? {
        let (left, right) = (max(upper.left, lower.left), min(upper.right, lower.right))
        let height = lower.y - upper.y
        guard right - left >= pixels(Self.leastCommon), height >= pixels(Self.heights.lowerBound), height <= pixels(Self.heights.upperBound) else {
            return nil
        }
        return LinePair(x: 2 * left, y: 2 * (upper.y + slope * left), width: 2 * (right - left), height: 2 * height, slope: slope)
    }
}
