import CLeptonica
import Foundation
import Records

/// Takes round seals off a page in grey, where they are paler than the print that they lie over: a red seal is mid-grey there, and the
/// signer's title and name under it are black.
struct GreySeals {
    /// Dots per inch at which shades are told apart, and at which rings are looked for.
    private static let shadeResolution = 136.0
    private static let searchResolution = 50.0
    /// Millimetres: radii of agencies' seals (36 mm across, TT 37/2010/TT-BCA), with what copying adds and takes.
    private static let radii = 11.0...26.0
    /// Shades between print and a seal, and between a seal and paper, that tell them apart, of 255.
    private static let leastDifference = 36
    /// Share of a ring's circumference that shows, and how much more that is than of a wider ring: pale text shows as much of both.
    private static let leastShown = 0.6
    private static let leastMore = 0.38
    /// Millimetres of the wider ring beyond the ring.
    private static let outside = 1.5
    /// Points at the search's resolution: fewer are no ring; with more the page is noise or a photograph.
    private static let points = 120...9000
    private static let mostSeals = 3
    /// A seal's ink and what it smeared reach so far beyond its ring, as a share of the radius.
    private static let reach = 1.06
    /// Where between print (0) and seal (1) a shade counts as seal.
    private static let division = 0.55

    private struct Ring {
        /// Pixels of the page.
        var x, y, radius: Double
    }

    /// The page without them; as it is where there are none.
    static func removed(from page: Raster, resolution: Double) throws(ReadingFailure) -> Raster {
        // Above 0.7 pixScaleAreaMap interpolates and sharpens, which makes shades that are not there.
        let scale = resolution > shadeResolution / 0.7 ? shadeResolution / resolution : 1
        let small = try scale < 1 ? page.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) } : page
        let (paper, printed) = (small.level(share: 0.7), small.level(share: 0.002))
        guard paper - printed >= 2 * leastDifference else { return page }
        let shades = (printed + leastDifference)...(paper - leastDifference)
        let points = small.points(in: shades, step: max(1, Int((resolution * scale / searchResolution).rounded())))
        guard Self.points.contains(points.places.count) else { return page }
        let rings = rings(among: points, pixelsPerMillimetre: resolution * scale / Double(points.step) / 25.4)
        if rings.isEmpty { return page }
        let text = try page.copy()
        for ring in rings {
            let factor = Double(points.step) / scale
            let place = Ring(x: (ring.x + 0.5) * factor, y: (ring.y + 0.5) * factor, radius: ring.radius * factor)
            fade(place, on: text, printed: printed, paper: paper)
        }
        return text
    }

    // MARK: - Rings

    /// Circles through many points, the fullest first (the Hough transform for circles).
    private static func rings(among points: ShadePoints, pixelsPerMillimetre: Double) -> [Ring] {
        let smallest = Int(radii.lowerBound * pixelsPerMillimetre)
        let largest = Int(radii.upperBound * pixelsPerMillimetre)
        let beyond = outside * pixelsPerMillimetre
        var found: [(ring: Ring, shown: Double)] = []
        for radius in smallest...largest {
            guard let best = points.bestCentre(radius: radius) else { continue }
            let ring = Ring(x: Double(best.x), y: Double(best.y), radius: Double(radius))
            let shown = points.shown(x: ring.x, y: ring.y, radius: ring.radius)
            let shownOutside = points.shown(x: ring.x, y: ring.y, radius: ring.radius + beyond)
            if shown >= leastShown, shown - shownOutside >= leastMore { found.append((ring, shown)) }
        }
        // A seal has two or three rings around one centre: the outermost takes the others with it.
        var rings: [Ring] = []
        for candidate in found.sorted(by: { $0.ring.radius > $1.ring.radius }).map(\.ring) {
            let isInside = rings.contains { hypot($0.x - candidate.x, $0.y - candidate.y) < $0.radius }
            if !isInside, rings.count < mostSeals { rings.append(candidate) }
        }
        return rings
    }

    // MARK: - Fading

    private static func fade(_ ring: Ring, on text: Raster, printed: Int, paper: Int) {
        let radius = ring.radius * reach
        let division = UInt8(clamping: printed + Int(self.division * Double(shade(of: ring, on: text, above: printed) - printed)))
        let white = UInt8(clamping: paper)
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= radius else { return }
            let half = (radius * radius - height * height).squareRoot()
            for x in max(0, Int(ring.x - half))..<max(0, min(text.width, Int(ring.x + half) + 1)) where unsafe bytes[x ^ 3] >= division {
                unsafe bytes[x ^ 3] = white
            }
        }
    }

    /// The usual shade of the darkest points along the ring: where print crosses it they are darker, and do not count.
    private static func shade(of ring: Ring, on text: Raster, above printed: Int) -> Int {
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
        return seal.isEmpty ? printed + leastDifference : seal[seal.count / 2]
    }
}

