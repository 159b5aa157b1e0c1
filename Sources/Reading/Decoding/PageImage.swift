import CLeptonica
import Records

/// One page as a picture, upright as its file displays it, with the resolution that it is believed to have.
struct PageImage {
    var raster: Raster
    /// Dots per inch.
    var resolution: Double

    /// Resolutions that scanners use. A file that claims another one, or none, is taken for a page as wide as A4.
    private static let plausible = 100.0...1200.0
    private static let shortSideOfA4 = 8.27
    /// Dots per inch from which on letters are read no better, only later, and what such a page is read at.
    private static let finest = 400.0
    private static let ample = 300.0

    init(raster: Raster, statedResolution: Double) {
        self.raster = raster
        let estimate = Double(min(raster.width, raster.height)) / Self.shortSideOfA4
        resolution = Self.plausible.contains(statedResolution) ? statedResolution : max(estimate, PixelBudget.lowestResolution)
    }

    /// The same page within `PixelBudget.read`.
    func withinBudget() throws(ReadingFailure) -> PageImage {
        try scaled(by: PixelBudget.readingScale(width: Double(raster.width), height: Double(raster.height)))
    }

    /// The same page no finer than reading needs.
    func asRead() throws(ReadingFailure) -> PageImage { try scaled(by: resolution > Self.finest ? Self.ample / resolution : 1) }

    /// The same page at so many dots per inch; at fewer where that would be more than `PixelBudget.read`.
    func at(_ wanted: Double) throws(ReadingFailure) -> PageImage {
        try scaled(by: min(wanted / resolution, (Double(PixelBudget.read) / Double(raster.width * raster.height)).squareRoot()))
    }

    private func scaled(by scale: Double) throws(ReadingFailure) -> PageImage {
        if abs(scale - 1) < 0.01 { return self }
        var other = self
        other.raster = try (raster.depth == 1 ? raster.grey() : raster).scaled(by: scale)
        other.resolution = resolution * scale
        return other
    }
}
