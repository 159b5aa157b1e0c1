import Foundation

/// The circle that fits points best, those far off it left aside: a ring is crossed by print, and strokes of a signature run near it.
enum RingFit {
    private static let rounds = 6
    /// Points that are farther off than the usual distance by this factor do not count in the next round.
    private static let farOff = 2.0
    private static let fewest = 24

    /// Nil where there are too few points, or they lie on no circle.
    static func circle(through points: [(x: Double, y: Double)]) -> SealRing? {
        var points = points
        var ring: SealRing?
        for _ in 0..<rounds {
            guard points.count >= fewest, let fitted = leastSquares(points) else { return ring }
            ring = fitted
            let distances = points.map { abs(hypot($0.x - fitted.x, $0.y - fitted.y) - fitted.radius) }
            let usual = distances.sorted()[distances.count / 2]
            points = zip(points, distances).filter { $1 <= max(1, farOff * usual) }.map(\.0)
        }
        return ring
    }

    /// The circle of Kåsa: linear least squares of x² + y² + ax + by + c.
    private static func leastSquares(_ points: [(x: Double, y: Double)]) -> SealRing? {
        let count = Double(points.count)
        let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        var (xx, xy, yy, xz, yz) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for point in points {
            let (x, y) = (point.x - meanX, point.y - meanY)
            let z = x * x + y * y
            xx += x * x
            xy += x * y
            yy += y * y
            xz += x * z
            yz += y * z
        }
        let determinant = xx * yy - xy * xy
        guard abs(determinant) > 1e-6 else { return nil }
        let (x, y) = ((xz * yy - yz * xy) / (2 * determinant), (yz * xx - xz * xy) / (2 * determinant))
        return SealRing(x: x + meanX, y: y + meanY, radius: (x * x + y * y + (xx + yy) / count).squareRoot())
    }
}
