import CLeptonica
import Records

/// The white between two columns: agency and national title, recipients and signature.
enum ColumnGap {
    /// Dots per inch of the search.
    private static let searchResolution = 75.0
    /// Millimetres: the spaces of a line are narrower.
    private static let leastWidth = 7.0
    /// Share of the width, from the left, within which the middle of a gutter lies.
    private static let place = 0.25...0.75
    /// Shades below the paper that count as ink, at least.
    private static let leastInk = 40

    /// The column of pixels in the middle of the widest white gap that runs from top to bottom of `band` with ink on both sides; nil
    /// where there is none.
    static func middle(of band: Raster, resolution: Double) throws(ReadingFailure) -> Int? {
        let scale = min(1, searchResolution / resolution)
        let small = try band.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) }
        let paper = small.level(share: 0.7)
        let level = paper - max(leastInk, (paper - small.level(share: 0.005)) / 2)
        let width = small.width
        var hasInk = [Bool](repeating: false, count: width)
        small.withLines { _, bytes in
            for x in 0..<width where Int(unsafe bytes[x ^ 3]) < level { hasInk[x] = true }
        }
        guard let first = hasInk.firstIndex(of: true), let last = hasInk.lastIndex(of: true) else { return nil }
        var widest: Range<Int>?
        var start = first
        for x in first...last where hasInk[x] {
            if x - start > widest?.count ?? 0 { widest = start + 1..<x }
            start = x
        }
        guard let widest, Double(widest.count) >= leastWidth / 25.4 * resolution * scale else { return nil }
        let middle = (widest.lowerBound + widest.upperBound) / 2
        return place.contains(Double(middle) / Double(width)) ? min(band.width - 1, Int(Double(middle) / scale)) : nil
    }
}
