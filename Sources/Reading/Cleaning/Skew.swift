import CLeptonica
import Records

/// How a page leans.
enum Skew {
    /// Below this many degrees recognition does not suffer.
    static let tolerated = 0.5
    /// Leptonica's measure of how clear the finding is; it calls 3 good.
    private static let minimumConfidence: Float = 3

    /// Dots per inch of the search.
    private static let searchResolution = 100.0

    /// Degrees by which the lines lean clockwise; nil when the page does not tell.
    static func measure(_ grey: Raster, resolution: Double) throws(ReadingFailure) -> Double? {
        let small = try grey.scaled(by: min(1, searchResolution / resolution))
        let (width, height) = (Int32(small.width), Int32(small.height))
        var angle: Float = 0
        var confidence: Float = 0
        let status = small.withPix { pix in
            var letters: UnsafeMutablePointer<PIX>?
            unsafe pixOtsuAdaptiveThreshold(pix, width, height, 0, 0, 0.1, nil, &letters)
            defer { unsafe pixDestroy(&letters) }
            return unsafe pixFindSkewSweepAndSearch(letters, &angle, &confidence, 2, 1, 9, 1, 0.02)
        }
        guard status == 0, confidence >= minimumConfidence else { return nil }
        return Double(-angle)
    }
}
