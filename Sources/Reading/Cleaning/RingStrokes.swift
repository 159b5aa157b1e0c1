import Foundation

/// The rings of a seal that is as black as print: strokes across the way from its middle outwards that stand at one distance all
/// around. Where a letter crosses a ring, the stroke is longer, and stays.
struct RingStrokes {
    private let ring: SealRing
    /// For each direction from the middle, the stretches that belong to rings alone, as distances from the middle.
    private var stretches: [[ClosedRange<Double>]]

    /// Share of the radius from which rings are looked for, and up to which.
    private static let depth = 0.3
    private static let reach = 1.12
    /// Millimetres: thicker is no ring.
    private static let thickest = 1.8
    /// Millimetres by which a ring may leave its circle.
    private static let tolerance = 0.4
    /// Share of all directions in which a ring shows.
    private static let leastShown = 0.35
    /// A stroke that is thicker than the ring by this factor is crossed by print.
    private static let crossed = 1.4

    /// - Parameter black: shades below it are ink.
    init(of found: SealRing, on text: Raster, black: Int, pixelsPerMillimetre: Double) {
        let shades = text.lines()
        let directions = max(8, Int(2 * .pi * found.radius))
        func runs(around ring: SealRing) -> [[ClosedRange<Double>]] {
            Self.runs(
                around: ring, of: shades, width: text.width, height: text.height, black: black, directions: directions,
                longest: Self.thickest * pixelsPerMillimetre)
        }
        ring = found
        stretches = Array(repeating: [], count: directions)
        let runs = runs(around: ring)
        let tolerance = Self.tolerance * pixelsPerMillimetre
        for circle in Self.circles(of: runs, tolerance: tolerance) {
            let own = runs.map { $0.filter { abs(Self.middle($0) - circle) <= tolerance } }
            let lengths = own.compactMap { $0.first.map { $0.upperBound - $0.lowerBound } }.sorted()
            guard !lengths.isEmpty else { continue }
            let longest = Self.crossed * lengths[lengths.count / 2] + 1
            for (direction, runs) in own.enumerated() { stretches[direction] += runs.filter { $0.upperBound - $0.lowerBound <= longest } }
        }
    }

    /// Makes paper of them.
    func wipe(on text: Raster, paper: Int) {
        let white = UInt8(clamping: paper)
        let radius = ring.radius * Self.reach
        text.withLines { y, bytes in
            let height = Double(y) - ring.y
            guard abs(height) <= radius else { return }
            for x in text.columns(from: ring.x - radius, through: ring.x + radius) {
                let across = Double(x) - ring.x
                let distance = hypot(across, height)
                let direction = Int((atan2(height, across) / .pi + 1) / 2 * Double(stretches.count)) % stretches.count
                if stretches[direction].contains(where: { $0.lowerBound - 1 <= distance && distance <= $0.upperBound + 1 }) {
                    unsafe bytes[x ^ 3] = white
                }
            }
        }
    }

    private static func angle(_ direction: Int, of directions: Int) -> Double { (Double(direction) / Double(directions) * 2 - 1) * .pi }

    private static func middle(_ run: ClosedRange<Double>) -> Double { (run.lowerBound + run.upperBound) / 2 }

    /// For each direction the short stretches of ink.
    private static func runs(
        around ring: SealRing, of shades: [UInt8], width: Int, height: Int, black: Int, directions: Int, longest: Double
    ) -> [[ClosedRange<Double>]] {
        let distances = Int(ring.radius * depth)...Int(ring.radius * reach)
        return (0..<directions).map { direction in
            let angle = angle(direction, of: directions)
            let (across, down) = (cos(angle), sin(angle))
            var runs: [ClosedRange<Double>] = []
            var start: Int?
            for distance in distances {
                let (x, y) = (Int((ring.x + Double(distance) * across).rounded()), Int((ring.y + Double(distance) * down).rounded()))
                let isInk = x >= 0 && y >= 0 && x < width && y < height && Int(shades[y * width + x]) < black
                if isInk, start == nil { start = distance }
                if !isInk || distance == distances.upperBound, let first = start {
                    if Double(distance - first) <= longest { runs.append(Double(first)...Double(max(first, distance - 1))) }
                    start = nil
                }
            }
            return runs
        }
    }

    /// Distances from the middle at which short stretches stand in many directions.
    private static func circles(of runs: [[ClosedRange<Double>]], tolerance: Double) -> [Double] {
        let middles = runs.map { $0.map(middle) }
        guard let farthest = middles.joined().max() else { return [] }
        var circles: [(distance: Double, count: Int)] = []
        for step in 0...Int(farthest / (tolerance / 2)) {
            let distance = Double(step) * tolerance / 2
            let count = middles.count { $0.contains { abs($0 - distance) <= tolerance / 2 } }
            if Double(count) >= leastShown * Double(runs.count) { circles.append((distance, count)) }
        }
        var best: [Double] = []
        for circle in circles.sorted(by: { $0.count > $1.count }) where !best.contains(where: { abs($0 - circle.distance) < tolerance }) {
            best.append(circle.distance)
        }
        return best
    }
}
