import CLeptonica
import Foundation
import Records

/// Takes round seals off a page in grey: the signer's title and name lie under them. A red seal is mid-grey in a grey scan, and what is
/// paler than print goes. One that is as black as the print stays here: see `SealedLines`.
struct GreySeals {
    /// Dots per inch at which the shade of print is told: averaged as its thin strokes are.
    private static let shadeResolution = 136.0
    /// Shades between print and a seal, and between a seal and paper, that tell them apart, of 255.
    private static let leastDifference = 36
    /// A seal's ink and what it smeared reach so far beyond its ring, as a share of the radius.
    private static let reach = 1.06
    /// Where between print (0) and seal (1) a shade counts as seal.
    private static let division = 0.55
    /// Share of a pale ring that is paler than print: the rest is crossed by it.
    private static let leastPale = 0.5

    /// - Returns: The page without pale seals, as it is where there are none, and the seals that are as black as print.
    static func removed(from page: Raster, resolution: Double) throws(ReadingFailure) -> (text: Raster, blackSeals: [SealRing]) {
        let small = try page.scaled(by: min(1, shadeResolution / resolution))
        let (paper, printed) = (small.level(share: 0.7), small.level(share: 0.002))
        guard paper - printed >= 2 * leastDifference else { return (page, []) }
        let rings = try SealSearch.rings(on: page, resolution: resolution)
        let pale = rings.compactMap { ring in shade(of: ring, on: page, above: printed).map { (ring, $0) } }
        let black = rings.filter { ring in !pale.contains { $0.0 == ring } }
        if pale.isEmpty { return (page, black) }
        let text = try page.copy()
        for (ring, shade) in pale { fade(ring, of: shade, on: text, printed: printed, paper: paper) }
        return (text, black)
    }

    private static func fade(_ ring: SealRing, of shade: Int, on text: Raster, printed: Int, paper: Int) {
        let radius = ring.radius * reach
        let division = UInt8(clamping: printed + Int(self.division * Double(shade - printed)))
        let (white, shades, width) = (UInt8(clamping: paper), text.lines(), text.width)
        let rows = 0..<text.height
        /// Letters end in paler edges, and marks above them are little else.
        func isBesidePrint(_ x: Int, _ y: Int) -> Bool {
            for row in max(rows.lowerBound, y - 1)...min(rows.upperBound - 1, y + 1) {
                for column in max(0, x - 1)...min(width - 1, x + 1) where shades[row * width + column] < division { return true }
            }
            return false
        }
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= radius else { return }
            let half = (radius * radius - height * height).squareRoot()
            for x in text.columns(from: ring.x - half, through: ring.x + half) {
                if unsafe bytes[x ^ 3] >= division, unsafe bytes[x ^ 3] < white, !isBesidePrint(x, y) { unsafe bytes[x ^ 3] = white }
            }
        }
    }

    /// The usual shade of the darkest points along the ring: where print crosses it they are darker, and do not count. Nil where the ring is as
    /// dark as print.
    private static func shade(of ring: SealRing, on text: Raster, above printed: Int) -> Int? {
        let steps = 360
        var darkest = [Int](repeating: 255, count: steps)
        let margin = ring.radius * (reach - 1)
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= ring.radius + margin else { return }
            for x in text.columns(from: ring.x - ring.radius - margin, through: ring.x + ring.radius + margin) {
                let across = Double(x) - ring.x
                guard abs(hypot(across, height) - ring.radius) <= margin else { continue }
                let step = Int((atan2(height, across) / .pi + 1) / 2 * Double(steps - 1))
                darkest[step] = min(darkest[step], Int(unsafe bytes[x ^ 3]))
            }
        }
        let seal = darkest.filter { $0 > printed + leastDifference / 2 }.sorted()
        guard Double(seal.count) >= leastPale * Double(steps) else { return nil }
        let usual = seal[seal.count / 2]
        return usual >= printed + leastDifference && usual < 255 ? usual : nil
    }
}
