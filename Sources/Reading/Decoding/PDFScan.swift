import CLeptonica
import CQPDF
import Records

/// A PDF page that is nothing but pictures, as scanners write them: their pixels are taken as they are, not drawn anew.
///
/// That is exact and quick, and it finds damage: Poppler draws what it can of a JPEG and says nothing.
struct PDFScan {
    /// A picture and where it lies.
    private struct Tile {
        var raster: Raster
        var place: TilePlace
    }

    /// Points, as displayed.
    private let width: Double
    private let height: Double
    private let tiles: [Tile]

    /// Share of a page that a sole picture may miss or exceed at its edges and still be the page.
    private static let tolerance = 0.01
    /// How much the resolutions of a page's pictures may differ for them to be parts of one scan.
    private static let unevenness = 0.01
    /// From this ratio of its resolutions on, a picture is stretched before it is read: a fax has half as many dots down as across.
    private static let squareness = 1.05

    /// Nil unless the page is such a page, and the colours of its pictures are for us to tell.
    init?(_ structure: borrowing PDFStructure, page number: Int) throws(ReadingFailure) {
        defer { unsafe qpdf_oh_release_all(structure.data) }
        guard let page = try structure.scannedPage(number), page.isCovered, page.overlays.isEmpty, !page.showsText else { return nil }
        let places = page.pictures.compactMap { TilePlace($0, on: page) }
        guard places.count == page.pictures.count else { return nil }
        var tiles: [Tile] = []
        for (picture, place) in zip(page.pictures, places) {
            guard let raster = try structure.raster(of: picture) else { return nil }
            tiles.append(Tile(raster: try raster.plain().turned(quarters: place.quarters), place: place))
        }
        let isTurned = page.rotation % 180 != 0
        (width, height) = isTurned ? (page.height, page.width) : (page.width, page.height)
        self.tiles = tiles
    }

    /// The page, upright as displayed, at its pictures' own resolution; nil when they have several.
    func image() throws(ReadingFailure) -> PageImage? {
        let across = tiles.map { Double($0.raster.width) / $0.place.width }
        let down = tiles.map { Double($0.raster.height) / $0.place.height }
        guard let x = across.first, let y = down.first, Self.isEven(across), Self.isEven(down) else { return nil }
        let (pixelsAcross, pixelsDown) = (Int((width * x).rounded()), Int((height * y).rounded()))
        try PixelBudget.checkDecoding(width: pixelsAcross, height: pixelsDown, bitsPerPixel: 32)
        var raster = tiles[0].raster
        if tiles.count > 1 || !tiles[0].place.isWhole(width, height, tolerance: Self.tolerance) {
            raster = try pasted(x: x, y: y, width: pixelsAcross, height: pixelsDown)
        }
        let finest = max(x, y)
        if finest / min(x, y) > Self.squareness { raster = try raster.stretched(x: finest / x, y: finest / y) }
        return try PageImage(raster: raster, statedResolution: 72 * finest).withinBudget()
    }

    private static func isEven(_ values: [Double]) -> Bool { (values.max() ?? 0) <= (1 + unevenness) * (values.min() ?? 0) }

    /// The pictures on white, `x` and `y` pixels a point.
    private func pasted(x: Double, y: Double, width: Int, height: Int) throws(ReadingFailure) -> Raster {
        let depth = tiles.map(\.raster.depth).max() ?? 1
        let page = try unsafe Raster(owning: pixCreate(Int32(width), Int32(height), Int32(depth)), "page")
        page.withPix { pix in _ = unsafe pixSetBlackOrWhite(pix, Int32(L_SET_WHITE)) }
        for tile in tiles {
            let raster = try tile.raster.deepened(to: depth)
            let (left, top) = (Int32((tile.place.left * x).rounded()), Int32((tile.place.top * y).rounded()))
            page.withPix { pix in
                raster.withPix { part in
                    _ = unsafe pixRasterop(pix, left, top, pixGetWidth(part), pixGetHeight(part), Int32(PIX_SRC), part, 0, 0)
                }
            }
        }
        return page
    }
}

/// Where a picture lies on the page as displayed, in points from its upper left corner.
struct TilePlace {
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    /// Quarter turns clockwise that the page gives the picture.
    var quarters: Int

    /// Points by which a picture may lean: what is left of rounding.
    private static let lean = 1.0

    /// Nil for a picture that leans or is mirrored.
    init?(_ picture: ScannedPage.Picture, on page: ScannedPage) {
        guard let display = Matrix.undoingRotation(page.rotation, width: page.width, height: page.height).inverse else { return nil }
        let matrix = picture.matrix.then(display)
        switch (matrix.a, matrix.b, matrix.c, matrix.d) {
        case (0.1..., -Self.lean...Self.lean, -Self.lean...Self.lean, 0.1...): quarters = 0
        case (-Self.lean...Self.lean, ..<(-0.1), 0.1..., -Self.lean...Self.lean): quarters = 1
        case (..<(-0.1), -Self.lean...Self.lean, -Self.lean...Self.lean, ..<(-0.1)): quarters = 2
        case (-Self.lean...Self.lean, 0.1..., ..<(-0.1), -Self.lean...Self.lean): quarters = 3
        default: return nil
        }
        let bounds = matrix.bounds
        left = bounds.left
        top = (page.rotation % 180 == 0 ? page.height : page.width) - bounds.top
        width = bounds.right - bounds.left
        height = bounds.top - bounds.bottom
    }

    /// Whether it is all of a page of this size, give or take a share.
    func isWhole(_ pageWidth: Double, _ pageHeight: Double, tolerance: Double) -> Bool {
        let slack = tolerance * max(pageWidth, pageHeight)
        return [left, top, left + width - pageWidth, top + height - pageHeight].allSatisfy { abs($0) <= slack }
    }
}
