import CLeptonica
import Foundation
import Records

/// The edges of a picture in grey, each with the direction from dark to light.
struct EdgeMap {
    struct Edge {
        let x, y: Double
        /// Of length 1.
        let across, down: Double
    }

    let width: Int
    let height: Int
    private(set) var all: [Edge] = []
    /// Of each pixel: the number of its edge and 1, or 0.
    private var numbers: [Int32]

    /// Of 255, as Leptonica's Sobel filter gives it: an eighth of the sum of differences.
    private static let leastStep: UInt8 = 18
    /// Cosine of the angle by which an edge may leave a direction.
    private static let likeness = 0.93
    /// A page with more edges than this share of its pixels is a photograph or noise.
    private static let mostEdges = 0.35

    init(of grey: Raster) throws(ReadingFailure) {
        (width, height) = (grey.width, grey.height)
        numbers = Array(repeating: 0, count: width * height)
        let smooth = try grey.made("smoothing") { unsafe pixBlockconv($0, 1, 1) }
        let steps = try smooth.made("edges") { unsafe pixSobelEdgeFilter($0, Int32(L_ALL_EDGES)) }
        var places: [(x: Int, y: Int)] = []
        let (last, rows) = (width - 1, height - 1)
        steps.withLines { y, bytes in
            guard y > 0, y < rows, last > 1 else { return }
            for x in 1..<last where unsafe bytes[x ^ 3] >= Self.leastStep { places.append((x, y)) }
        }
        guard Double(places.count) <= Self.mostEdges * Double(width * height) else { return }
        let shades = smooth.lines()
        all.reserveCapacity(places.count)
        for (x, y) in places {
            func shade(_ right: Int, _ below: Int) -> Int { Int(shades[(y + below) * width + x + right]) }
            let across = Double(shade(1, -1) + 2 * shade(1, 0) + shade(1, 1) - shade(-1, -1) - 2 * shade(-1, 0) - shade(-1, 1))
            let down = Double(shade(-1, 1) + 2 * shade(0, 1) + shade(1, 1) - shade(-1, -1) - 2 * shade(0, -1) - shade(1, -1))
            let length = hypot(across, down)
            guard length > 0 else { continue }
            all.append(Edge(x: Double(x), y: Double(y), across: across / length, down: down / length))
            numbers[y * width + x] = Int32(all.count)
        }
    }

    /// Where edges run along a circle, so near to it.
    func along(_ ring: SealRing, within reach: Double) -> [(x: Double, y: Double)] {
        let (inner, outer) = (max(0, ring.radius - reach), ring.radius + reach)
        return all.compactMap { edge in
            let (x, y) = (edge.x - ring.x, edge.y - ring.y)
            let square = x * x + y * y
            guard square >= inner * inner, square <= outer * outer else { return nil }
            return abs(edge.across * x + edge.down * y) >= Self.likeness * square.squareRoot() ? (edge.x, edge.y) : nil
        }
    }

    /// Whether an edge stands here that leads in this direction or against it.
    func hasEdge(x: Int, y: Int, across: Double, down: Double) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        let number = Int(numbers[y * width + x])
        guard number > 0 else { return false }
        let edge = all[number - 1]
        return abs(edge.across * across + edge.down * down) >= Self.likeness
    }
}
