import CLeptonica
import Foundation
import Records

/// A place on an ink plane that may hold a stamp's text.
struct StampCandidate {
    var ink: InkPlane
    /// The bounding box's corner, in pixels of the plane.
    var x: Int
    var y: Int
    var outline: Outline
    var isFramed: Bool
    var pixelsPerMillimetre: Double

    var width: Int { outline.width }
    var height: Int { outline.height }

    /// Millimetres inside the frame that are passed over: its line's soft edge.
    private static let margin = 0.4
    /// Pixels that a straightened stamp's height is brought to: capitals are then about as tall as on a 300 dpi page.
    private static let readingHeight = 90.0
    /// The least ink, at its strongest, that is worth reading.
    private static let minimumInk = 12

    /// Which to read first: red before black, the upper left before the rest, the size of a mark before other sizes.
    var plausibility: Double {
        let place = 2 - Double(x) / Double(max(1, ink.raster.width)) - Double(y) / Double(max(1, ink.raster.height))
        return (ink.isRed ? 2 : 0) + (isFramed ? 1 : 0) + (hasSizeOfMark ? 1 : 0) + place
    }

    /// Whether a mark of secrecy could be of this size, leaning included.
    var hasSizeOfMark: Bool { (5.0...20.0).contains(Double(height) / pixelsPerMillimetre) && Double(width) / pixelsPerMillimetre >= 12 }

    /// Whether it stands where a mark without frame or colour is worth reading: on the left, and as large as a mark's letters.
    var mayBeLoose: Bool {
        x * 10 < ink.raster.width * 6 && (3.5...20.0).contains(Double(height) / pixelsPerMillimetre) && Double(width) / pixelsPerMillimetre >= 9
    }

    /// Black text without a frame is a mark only in capitals: a line of the page otherwise comes back as a stamp.
    func accepts(_ text: String) -> Bool { isFramed || ink.isRed || text.uppercased() == text }

    func isSame(as other: StampCandidate) -> Bool {
        let shared = sharedArea(with: other)
        return Double(shared) > 0.7 * Double(max(width * height, other.width * other.height))
    }

    func overlaps(_ other: StampCandidate) -> Bool { sharedArea(with: other) * 2 > min(width * height, other.width * other.height) }

    private func sharedArea(with other: StampCandidate) -> Int {
        let width = min(x + width, other.x + other.width) - max(x, other.x)
        let height = min(y + height, other.y + other.height) - max(y, other.y)
        return width > 0 && height > 0 ? width * height : 0
    }

    /// What stands inside, black on white, upright, at reading size; nil when there is next to no ink.
    func straightened() throws(ReadingFailure) -> Raster? {
        let crop = try ink.raster.clipped(x: x, y: y, width: width, height: height).copy()
        let margin = isFramed ? Int((Self.margin * pixelsPerMillimetre).rounded(.up)) : 0
        let strongest = strongestInk(of: crop, margin: margin)
        guard strongest >= Self.minimumInk else { return nil }
        crop.withLines { y, bytes in
            for x in 0..<width {
                let isInside = x >= margin && x < width - margin && y >= outline.tops[x] + margin && y < outline.bottoms[x] - margin
                let amount = isInside ? min(255, Int(unsafe bytes[x ^ 3]) * 255 / strongest) : 0
                unsafe bytes[x ^ 3] = UInt8(255 - amount)
            }
        }
        let degrees = -atan(outline.slope) * 180 / .pi
        let upright = abs(degrees) < 0.3 ? crop : try crop.bordered(by: height / 4).rotated(degrees: degrees)
        let inner = Double(height) - abs(outline.slope) * Double(width)
        return try upright.scaled(by: min(4, Self.readingHeight / max(8, inner))).bordered(by: 12)
    }

    /// The ink of the strongest two in a hundred pixels inside.
    private func strongestInk(of crop: Raster, margin: Int) -> Int {
        var histogram = [Int](repeating: 0, count: 256)
        var count = 0
        crop.withLines { y, bytes in
            for x in margin..<max(margin, width - margin) where y >= outline.tops[x] + margin && y < outline.bottoms[x] - margin {
                unsafe histogram[Int(bytes[x ^ 3])] += 1
                count += 1
            }
        }
        var rest = count / 50
        for (level, pixels) in histogram.enumerated().reversed() {
            rest -= pixels
            if rest <= 0 { return level }
        }
        return 0
    }
}

extension Raster {
    /// An 8-bit picture with white around it.
    func bordered(by pixels: Int) throws(ReadingFailure) -> Raster { try made("border") { unsafe pixAddBorder($0, Int32(pixels), 255) } }
}
