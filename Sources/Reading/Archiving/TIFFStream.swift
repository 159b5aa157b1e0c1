import CTIFF
import Glibc
import Records

/// A TIFF page's data as a PDF takes it: G4 and JPEG that lie in one strip.
enum TIFFStream {
    /// The page (from 1) of a TIFF file.
    static func page(_ path: String, number: Int) throws(ReadingFailure) -> ArchivalPage {
        // Decoding finds damage.
        let decoded = try ImageDecoder.decode(PageRequest(path: path, mediaType: .tiff, page: number, languages: ""))
        let kept = try image(path, number: number)
        let image = if let kept { kept } else { try RasterStream.coded(decoded.raster, of: path) }
        return ArchivalPage(image, resolution: decoded.resolution(ofWidth: image.width))
    }

    private static func image(_ path: String, number: Int) throws(ReadingFailure) -> ImageStream? {
        TIFFErrors.listen()
        guard let tiff = unsafe TIFFOpen(path, "rm") else { throw ReadingFailure(.unreadable, "libtiff does not open the TIFF") }
        defer { unsafe TIFFClose(tiff) }
        guard unsafe TIFFSetDirectory(tiff, tdir_t(number - 1)) == 1 else { throw ReadingFailure(.unreadable, "TIFF without page \(number)") }
        let page = unsafe TIFFTags(tiff)
        guard page.isPlain, unsafe TIFFIsTiled(tiff) == 0 else { return nil }
        let strips = unsafe TIFFNumberOfStrips(tiff)
        switch page.compression {
        case COMPRESSION_CCITTFAX4:
            guard page.bits == 1, page.samples == 1, page.photometric <= PHOTOMETRIC_MINISBLACK, strips == 1,
                var strip = unsafe strip(0, of: tiff)
            else { return nil }
            if page.fillOrder == FILLORDER_LSB2MSB { unsafe TIFFReverseBits(&strip, tmsize_t(strip.count)) }
            let isInverse = page.photometric == PHOTOMETRIC_MINISBLACK
            return ImageStream(
                width: page.width, height: page.height, bitsPerComponent: 1, colourSpace: .grey, filter: "/CCITTFaxDecode",
                parameters: "<</K -1/Columns \(page.width)/Rows \(page.height)\(isInverse ? "/BlackIs1 true" : "")>>", bytes: strip)
        case COMPRESSION_JPEG:
            guard page.bits == 8, let parameters = page.jpegParameters else { return nil }
            let data = (0..<strips).compactMap { unsafe strip($0, of: tiff) }
            guard data.count == Int(strips), let jpeg = JPEGStrips(data, tables: unsafe tables(of: tiff)).joined(height: page.height),
                var image = try JPEGStream.image(jpeg)
            else { return nil }
            try JPEGStream.check(jpeg)
            image.parameters = parameters.isEmpty ? nil : parameters
            return image.width == page.width && image.height == page.height ? image : nil
        default: return nil
        }
    }

    private static func strip(_ index: UInt32, of tiff: OpaquePointer) -> [UInt8]? {
        let count = unsafe TIFFRawStripSize(tiff, index)
        guard count > 0, count <= PixelBudget.decodeBytes else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        return unsafe TIFFReadRawStrip(tiff, index, &bytes, count) == count ? bytes : nil
    }

    /// What the JPEG strips of a page share; empty where each has its own.
    private static func tables(of tiff: OpaquePointer) -> [UInt8] {
        var count: UInt32 = 0
        var data: UnsafeMutableRawPointer?
        let found = unsafe withUnsafeMutablePointer(to: &count) { count in
            unsafe withUnsafeMutablePointer(to: &data) { data in
                unsafe withVaList([count, data]) { unsafe TIFFVGetField(tiff, UInt32(TIFFTAG_JPEGTABLES), $0) }
            }
        }
        guard found == 1, let data = unsafe data else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: data, count: Int(count)))
    }
}

/// What a TIFF directory says of its picture.
struct TIFFTags {
    var width = 0
    var height = 0
    var bits: Int32 = 1
    var samples: Int32 = 1
    var compression: Int32 = 1
    var photometric: Int32 = 0
    var fillOrder: Int32 = 1
    /// Whether the picture stands as displayed, its samples side by side.
    var isPlain = true

    init(_ tiff: OpaquePointer) {
        width = unsafe Self.value(tiff, TIFFTAG_IMAGEWIDTH, UInt32(0))
        height = unsafe Self.value(tiff, TIFFTAG_IMAGELENGTH, UInt32(0))
        func short(_ tag: Int32, _ usual: UInt16) -> Int32 { unsafe Int32(Self.value(tiff, tag, usual)) }
        bits = short(TIFFTAG_BITSPERSAMPLE, 1)
        samples = short(TIFFTAG_SAMPLESPERPIXEL, 1)
        compression = short(TIFFTAG_COMPRESSION, 1)
        photometric = short(TIFFTAG_PHOTOMETRIC, 0xFFFF)
        fillOrder = short(TIFFTAG_FILLORDER, 1)
        isPlain = short(TIFFTAG_ORIENTATION, 1) == 1 && (samples == 1 || short(TIFFTAG_PLANARCONFIG, 1) == 1)
    }

    /// What a JPEG decoder must be told of the colours; nil where they are not for us to tell.
    var jpegParameters: String? {
        switch photometric {
        case PHOTOMETRIC_MINISBLACK where samples == 1: ""
        case PHOTOMETRIC_YCBCR where samples == 3: ""
        case PHOTOMETRIC_RGB where samples == 3: "<</ColorTransform 0>>"
        default: nil
        }
    }

    private static func value<Value: FixedWidthInteger>(_ tiff: OpaquePointer, _ tag: Int32, _ usual: Value) -> Int {
        var value = usual
        _ = unsafe withUnsafeMutablePointer(to: &value) { pointer in
            unsafe withVaList([pointer]) { unsafe TIFFVGetFieldDefaulted(tiff, UInt32(tag), $0) }
        }
        return Int(value)
    }
}
