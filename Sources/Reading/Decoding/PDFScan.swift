import CLeptonica
import CQPDF
import Records

/// A PDF page that is one JPEG and nothing else, as scanners write them: the picture is taken as it is, not drawn anew.
///
/// That is exact and quick, and it finds damage: Poppler draws what it can of a JPEG and says nothing.
struct PDFScan {
    private let jpeg: [UInt8]
    /// Quarter turns clockwise that the page asks for.
    private let quarters: Int

    /// Nil unless the page is such a page.
    init?(_ structure: borrowing PDFStructure, page: Int, images: [PDFImage]) {
        guard let image = images.first, images.count == 1, image.isPlainJPEG, let rotation = structure.rotationOfPlainPage(page),
            let bytes = structure.bytes(of: image.object, undoing: qpdf_dl_specialized)
        else { return nil }
        jpeg = bytes
        quarters = rotation / 90
    }

    /// The picture, upright as the page displays it; nil when its colours are not for us to tell.
    func raster() throws(ReadingFailure) -> Raster? {
        LeptonicaChatter.silence()
        var (width, height, samples): (Int32, Int32, Int32) = (0, 0, 0)
        guard unsafe readHeaderMemJpeg(jpeg, jpeg.count, &width, &height, &samples, nil, nil) == 0 else {
            throw ReadingFailure(.unreadable, "the page's JPEG does not resolve")
        }
        try PixelBudget.checkDecoding(width: Int(width), height: Int(height), bitsPerPixel: Int(8 * samples))
        guard samples == 1 || samples == 3 else { return nil }
        var warnings: Int32 = 0
        let raster = try unsafe Raster(owning: pixReadMemJpeg(jpeg, jpeg.count, 0, 1, &warnings, 0), "JPEG decoding")
        guard warnings == 0 else { throw ReadingFailure(.unreadable, "the page's JPEG data is damaged") }
        return try raster.turned(quarters: quarters)
    }
}
