import CLeptonica
import Foundation
import Records

/// Takes round seals off a page in grey or in black and white: the signer's title and name lie under them.
///
/// A red seal is mid-grey in a grey scan: what is paler than print goes. Where it is as black as the print, only its rings go, and
/// letters stay where they cross them.
struct GreySeals {
    /// Shades between print and a seal, and between a seal and paper, that tell them apart, of 255.
    private static let leastDifference = 36
    /// A seal's ink and what it smeared reach so far beyond its ring, as a share of the radius.
    private static let reach = 1.06
    /// Where between print (0) and seal (1) a shade counts as seal, at least.
    private static let division = 0.55
    /// By so much a seal's ink may be darker than it is on most of its ring, of 255.
    private static let tolerance = 4
    /// Share of a pale ring that is paler than print: the rest is crossed by it.
    private static let leastPale = 0.5

    /// The page without them; as it is where there are none.
    static func removed(from page: Raster, resolution: Double) throws(ReadingFailure) -> Raster {
        let (paper, printed) = (page.level(share: 0.7), page.level(share: 0.002))
        guard paper - printed >= 2 * leastDifference else { return page }
        let rings = try SealSearch.rings(on: page, resolution: resolution)
        if rings.isEmpty { return page }
        let text = try page.copy()
        for ring in rings {
            if let seal = shades(of: ring, on: text, above: printed) {
                fade(ring, of: seal, on: text, printed: printed, paper: paper, nearby: max(1, Int(resolution / 200)))
            } else {
                RingStrokes(of: ring, on: text, black: (printed + paper) / 2, pixelsPerMillimetre: resolution / 25.4).wipe(on: text, paper: paper)
            }
        }
        return text
    }

    private static func fade(_ ring: SealRing, of seal: SealShades, on text: Raster, printed: Int, paper: Int, nearby: Int) {
        let radius = ring.radius * reach
        let division = max(printed + Int(self.division * Double(seal.usual - printed)), seal.darkest - tolerance)
        let (white, shades, width) = (UInt8(clamping: paper), text.lines(), text.width)
        let rows = 0..<text.height
        /// Letters end in paler edges, which make their marks.
        func isNearPrint(_ x: Int, _ y: Int) -> Bool {
            (max(rows.lowerBound, y - nearby)...min(rows.upperBound - 1, y + nearby)).contains { row in
                (max(0, x - nearby)...min(width - 1, x + nearby)).contains { Int(shades[row * width + $0]) < division }
            }
        }
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= radius else { return }
            let half = (radius * radius - height * height).squareRoot()
            for x in max(0, Int(ring.x - half))..<max(0, min(width, Int(ring.x + half) + 1)) {
                if Int(unsafe bytes[x ^ 3]) >= division, unsafe bytes[x ^ 3] < white, !isNearPrint(x, y) { unsafe bytes[x ^ 3] = white }
            }
        }
    }

    private struct SealShades {
        /// Of the darkest points along the ring, the usual shade, and one that most are paler than.
        let usual, darkest: Int
    }

    /// The shades of the darkest points along the ring: where print crosses it they are darker, and do not count. Nil where the ring is as
    /// dark as print.
    private static func shades(of ring: SealRing, on text: Raster, above printed: Int) -> SealShades? {
        let steps = 360
        var darkest = [Int](repeating: 255, count: steps)
        let margin = ring.radius * (reach - 1)
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= ring.radius + margin else { return }
            for x in max(0, Int(ring.x - ring.radius - margin))..<max(0, min(text.width, Int(ring.x + ring.radius + margin) + 1)) {
                let across = Double(x) - ring.x
                guard abs(hypot(across, height) - ring.radius) <= margin else { continue }
                let step = Int((atan2(height, across) / .pi + 1) / 2 * Double(steps - 1))
                darkest[step] = min(darkest[step], Int(unsafe bytes[x ^ 3]))
            }
        }
        let seal = darkest.filter { $0 > printed + leastDifference / 2 }.sorted()
        guard Double(seal.count) >= leastPale * Double(steps) else { return nil }
        let usual = seal[seal.count / 2]
        return usual >= printed + leastDifference && usual < 255 ? SealShades(usual: usual, darkest: seal[seal.count / 5]) : nil
    }
}
