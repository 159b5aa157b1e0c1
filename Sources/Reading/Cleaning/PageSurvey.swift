import CLeptonica
import Records

/// A page at a glance, small: how much ink it bears, how strong it is, and which way its lines run.
struct PageSurvey {
    /// Share of the page, margins left out, that bears ink, and that bears dark ink.
    private let inkShare: Double
    private let darkShare: Double
    /// Share of the ink that is strong.
    private let strongShare: Double
    /// Shades (0...255) between the paper and its darkest hundredth.
    private let contrast: Int
    /// How much more the page is ruled into rows than into columns, as a ratio.
    private let rowness: Double
    /// Specks of black all over, without lines of text: a blank side that was scanned as black and white.
    private let isSnow: Bool

    /// So little ink that nothing is read.
    var isBlank: Bool { isSnow || darkShare < 0.0005 && (inkShare < 0.0005 || contrast < 12) }
    /// So little that a page from which nothing is understood counts as blank: a seal showing through, a streak, a hole.
    var isNearlyBlank: Bool { inkShare < 0.006 }
    /// Whether the page needs more contrast before it is read. A few lines in black on a page are little ink, but none that is pale.
    var isPale: Bool { contrast < Self.strongLevel && strongShare < 0.15 && !isNearlyBlank }
    /// Whether the lines of text run up or down the page.
    var isSideways: Bool { rowness < 0.75 && !isNearlyBlank }
    /// Whether they certainly do not.
    var runsLevel: Bool { rowness > 1.5 }

    /// Dots per inch: lines of text are still apart, and noise is averaged away.
    private static let resolution = 75.0
    /// Millimetres at the edges that do not count: shadows, holes, feeder streaks.
    private static let margin = 8.0
    /// The shade below the paper that counts as dark ink, and the least on a pale page that counts as ink.
    private static let darkLevel = 45
    /// The shade below the paper of print that needs no help.
    private static let strongLevel = 90
    private static let leastLevel = 8
    /// From this difference between neighbours on, a page may be snow; it is unless rows of 2 mm still differ by the other.
    private static let snow = (noise: 15, rows: 20)

    init(of page: PageImage) throws(ReadingFailure) {
        let grey = try page.raster.grey()
        let scale = min(1, Self.resolution / page.resolution)
        let small = try grey.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) }
        let noise = small.noise()
        let coarse = try small.made("scaling") { unsafe pixScaleAreaMap($0, 1 / 6, 1 / 6) }
        isSnow = noise >= Self.snow.noise && coarse.rowDifference() < Self.snow.rows
        let margin = Int(Self.margin / 25.4 * page.resolution * scale)
        let columns = margin..<max(margin + 1, small.width - margin)
        let rows = margin..<max(margin + 1, small.height - margin)
        let paper = small.level(share: 0.7)
        contrast = paper - small.level(share: 0.01)
        let level = max(min(contrast / 2, Self.darkLevel), Self.leastLevel + 5 * noise)
        var counts = StripCounts(columns: columns, rows: rows)
        var (ink, dark, strong) = (0, 0, 0)
        small.withLines { y, bytes in
            guard rows.contains(y) else { return }
            for x in columns where x < small.width && paper - Int(unsafe bytes[x ^ 3]) >= min(level, Self.darkLevel) {
                let depth = paper - Int(unsafe bytes[x ^ 3])
                if depth >= Self.darkLevel { dark += 1 }
                if depth < level { continue }
                ink += 1
                if depth >= Self.strongLevel { strong += 1 }
                counts.add(x: x, y: y)
            }
        }
        let area = Double(max(1, rows.count * columns.count))
        inkShare = Double(ink) / area
        darkShare = Double(dark) / area
        strongShare = Double(strong) / Double(max(1, ink))
        rowness = counts.rowness
    }
}

/// Ink by row and by column, within strips so narrow that a leaning page still shows its lines.
private struct StripCounts {
    private static let strips = 8

    private let columns: Range<Int>
    private let rows: Range<Int>
    private var byRow: [[Int]]
    private var byColumn: [[Int]]

    init(columns: Range<Int>, rows: Range<Int>) {
        self.columns = columns
        self.rows = rows
        byRow = Array(repeating: Array(repeating: 0, count: rows.count), count: Self.strips)
        byColumn = Array(repeating: Array(repeating: 0, count: columns.count), count: Self.strips)
    }

    mutating func add(x: Int, y: Int) {
        byRow[(x - columns.lowerBound) * Self.strips / columns.count][y - rows.lowerBound] += 1
        byColumn[(y - rows.lowerBound) * Self.strips / rows.count][x - columns.lowerBound] += 1
    }

    /// Lines of text make neighbouring rows differ much more than neighbouring columns.
    var rowness: Double {
        func roughness(_ strips: [[Int]], across: Int) -> Double {
            let sum = strips.reduce(0) { sum, counts in sum + zip(counts, counts.dropFirst()).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
            return Double(sum) / Double(max(1, across))
        }
        return (roughness(byRow, across: columns.count) + 1) / (roughness(byColumn, across: rows.count) + 1)
    }
}

extension Raster {
    /// The shade of an 8-bit picture that `share` of its pixels are darker than.
    func level(share: Double) -> Int {
        var histogram = [Int](repeating: 0, count: 256)
        let width = width
        withLines { _, bytes in
            for x in 0..<width { unsafe histogram[Int(bytes[x ^ 3])] += 1 }
        }
        var rest = Int(Double(width * height) * share)
        for (level, pixels) in histogram.enumerated() {
            rest -= pixels
            if rest < 0 { return level }
        }
        return 255
    }
}

extension Raster {
    /// The usual difference between neighbouring pixels of an 8-bit picture: the median.
    fileprivate func noise() -> Int {
        var histogram = [Int](repeating: 0, count: 256)
        let width = width
        withLines { _, bytes in
            for x in 1..<max(1, width) { unsafe histogram[abs(Int(bytes[x ^ 3]) - Int(bytes[(x - 1) ^ 3]))] += 1 }
        }
        var rest = max(0, width - 1) * height / 2
        for (difference, pixels) in histogram.enumerated() {
            rest -= pixels
            if rest < 0 { return difference }
        }
        return 0
    }

    /// The usual difference between a pixel of an 8-bit picture and the one below it: the median.
    fileprivate func rowDifference() -> Int {
        var rows: [[Int]] = []
        let width = width
        withLines { _, bytes in rows.append((0..<width).map { Int(unsafe bytes[$0 ^ 3]) }) }
        let differences = zip(rows, rows.dropFirst()).flatMap { zip($0, $1).map { abs($0 - $1) } }.sorted()
        return differences.isEmpty ? 0 : differences[differences.count / 2]
    }
}
