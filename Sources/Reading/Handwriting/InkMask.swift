import Records

/// Where a piece of a page has ink, pixel by pixel.
struct InkMask {
    let width: Int
    let height: Int
    /// Line by line.
    var isInk: [Bool]

    /// Shades between paper and the darkest ink, at least: less is no writing.
    private static let leastContrast = 40
    /// The share of the pixels that are darker than the shade taken for the ink's.
    private static let darkest = 0.02
    /// Of the way from paper to ink: what is darker is ink.
    private static let level = 0.42

    init(width: Int, height: Int, isInk: [Bool]) {
        self.width = width
        self.height = height
        self.isInk = isInk
    }

    /// - Parameter piece: 8 bits of grey. Nil where nothing stands out from the paper.
    init?(_ piece: Raster) {
        let paper = piece.level(share: 0.7)
        let ink = piece.level(share: Self.darkest)
        guard paper - ink >= Self.leastContrast else { return nil }
        let limit = paper - Int(Self.level * Double(paper - ink))
        self.init(width: piece.width, height: piece.height, isInk: piece.lines().map { Int($0) < limit })
    }

    func ink(_ x: Int, _ y: Int) -> Bool { isInk[y * width + x] }

    mutating func wipe(_ x: Int, _ y: Int) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        isInk[y * width + x] = false
    }

    /// Connected regions of ink, corners included, from left to right.
    func parts() -> [InkPart] {
        var isSeen = [Bool](repeating: false, count: isInk.count)
        var parts: [InkPart] = []
        for start in isInk.indices where isInk[start] && !isSeen[start] {
            var pixels: [InkPart.Pixel] = []
            var open = [start]
            isSeen[start] = true
            while let place = open.popLast() {
                let (x, y) = (place % width, place / width)
                pixels.append(InkPart.Pixel(x: x, y: y))
                for ny in max(0, y - 1)...min(height - 1, y + 1) {
                    for nx in max(0, x - 1)...min(width - 1, x + 1) where isInk[ny * width + nx] && !isSeen[ny * width + nx] {
                        isSeen[ny * width + nx] = true
                        open.append(ny * width + nx)
                    }
                }
            }
            parts.append(InkPart(pixels))
        }
        return parts.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
    }
}

/// Some ink that belongs together: its pixels, and the box around them.
struct InkPart {
    struct Pixel: Equatable {
        var x: Int
        var y: Int
    }

    private(set) var pixels: [Pixel]
    private(set) var left = Int.max
    private(set) var top = Int.max
    /// One beyond the last column and line.
    private(set) var right = Int.min
    private(set) var bottom = Int.min

    init(_ pixels: [Pixel]) {
        self.pixels = pixels
        for pixel in pixels {
            left = min(left, pixel.x)
            right = max(right, pixel.x + 1)
            top = min(top, pixel.y)
            bottom = max(bottom, pixel.y + 1)
        }
    }

    var width: Int { right - left }
    var height: Int { bottom - top }
    var middle: Double { Double(left + right) / 2 }

    func joined(with other: InkPart) -> InkPart { InkPart(pixels + other.pixels) }

    /// What of it lies left of a column, and what on it and right of it.
    func cut(at column: Int) -> (left: InkPart, right: InkPart) {
        (InkPart(pixels.filter { $0.x < column }), InkPart(pixels.filter { $0.x >= column }))
    }
}
