import Foundation
import Records

/// A word as it would be printed at one size: which pixels are its strokes, and which lie between them.
struct WordShape {
    let word: String
    let width: Int
    let height: Int
    /// Rows of the capitals' upper and lower ends.
    let head: Int
    let foot: Int
    /// Offsets from the left upper corner.
    private let strokes: [(x: Int, y: Int)]
    private let gaps: [(x: Int, y: Int)]

    /// Thickness of bold strokes, and how far from one the paper still counts as the word's, in heights of a capital.
    private static let thickness = 0.17
    private static let surroundings = 0.42
    /// Heights of a capital above and below the capitals that marks of tone reach.
    private static let above = 0.62
    private static let below = 0.34

    /// - Parameters:
    ///   - capital: the height of a capital in pixels
    ///   - stretch: how much wider than its typeface the word is
    init(_ word: String, capital: Double, stretch: Double) {
        let (lines, length) = LetterStrokes.word(word)
        self.word = word
        width = Int((length * stretch * capital).rounded(.up))
        height = Int(((1 + Self.above + Self.below) * capital).rounded(.up))
        head = Int(Self.above * capital)
        foot = Int((1 + Self.above) * capital)
        let segments = lines.flatMap { line in zip(line, line.dropFirst()) }.map { ends in
            [ends.0, ends.1].map { (x: $0.x * stretch * capital, y: (1 + Self.above - $0.y) * capital) }
        }
        var strokes: [(x: Int, y: Int)] = []
        var gaps: [(x: Int, y: Int)] = []
        for y in 0..<height {
            for x in 0..<width {
                let distance = segments.lazy.map { Self.distance(Double(x) + 0.5, Double(y) + 0.5, $0[0], $0[1]) }.min() ?? .infinity
                if distance <= Self.thickness / 2 * capital {
                    strokes.append((x, y))
                } else if distance >= Self.thickness / 2 * capital + 1, distance <= Self.surroundings * capital {
                    gaps.append((x, y))
                }
            }
        }
        self.strokes = strokes
        self.gaps = gaps
    }

    /// How well a place looks like the word: the correlation (-1...1) of its ink with the word's strokes.
    func likeness(to ink: InkMap, x: Int, y: Int) -> Double {
        var (sum, squares, onStrokes) = (0.0, 0.0, 0.0)
        for place in strokes {
            let amount = ink[x + place.x, y + place.y]
            onStrokes += amount
            squares += amount * amount
        }
        sum = onStrokes
        for place in gaps {
            let amount = ink[x + place.x, y + place.y]
            sum += amount
            squares += amount * amount
        }
        let count = Double(strokes.count + gaps.count)
        let share = Double(strokes.count) / count
        let mean = sum / count
        let spread = (squares / count - mean * mean) * share * (1 - share)
        return spread > 0 ? (onStrokes / count - mean * share) / spread.squareRoot() : 0
    }

    private static func distance(_ x: Double, _ y: Double, _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) -> Double {
        let (across, down) = (end.x - start.x, end.y - start.y)
        let length = across * across + down * down
        let part = length == 0 ? 0 : min(1, max(0, ((x - start.x) * across + (y - start.y) * down) / length))
        return hypot(x - start.x - part * across, y - start.y - part * down)
    }
}

/// Amounts of ink, 0 to 1; none outside.
struct InkMap {
    let width: Int
    let height: Int
    private var amounts: [Double]

    /// - Parameter strongest: the shade that counts as full ink, of a picture that is black on white.
    init(of raster: Raster, strongest: Int) {
        (width, height) = (raster.width, raster.height)
        let scale = Double(max(1, 255 - strongest))
        amounts = raster.lines().map { min(1, Double(255 - Int($0)) / scale) }
    }

    /// Share of the columns of a row that hold ink of at least this amount.
    func shown(row: Int, columns: ClosedRange<Int>, atLeast least: Double) -> Double {
        Double(columns.count { self[$0, row] >= least }) / Double(columns.count)
    }

    subscript(x: Int, y: Int) -> Double { x >= 0 && y >= 0 && x < width && y < height ? amounts[y * width + x] : 0 }
}
