import CLeptonica
import Foundation
import Records

/// A round seal's outermost ring, in pixels of the page.
struct SealRing: Sendable {
    var x, y, radius: Double

    func scaled(by factor: Double) -> SealRing { SealRing(x: x * factor, y: y * factor, radius: radius * factor) }
}

/// Finds round seals by their outermost ring, in whatever shade: an edge that belongs to a ring points to its middle (the Hough
/// transform for circles, with the directions of edges). Edges of print point anywhere.
struct SealSearch {
    /// Dots per inch of the search.
    private static let resolution = 100.0
    /// Millimetres: radii of agencies' seals (36 mm across, TT 37/2010/TT-BCA), with what copying adds and takes.
    private static let radii = stride(from: 11.0, through: 25, by: 2)
    /// Millimetres of a cell in which edges agree on a middle.
    private static let cell = 1.0
    /// Edges that agree, as a share of the ring's circumference in pixels; a whole ring has four to six times as many.
    private static let leastVotes = 0.75
    /// Share of a ring's circumference that shows, and how much more that is than of a wider ring: text shows as much of both.
    private static let leastShown = 0.6
    private static let leastMore = 0.38
    /// Millimetres of the wider ring beyond the ring.
    private static let outside = 1.5
    private static let mostSeals = 3
    /// Of the outermost ring's radius, what may be the same ring seen more clearly.
    private static let asWide = 0.88

    private let edges: EdgeMap
    private let pixelsPerMillimetre: Double

    /// The seals of a page in grey.
    static func rings(on page: Raster, resolution: Double) throws(ReadingFailure) -> [SealRing] {
        // Above 0.7 pixScaleAreaMap interpolates and sharpens, which makes edges that are not there.
        let scale = resolution > Self.resolution / 0.7 ? Self.resolution / resolution : 1
        let small = try scale < 1 ? page.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) } : page
        let search = SealSearch(edges: try EdgeMap(of: small), pixelsPerMillimetre: resolution * scale / 25.4)
        return search.rings().map { $0.scaled(by: 1 / scale) }
    }

    private func rings() -> [SealRing] {
        var found: [(ring: SealRing, shown: Double)] = []
        for radius in Self.radii {
            for middle in middles(radius: radius * pixelsPerMillimetre) {
                let (ring, shown) = refined(middle)
                guard shown >= Self.leastShown else { continue }
                var wider = ring
                wider.radius += Self.outside * pixelsPerMillimetre
                if shown - self.shown(wider) >= Self.leastMore { found.append((ring, shown)) }
            }
        }
        // A seal has two or three rings around one middle, and seen a little askew each of them is found again: the clearest of the
        // outermost takes the others with it.
        var rings: [SealRing] = []
        for outermost in found.map(\.ring).sorted(by: { $0.radius > $1.radius }) {
            if rings.count == Self.mostSeals || rings.contains(where: { hypot($0.x - outermost.x, $0.y - outermost.y) < $0.radius }) { continue }
            let alike = found.filter {
                hypot($0.ring.x - outermost.x, $0.ring.y - outermost.y) < outermost.radius / 4 && $0.ring.radius > Self.asWide * outermost.radius
            }
            if let clearest = alike.max(by: { $0.shown < $1.shown }) { rings.append(clearest.ring) }
        }
        return rings
    }

    /// Where most edges agree that a ring of this radius has its middle.
    private func middles(radius: Double) -> [SealRing] {
        let side = Self.cell * pixelsPerMillimetre
        let (columns, rows) = (Int(Double(edges.width) / side) + 1, Int(Double(edges.height) / side) + 1)
        var votes = [Int32](repeating: 0, count: columns * rows)
        for edge in edges.all {
            for way in [radius, -radius] {
                let (x, y) = (Int((edge.x + way * edge.across) / side), Int((edge.y + way * edge.down) / side))
                if x >= 0, y >= 0, x < columns, y < rows { votes[y * columns + x] += 1 }
            }
        }
        let least = Int32(Self.leastVotes * 2 * .pi * radius)
        var found: [(ring: SealRing, votes: Int32)] = []
        for y in 1..<max(1, rows - 1) {
            for x in 1..<max(1, columns - 1) where votes[y * columns + x] > least / 9 {
                var sum: Int32 = 0
                for row in (y - 1)...(y + 1) { for column in (x - 1)...(x + 1) { sum += votes[row * columns + column] } }
                if sum >= least { found.append((SealRing(x: (Double(x) + 0.5) * side, y: (Double(y) + 0.5) * side, radius: radius), sum)) }
            }
        }
        var best: [SealRing] = []
        for ring in found.sorted(by: { $0.votes > $1.votes }).map(\.ring) where best.count < Self.mostSeals {
            if !best.contains(where: { hypot($0.x - ring.x, $0.y - ring.y) < 3 * side }) { best.append(ring) }
        }
        return best
    }

    /// The ring nearby of which most shows.
    private func refined(_ ring: SealRing) -> (SealRing, Double) {
        var best = (ring: ring, shown: shown(ring))
        for step in [2.0, 1, 0.5] {
            let middle = best.ring
            for x in -2...2 {
                for y in -2...2 {
                    for radius in -1...1 {
                        let near = SealRing(
                            x: middle.x + step * Double(x), y: middle.y + step * Double(y), radius: middle.radius + step * Double(radius))
                        let shown = shown(near)
                        if shown > best.shown { best = (near, shown) }
                    }
                }
            }
        }
        return best
    }

    /// Share of a ring's circumference at which an edge runs along it.
    private func shown(_ ring: SealRing) -> Double {
        let steps = 90
        var hits = 0
        for step in 0..<steps {
            let angle = 2 * Double.pi * Double(step) / Double(steps)
            let (across, down) = (cos(angle), sin(angle))
            let isShown = [-1.0, 0, 1].contains { (delta: Double) -> Bool in
                let distance = ring.radius + delta
                let (x, y) = (Int((ring.x + distance * across).rounded()), Int((ring.y + distance * down).rounded()))
                return edges.hasEdge(x: x, y: y, across: across, down: down)
            }
            if isShown { hits += 1 }
        }
        return Double(hits) / Double(steps)
    }
}
