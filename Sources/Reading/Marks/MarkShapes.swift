import CLeptonica
import Foundation
import Records

/// Tells a framed word by its shape where nothing reads it: under a seal, or worn to crumbs.
///
/// Half the pixels of a word are enough for that, where an engine needs whole letters. What stands in such frames besides marks of secrecy
/// is told too: the degrees of urgency have frames of the same size in the next zone (NĐ 30/2020/NĐ-CP, annex I, zones 10a and 10b).
struct MarkShapes {
    /// What was told.
    struct Finding {
        var word: String
        /// The correlation (-1...1) of the place's ink with the word's strokes.
        var likeness: Double
        /// That of the likeliest degree of urgency.
        var otherLikeness: Double
        /// Shares of the lines above and below that show.
        var above: Double
        var below: Double
        /// Whether both lines go on to the right as far as another word has place: `MẶT TRƯỚC` begins like a mark.
        var runsOn: Bool
        /// Of the lines, in pixels down for a pixel to the right.
        var slope: Double
        /// In pixels of the plane.
        var box: PixelBox
    }

    static let shared = MarkShapes()

    private static let secrecy = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"]
    private static let urgency = ["KHẨN", "HỎA TỐC", "THƯỢNG KHẨN", "ĐẾN"]
    /// Pixels a millimetre of the comparison.
    private static let scale = 3.0
    /// Millimetres of a capital: 13 points are 3.0 high, stamps cut larger ones.
    private static let capitals = [2.8, 3.2, 3.6, 4.1]
    /// Widths of typefaces as shares of Times New Roman's.
    private static let stretches = [0.84, 0.95, 1.07, 1.2]
    /// What looks less like any mark than this at the first, coarse look is not looked at again.
    private static let leastPromising = 0.35
    /// What looks less like a mark than this is none, whatever else it looks like.
    private static let leastLikeness = 0.5
    /// Millimetres beside the lines' common part where the word may go on.
    private static let reach = 28.0
    /// Millimetres of the word over which both lines show.
    private static let leastOverlap = 3.5
    /// Millimetres from capitals to the frame's lines.
    private static let distance = 0.9...4.2
    /// Of the strongest ink, what counts as a line's.
    private static let lineInk = 0.3
    /// Millimetres beyond a mark's frame, from its word, where the frame of a longer word goes on, and the share of it that shows.
    private static let beyond = 7.0...13.0
    private static let whole = 0.85
    /// The least ink, at its strongest, that is worth comparing.
    private static let leastInk = 12

    /// For each word, each size.
    private let words: [[WordShape]]

    init() {
        words = (Self.secrecy + Self.urgency).map { word in
            Self.capitals.flatMap { capital in Self.stretches.map { WordShape(word, capital: capital * Self.scale, stretch: $0) } }
        }
    }

    /// The mark of secrecy that what stands between two lines looks like most.
    func mark(between pair: LinePair, on ink: InkPlane, pixelsPerMillimetre: Double) throws(ReadingFailure) -> Finding? {
        guard let place = try Place(around: pair, on: ink, pixelsPerMillimetre: pixelsPerMillimetre) else { return nil }
        let marks = words.prefix(Self.secrecy.count).map { best(of: $0, at: place) }
        guard let (fit, shape) = marks.max(by: { $0.fit.likeness < $1.fit.likeness }), fit.likeness >= Self.leastLikeness else { return nil }
        let other = words.dropFirst(Self.secrecy.count).map { best(of: $0, at: place).fit.likeness }.max() ?? 0
        let columns = (fit.x - Int(Self.scale))...(fit.x + shape.width + Int(Self.scale))
        func line(_ rows: ClosedRange<Int>) -> (row: Int, shown: Double) {
            rows.map { (row: $0, shown: place.map.shown(row: $0, columns: columns, atLeast: Self.lineInk)) }.max { $0.shown < $1.shown } ?? (0, 0)
        }
        let (nearest, farthest) = (Int(Self.distance.lowerBound * Self.scale), Int(Self.distance.upperBound * Self.scale))
        let (head, foot) = (fit.y + shape.head, fit.y + shape.foot)
        let (above, below) = (line((head - farthest)...(head - nearest)), line((foot + nearest)...(foot + farthest)))
        let beyond = Int(Self.beyond.lowerBound * Self.scale)...Int(Self.beyond.upperBound * Self.scale)
        let after = (fit.x + shape.width + beyond.lowerBound)...(fit.x + shape.width + beyond.upperBound)
        let before = (fit.x - beyond.upperBound)...(fit.x - beyond.lowerBound)
        func goesOn(_ columns: ClosedRange<Int>) -> Bool {
            [above.row, below.row].allSatisfy { place.map.shown(row: $0, columns: columns, atLeast: Self.lineInk) >= Self.whole }
        }
        return Finding(
            word: shape.word, likeness: fit.likeness, otherLikeness: other, above: above.shown, below: below.shown,
            runsOn: goesOn(after) && !goesOn(before), slope: pair.slope,
            box: place.box(x: fit.x, y: head, width: shape.width, height: foot - head))
    }

    /// Where a word fits best.
    private struct Fit {
        var likeness = 0.0
        var x = 0
        var y = 0
    }

