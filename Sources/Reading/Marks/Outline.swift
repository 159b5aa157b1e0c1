import CLeptonica
import Records

/// The outline of a region: where each column of it begins and ends, how much it fills, how it leans.
struct Outline {
    let width: Int
    let height: Int
    /// First row of the region in each column, and one past its last; equal where the column is empty.
    private(set) var tops: [Int]
    private(set) var bottoms: [Int]
    /// Share of the bounding box.
    private(set) var fill = 0.0

    /// The largest connected region of a 1-bit picture, if it spans the whole picture.
    init?(of clip: Raster) {
        width = clip.width
        height = clip.height
        tops = []
        bottoms = []
        guard let region = clip.spanningRegion() else { return nil }
        tops = [Int](repeating: height, count: width)
        bottoms = [Int](repeating: 0, count: width)
        var count = 0
        region.withBits { x, y in
            tops[x] = min(tops[x], y)
            bottoms[x] = max(bottoms[x], y + 1)
            count += 1
        }
        fill = Double(count) / Double(width * height)
    }

    /// A full rectangle.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        tops = [Int](repeating: 0, count: width)
        bottoms = [Int](repeating: height, count: width)
        fill = 1
    }

    /// Rise of the upper and lower edges, in pixels down for a pixel to the right: the median over pairs of columns half a width
    /// apart, so that handwriting across an edge does not count.
    var slope: Double {
        let half = width / 2
        guard half > 4 else { return 0 }
        var slopes: [Double] = []
        for x in 0..<(width - half) where bottoms[x] > tops[x] && bottoms[x + half] > tops[x + half] {
            slopes.append(Double(tops[x + half] - tops[x]) / Double(half))
            slopes.append(Double(bottoms[x + half] - bottoms[x]) / Double(half))
        }
        return slopes.isEmpty ? 0 : slopes.sorted()[slopes.count / 2]
    }

    /// Share of the columns whose upper and lower ends lie within `tolerance` pixels of straight edges.
    func straightness(within tolerance: Double) -> Double {
        let slope = slope
        return min(share(of: tops, along: slope, within: tolerance), share(of: bottoms, along: slope, within: tolerance))
    }

    /// With every column reaching to the straight edges: a letter whose mark comes near the frame cuts the clearing in its columns.
    func reachingEdges() -> Outline {
        let slope = slope
        let (top, bottom) = (Self.level(of: tops, along: slope), Self.level(of: bottoms, along: slope))
        var outline = self
        for x in 0..<width {
            let rise = slope * Double(x)
            outline.tops[x] = max(0, min(tops[x], Int((top + rise).rounded())))
            outline.bottoms[x] = min(height, max(bottoms[x], Int((bottom + rise).rounded())))
        }
        return outline
    }

    private func share(of ends: [Int], along slope: Double, within tolerance: Double) -> Double {
        let middle = Self.level(of: ends, along: slope)
        return Double(ends.enumerated().count { abs(Double($0.element) - slope * Double($0.offset) - middle) <= tolerance })
            / Double(max(1, ends.count))
    }

    /// The row at which an edge of this slope begins on the left: the median over the columns.
    private static func level(of ends: [Int], along slope: Double) -> Double {
        let heights = ends.enumerated().map { Double($0.element) - slope * Double($0.offset) }
        return heights.isEmpty ? 0 : heights.sorted()[heights.count / 2]
    }
}

extension Raster {
    /// The connected region of a 1-bit picture that is as wide and high as the picture; nil when there is none.
    func spanningRegion() -> Raster? {
        let (width, height) = (Int32(width), Int32(height))
        return withPix { pix in
            var parts: UnsafeMutablePointer<PIXA>?
            var boxes = unsafe pixConnComp(pix, &parts, 4)
            defer {
                unsafe boxaDestroy(&boxes)
                unsafe pixaDestroy(&parts)
            }
            for index in 0..<(unsafe pixaGetCount(parts)) {
                var part = unsafe pixaGetPix(parts, index, Int32(L_CLONE))
                if unsafe pixGetWidth(part) == width, unsafe pixGetHeight(part) == height {
                    return try? unsafe Raster(owning: part, "region")
                }
                unsafe pixDestroy(&part)
            }
            return nil
        }
    }

    /// Calls `body` for each black pixel of a 1-bit picture.
    func withBits(_ body: (_ x: Int, _ y: Int) -> Void) {
        withPix { pix in
            guard unsafe pixGetDepth(pix) == 1, let data = unsafe pixGetData(pix) else { return }
            let wordsPerLine = Int(unsafe pixGetWpl(pix))
            let width = Int(unsafe pixGetWidth(pix))
            for y in 0..<Int(unsafe pixGetHeight(pix)) {
                for index in 0..<wordsPerLine {
                    var word = unsafe data[y * wordsPerLine + index]
                    while word != 0 {
                        let bit = word.leadingZeroBitCount
                        if index * 32 + bit < width { body(index * 32 + bit, y) }
                        word &= ~(0x8000_0000 >> UInt32(bit))
                    }
                }
            }
        }
    }
}
