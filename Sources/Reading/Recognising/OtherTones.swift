import CLeptonica
import Records

/// Reads a page that was read badly once more in other tones: smoothed, where letters are frayed or broken; and as the median of
/// neighbours, where they are full of specks. The whole reading that is better is kept: lines of two readings do not fit each other.
struct OtherTones {
    let engine: TesseractEngine
    let resolution: Double

    /// A page of this mean confidence needs no other look.
    private static let good = 0.9
    /// Another reading must be better by this factor.
    private static let gain = 1.03
    /// Pixels at 300 dpi: smoothing reaches so far to each side, and the median is of a square of so many.
    private static let smoothing: Int32 = 1
    private static let median: Int32 = 3

    func improved(_ words: [RecognisedWord], on grey: Raster) throws(ReadingFailure) -> (words: [RecognisedWord], grey: Raster)? {
        guard words.meanConfidence < Self.good else { return nil }
        let calm = try grey.made("median") { unsafe pixMedianFilter($0, Self.median, Self.median) }
        let smooth = try grey.made("smoothing") { unsafe pixBlockconvGray($0, nil, Self.smoothing, Self.smoothing) }
        var best: (words: [RecognisedWord], grey: Raster)?
        for other in [calm, smooth] {
            let again = try engine.recognise(other, resolution: resolution)
            if again.worth > Self.gain * (best?.words ?? words).worth { best = (again, other) }
        }
        return best
    }
}
