import Records

/// How large a picture may be, said before any memory is taken for it.
///
/// A few kilobytes of PDF, TIFF or JPEG can ask for gigabytes of pixels. An office page is far below these bounds: A3 in colour
/// at 400 dpi has 31 million pixels, A0 at 300 dpi has 140 million.
enum PixelBudget {
    /// Pixels of one image as stored.
    static let decodePixels = 150_000_000
    /// Bytes of one image as decoded (a pixel of more than 8 bits takes 4 bytes).
    static let decodeBytes = 600_000_000
    /// Pixels of one page as read; a larger page is read at a lower resolution.
    static let read = 40_000_000
    /// Dots per inch below which a page cannot be read at all: then it is too large, not merely coarse. The largest page of PDF 1.x,
    /// 200 by 200 inches (ISO 32000-1, annex C), comes to 31.
    static let lowestResolution = 30.0

    /// Throws where an image of these dimensions must not be decoded.
    static func checkDecoding(width: Int, height: Int, bitsPerPixel: Int) throws(ReadingFailure) {
        guard width > 0, height > 0 else { throw ReadingFailure(.unreadable, "an image without pixels") }
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard !overflow, pixels <= decodePixels else { throw ReadingFailure(.tooLarge, "\(width) x \(height) pixels, at most \(decodePixels)") }
        let bytes = bitsPerPixel <= 8 ? pixels * max(1, bitsPerPixel) / 8 : pixels * 4
        guard bytes <= decodeBytes else { throw ReadingFailure(.tooLarge, "\(bytes) bytes of pixels, at most \(decodeBytes)") }
    }

    /// The factor (at most 1) that brings so many pixels within `read`.
    static func readingScale(width: Double, height: Double) -> Double {
        let pixels = width * height
        return pixels <= Double(read) ? 1 : (Double(read) / pixels).squareRoot()
    }
}
