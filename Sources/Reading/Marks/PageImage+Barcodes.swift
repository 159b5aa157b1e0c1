import CLeptonica
import Records

extension PageImage {
    /// Millimetres around a barcode: its place is that of the lines that were read, not of its edges.
    private static let barcodeMargin = 1.5
    /// Codes that hold a check: others may be letters that were taken for bars.
    private static let checkedFormats: Set = ["QR", "CODE-128"]

    /// One line of pixels in so many is looked along, at first and where that tells nothing: whether a code is read may depend on which
    /// lines these are.
    private static let densities: [Int32] = [1, 2]

    /// The codes on the page, their boxes on it as it lies.
    ///
    /// - Parameter number: The page's number in its file, from 1.
    func barcodes(page number: Int) throws(ReadingFailure) -> [Barcode] {
        // Codes are black: one colour tells as much as a shade of all three, and sooner.
        let grey =
            raster.depth == 32 ? try raster.made("green") { unsafe pixGetRGBComponent($0, Int32(COLOR_GREEN)) } : try raster.grey()
        let areas = try CodeAreas.areas(on: grey, resolution: resolution)
        var codes: [Barcode] = []
        for density in Self.densities where codes.isEmpty {
            codes = try BarcodeReader.barcodes(on: grey, in: areas, density: density, page: number)
        }
        return try codes + PatchReader.codes(on: grey, resolution: resolution, page: number)
    }

    /// With white in place of the codes that are certain: their bars otherwise come back as letters.
    func without(_ barcodes: [Barcode]) throws(ReadingFailure) -> PageImage {
        let boxes = barcodes.filter { Self.checkedFormats.contains($0.format) }.compactMap(\.box)
        if boxes.isEmpty { return self }
        var page = self
        page.raster = try raster.copy()
        let margin = Int(Self.barcodeMargin / 25.4 * resolution)
        for box in boxes { page.raster.whiten(PixelBox(box, on: page.raster).grown(by: margin)) }
        return page
    }
}

extension Barcode {
    /// On the page turned clockwise by quarters.
    func turned(quarters: Int) -> Barcode {
        var barcode = self
        for _ in 0..<quarters {
            barcode.box = barcode.box.map { Box(x: 1 - $0.bottom, y: $0.x, width: $0.height, height: $0.width) }
        }
        return barcode
    }
}