    /// The size of a word that fits best: every second one coarsely, then all.
    private func best(of sizes: [WordShape], at place: Place) -> (fit: Fit, shape: WordShape) {
        var best = (fit: Fit(), shape: sizes[0])
        for index in stride(from: 1, to: sizes.count, by: 3) {
            let fit = fit(sizes[index], at: place)
            if fit.likeness > best.fit.likeness { best = (fit, sizes[index]) }
        }
        guard best.fit.likeness >= Self.leastPromising else { return best }
        let near = best
        for shape in sizes where shape.head != near.shape.head || shape.width != near.shape.width {
            let start = Fit(likeness: 0, x: near.fit.x + (near.shape.width - shape.width) / 2, y: near.fit.y + near.shape.foot - shape.foot)
            let fit = closer(start, shape, at: place, by: 2)
            if fit.likeness > best.fit.likeness { best = (fit, shape) }
        }
        best.fit = closer(best.fit, best.shape, at: place, by: 1)
        return best
    }

    /// Only where the word has some of the lines' common part above and below it.
    private func fit(_ shape: WordShape, at place: Place) -> Fit {
        var best = Fit()
        let first = place.top + Int(Self.distance.lowerBound * Self.scale)
        let last = max(first, place.bottom - Int(Self.distance.lowerBound * Self.scale) - (shape.foot - shape.head))
        let overlap = Int(Self.leastOverlap * Self.scale)
        let (left, right) = (place.left + overlap - shape.width, max(place.left, place.right - overlap))
        for head in stride(from: first, through: last, by: 2) {
            for x in stride(from: left, through: right, by: 2) {
                let likeness = shape.likeness(to: place.map, x: x, y: head - shape.head)
                if likeness > best.likeness { best = Fit(likeness: likeness, x: x, y: head - shape.head) }
            }
        }
        return best
    }

    private func closer(_ near: Fit, _ shape: WordShape, at place: Place, by reach: Int) -> Fit {
        var best = near
        for y in (near.y - reach)...(near.y + reach) {
            for x in (near.x - reach)...(near.x + reach) {
                let likeness = shape.likeness(to: place.map, x: x, y: y)
                if likeness > best.likeness { best = Fit(likeness: likeness, x: x, y: y) }
            }
        }
        return best
    }

    /// What stands around two lines, straight, at the scale of the comparison.
    private struct Place {
        let map: InkMap
        /// Of the lines' common part, in pixels of the map.
        let left, right, top, bottom: Int
        private let scale: Double
        private let origin: (x: Double, y: Double)
        private let middle: (x: Double, y: Double)
        private let slope: Double

        /// Nil where there is next to no ink.
        init?(around pair: LinePair, on ink: InkPlane, pixelsPerMillimetre: Double) throws(ReadingFailure) {
            let (width, height) = (pair.width + 2 * MarkShapes.reach * pixelsPerMillimetre, pair.height + 6 * pixelsPerMillimetre)
            let full = (width: width + abs(pair.slope) * height, height: height + abs(pair.slope) * width)
            let (x, y) = (Int(pair.middle.x - full.width / 2), Int(pair.middle.y - full.height / 2))
            let (left, top) = (max(0, x), max(0, y))
            let crop = try ink.raster.clipped(
                x: left, y: top, width: x + Int(full.width) - left, height: y + Int(full.height) - top
            ).made("inversion") { unsafe pixInvert(nil, $0) }
            let straight = try abs(pair.slope) < 0.005 ? crop : crop.rotated(degrees: -atan(pair.slope) * 180 / .pi)
            let small = try straight.scaled(by: MarkShapes.scale / pixelsPerMillimetre)
            let strongest = small.level(share: 0.03)
            guard 255 - strongest >= MarkShapes.leastInk else { return nil }
            map = InkMap(of: small, strongest: strongest)
            scale = MarkShapes.scale / pixelsPerMillimetre
            origin = (Double(left), Double(top))
            middle = (Double(crop.width) / 2, Double(crop.height) / 2)
            slope = pair.slope
            // The crop was turned about its middle.
            let (across, down) = (pair.middle.x - origin.x - middle.x, pair.middle.y - origin.y - middle.y)
            let angle = -atan(slope)
            let centre = (
                x: (middle.x + across * cos(angle) - down * sin(angle)) * scale, y: (middle.y + across * sin(angle) + down * cos(angle)) * scale
            )
            let half = (x: pair.width / cos(angle) / 2 * scale, y: pair.height * cos(angle) / 2 * scale)
            self.left = Int(centre.x - half.x)
            right = Int(centre.x + half.x)
            self.top = Int(centre.y - half.y)
            bottom = Int(centre.y + half.y)
        }

        /// A part of the map as a rectangle of the plane, its lean left out.
        func box(x: Int, y: Int, width: Int, height: Int) -> PixelBox {
            let (across, down) = (Double(x) / scale + Double(width) / scale / 2 - middle.x, (Double(y) + Double(height) / 2) / scale - middle.y)
            let angle = atan(slope)
            let centre = (
                x: origin.x + middle.x + across * cos(angle) - down * sin(angle), y: origin.y + middle.y + across * sin(angle) + down * cos(angle)
            )
            let size = (width: Double(width) / scale, height: Double(height) / scale)
            return PixelBox(
                x: Int(centre.x - size.width / 2), y: Int(centre.y - size.height / 2), width: Int(size.width), height: Int(size.height))
        }
    }
}
