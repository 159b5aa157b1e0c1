import CLeptonica
import Foundation
import Records

/// A round seal's outermost ring, in pixels of the page.
struct SealRing: Equatable, Sendable {
    var x, y, radius: Double

    /// The circle of Kåsa through points: linear least squares of x² + y² + ax + by + c. Nil where they lie on no circle.
    init?(through points: [(x: Double, y: Double)]) {
        let count = Double(points.count)
        guard count > 2 else { return nil }
        let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        var (xx, xy, yy, xz, yz) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for point in points {
            let (x, y) = (point.x - meanX, point.y - meanY)
            let square = x * x + y * y
            xx += x * x
            xy += x * y
            yy += y * y
            xz += x * square
            yz += y * square
        }
        let determinant = xx * yy - xy * xy
        guard abs(determinant) > 1e-6 else { return nil }
        let (x, y) = ((xz * yy - yz * xy) / (2 * determinant), (yz * xx - xz * xy) / (2 * determinant))
        self.init(x: x + meanX, y: y + meanY, radius: (x * x + y * y + (xx + yy) / count).squareRoot())
    }

    init(x: Double, y: Double, radius: Double) {
        (self.x, self.y, self.radius) = (x, y, radius)
    }

    /// Where it stands after the page was turned clockwise about its middle.
    func turned(degrees: Double, on page: Raster) -> SealRing {
        let (radians, middle) = (degrees * .pi / 180, (x: Double(page.width) / 2, y: Double(page.height) / 2))
        let (across, down) = (x - middle.x, y - middle.y)
        return SealRing(
            x: across * cos(radians) - down * sin(radians) + middle.x, y: across * sin(radians) + down * cos(radians) + middle.y, radius: radius)
    }

    /// The square around its middle whose half side is so many radii.
    func surroundings(_ radii: Double) -> PixelBox {
        let side = 2 * radii * radius
        return PixelBox(x: Int(x - side / 2), y: Int(y - side / 2), width: Int(side), height: Int(side))
    }

    func scaled(by factor: Double) -> SealRing { SealRing(x: x * factor, y: y * factor, radius: radius * factor) }
}

/// Finds round seals by their outermost ring, in whatever shade: an edge that belongs to a ring points to its middle (the Hough
/// transform for circles, with the directions of edges). Edges of print point anywhere.
struct SealSearch {
    /// Dots per inch of the search.
    private static let resolution = 100.0
    /// Millimetres: radii of agencies' seals (36 mm across, TT 37/2010/TT-BCA), with what copying adds and takes.
    private static let radii = stride(from: 11.0, through: widest, by: 2)
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
    /// Millimetres on either side of a ring in which its edges are looked for, first and at last.
    private static let reaches = [1.6, 1.0, 0.6]
    /// Millimetres: no seal is wider.
    private static let widest = 25.0

    private let edges: EdgeMap
    private let pixelsPerMillimetre: Double
    /// Place and direction of each edge, in cells.
    private let edgesInCells: [SIMD4<Float>]

    private init(edges: EdgeMap, pixelsPerMillimetre: Double) {
        self.edges = edges
        self.pixelsPerMillimetre = pixelsPerMillimetre
        let side = Self.cell * pixelsPerMillimetre
        edgesInCells = edges.all.map { SIMD4(Float($0.x / side), Float($0.y / side), Float($0.across), Float($0.down)) }
    }

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
                let ring = fitted(middle)
                let shown = shown(ring)
                if shown >= Self.leastShown { found.append((ring, shown)) }
            }
        }
        // A seal has two or three rings around one middle; where one is seen askew, it is the middle of the clearest.
        var rings: [SealRing] = []
        for ring in found.sorted(by: { $0.shown > $1.shown }).map(\.ring) {
            if rings.count == Self.mostSeals || rings.contains(where: { hypot($0.x - ring.x, $0.y - ring.y) < $0.radius }) { continue }
            if let outermost = outermost(around: ring) { rings.append(outermost) }
        }
        return rings
    }

    /// The widest ring around the middle of another, or that one itself. Nil where what lies beyond shows as much: that is text.
    private func outermost(around ring: SealRing) -> SealRing? {
        var best: SealRing?
        var wider = ring
        while wider.radius <= (Self.widest + Self.outside) * pixelsPerMillimetre {
            var outside = wider
            outside.radius += Self.outside * pixelsPerMillimetre
            let shown = shown(wider)
            if shown >= Self.leastShown, shown - self.shown(outside) >= Self.leastMore { best = wider }
            wider.radius += 1
        }
        return best.map(fitted)
    }

    /// The circle through the edges that run along a ring, those far off it left aside.
    private func fitted(_ ring: SealRing) -> SealRing {
        var ring = ring
        for reach in Self.reaches {
            let near = edges.along(ring, within: reach * pixelsPerMillimetre)
            guard near.count >= Int(Self.leastShown * ring.radius), let circle = SealRing(through: near) else { return ring }
            guard hypot(circle.x - ring.x, circle.y - ring.y) + abs(circle.radius - ring.radius) < 2 * reach * pixelsPerMillimetre else {
                return ring
            }
            ring = circle
        }
        return ring
    }

    /// Where most edges agree that a ring of this radius has its middle.
    private func middles(radius: Double) -> [SealRing] {
        let side = Self.cell * pixelsPerMillimetre
        let (columns, rows) = (Int(Double(edges.width) / side) + 1, Int(Double(edges.height) / side) + 1)
        let votes = votes(radius: Float(radius / side), columns: columns, rows: rows)
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

    /// How many edges point to each cell from so many cells away, from within or without. Most of the search's time goes here.
    private func votes(radius: Float, columns: Int, rows: Int) -> [Int32] {
        var votes = [Int32](repeating: 0, count: columns * rows)
        unsafe votes.withUnsafeMutableBufferPointer { votes in
            func vote(_ x: Float, _ y: Float) {
                let (column, row) = (Int(x), Int(y))
                if column >= 0, row >= 0, column < columns, row < rows { unsafe votes[row * columns + column] += 1 }
            }
            for edge in edgesInCells {
                let (across, down) = (radius * edge.z, radius * edge.w)
                vote(edge.x + across, edge.y + down)
                vote(edge.x - across, edge.y - down)
            }
        }
        return votes
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
