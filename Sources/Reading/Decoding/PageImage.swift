import CLeptonica
import Foundation
import Records

/// One page as a picture, upright as its file displays it, with the resolution that it is believed to have.
struct PageImage {
    var raster: Raster
    /// Dots per inch.
    var resolution: Double

    /// Resolutions that scanners use. A file that claims another one, or none, is taken for a page as wide as A4.
    private static let plausible = 100.0...1200.0
    private static let shortSideOfA4 = 8.27
    /// Inches of the short sides of A2 to A7. A picture in the shape of a sheet that would be none of these is one of A4 with a wrong resolution:
    /// dots an inch taken for dots a centimetre.
    private static let shortSides = [16.54, 11.69, 8.27, 5.83, 4.13, 2.91]
    private static let shapeTolerance = 0.02
    private static let sizeTolerance = 0.04
    /// Dots per inch beyond which a page is made smaller before anything looks at it, and what it has then: enough for barcodes and for a second
    /// look at what is pale or weak. The page as a whole is read at fewer (`PageLook`).
    private static let finest = 400.0
    private static let ample = 300.0
    /// A fax has half as many dots down as across; beyond this ratio its pixels are made square.
    private static let squareness = 1.05

    init(raster: Raster, statedResolution: Double) {
        self.raster = raster
        let (short, long) = (Double(min(raster.width, raster.height)), Double(max(raster.width, raster.height)))
        let estimate = max(short / Self.shortSideOfA4, PixelBudget.lowestResolution)
        let isSheet = abs(long / short / 2.squareRoot() - 1) <= Self.shapeTolerance
        let isStandard = Self.shortSides.contains { abs(short / statedResolution / $0 - 1) <= Self.sizeTolerance }
        let isBelieved = Self.plausible.contains(statedResolution) && (!isSheet || isStandard || !Self.plausible.contains(estimate))
        resolution = isBelieved ? statedResolution : estimate
    }

    /// The same page within `PixelBudget.read`.
    func withinBudget() throws(ReadingFailure) -> PageImage {
        try scaled(by: PixelBudget.readingScale(width: Double(raster.width), height: Double(raster.height)))
    }

    /// The same page as all that reads it takes it: its pixels square, and no more of them than anybody needs. A page is not made smaller than A4
    /// would be, because files claim resolutions that they do not have.
    func asRead() throws(ReadingFailure) -> PageImage {
        let page = try squared()
        guard resolution > Self.finest else { return page }
        let enough = Self.ample * Self.shortSideOfA4 / Double(min(page.raster.width, page.raster.height))
        return try page.scaled(by: min(1, max(Self.ample / resolution, enough)))
    }

    /// Where the file tells two resolutions, and the page is more like a sheet of paper for believing it.
    private func squared() throws(ReadingFailure) -> PageImage {
        let (x, y) = raster.withPix { unsafe (Double(pixGetXRes($0)), Double(pixGetYRes($0))) }
        guard Self.plausible.contains(max(x, y)), min(x, y) > 0, max(x, y) / min(x, y) > Self.squareness else { return self }
        let (across, down) = (max(x, y) / x, max(x, y) / y)
        let (width, height) = (Double(raster.width), Double(raster.height))
        guard Self.strangeness(width * across, height * down) < Self.strangeness(width, height) else { return self }
        return try PageImage(raster: raster.stretched(x: across, y: down), statedResolution: max(x, y))
    }

    /// How far a shape is from that of a sheet.
    private static func strangeness(_ width: Double, _ height: Double) -> Double {
        abs(log(max(width, height) / min(width, height) / 2.squareRoot()))
    }

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