/// Where a picture, made smaller, has certain shades and nothing darker beside them.
private struct ShadePoints {
    /// Pixels of the picture for each point.
    let step: Int
    let width: Int
    let height: Int
    private(set) var places: [(x: Int, y: Int)] = []
    private var isSet: [Bool]

    init(step: Int, width: Int, height: Int) {
        self.step = step
        self.width = width
        self.height = height
        isSet = Array(repeating: false, count: width * height)
    }

    mutating func insert(x: Int, y: Int) {
        guard x < width, y < height, !isSet[y * width + x] else { return }
        isSet[y * width + x] = true
        places.append((x, y))
    }

    private func has(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height && isSet[y * width + x] }

    /// The centre of the circle of this radius that most points lie on.
    func bestCentre(radius: Int) -> (x: Int, y: Int)? {
        var votes = [UInt16](repeating: 0, count: width * height)
        let circle = Self.circle(radius)
        var best = (index: 0, votes: UInt16(0))
        for place in places {
            for offset in circle {
                let (x, y) = (place.x + offset.x, place.y + offset.y)
                guard x >= 0, y >= 0, x < width, y < height else { continue }
                let index = y * width + x
                votes[index] += 1
                if votes[index] > best.votes { best = (index, votes[index]) }
            }
        }
        guard Int(best.votes) * 3 >= circle.count else { return nil }
        return (best.index % width, best.index / width)
    }

    /// Share of a circle's circumference at which there is a point.
    func shown(x: Double, y: Double, radius: Double) -> Double {
        let steps = 72
        var hits = 0
        for step in 0..<steps {
            let angle = 2 * Double.pi * Double(step) / Double(steps)
            let isShown = [-1.0, 0, 1].contains { (delta: Double) -> Bool in
                let (across, down) = (x + (radius + delta) * cos(angle), y + (radius + delta) * sin(angle))
                return has(Int(across.rounded()), Int(down.rounded()))
            }
            if isShown { hits += 1 }
        }
        return Double(hits) / Double(steps)
    }

    private static func circle(_ radius: Int) -> [(x: Int, y: Int)] {
        var seen: Set<Int> = []
        var circle: [(x: Int, y: Int)] = []
        let steps = radius * 6
        for step in 0..<steps {
            let angle = 2 * Double.pi * Double(step) / Double(steps)
            let (x, y) = (Int((Double(radius) * cos(angle)).rounded()), Int((Double(radius) * sin(angle)).rounded()))
            if seen.insert((y + radius) * (2 * radius + 1) + x + radius).inserted { circle.append((x, y)) }
        }
        return circle
    }
}

extension Raster {
    /// Points of these shades that no darker pixel is near, as at the edges of letters.
    fileprivate func points(in shades: ClosedRange<Int>, step: Int) -> ShadePoints {
        let width = width
        var points = ShadePoints(step: step, width: (width + step - 1) / step, height: (height + step - 1) / step)
        var rows: [[UInt8]] = []
        withLines { _, bytes in rows.append((0..<width).map { unsafe bytes[$0 ^ 3] }) }
        let (darkest, palest) = (UInt8(clamping: shades.lowerBound), UInt8(clamping: shades.upperBound))
        // By row: the darkest of the pixels to the left and right.
        let reach = 2
        let across = rows.map { row in row.indices.map { x in row[max(0, x - reach)...min(width - 1, x + reach)].min() ?? 0 } }
        for y in reach..<max(reach, rows.count - reach) {
            for x in 0..<width where rows[y][x] >= darkest && rows[y][x] <= palest {
                let isEdge = (y - reach...y + reach).contains { across[$0][x] < darkest }
                if !isEdge { points.insert(x: x / step, y: y / step) }
            }
        }
        return points
    }
}
