import CTIFF
import Records

/// A TIFF page as libtiff itself makes it into colours: tiles, samples in planes, whatever Leptonica leaves.
enum TIFFPicture {
    static func raster(_ path: String, page: Int) throws(ReadingFailure) -> Raster {
        TIFFErrors.listen()
        guard let tiff = unsafe TIFFOpen(path, "rm") else { throw ReadingFailure(.unreadable, "libtiff does not open the TIFF") }
        defer { unsafe TIFFClose(tiff) }
        guard unsafe TIFFSetDirectory(tiff, tdir_t(page - 1)) == 1 else { throw ReadingFailure(.unreadable, "TIFF without page \(page)") }
        let tags = unsafe TIFFTags(tiff)
        try PixelBudget.checkDecoding(width: tags.width, height: tags.height, bitsPerPixel: 32)
        let pixels = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: tags.width * tags.height)
        defer { unsafe pixels.deallocate() }
        guard let start = pixels.baseAddress,
            unsafe TIFFReadRGBAImageOriented(tiff, UInt32(tags.width), UInt32(tags.height), start, ORIENTATION_TOPLEFT, 1) == 1
        else { throw ReadingFailure(.unreadable, "TIFF decoding failed") }
        for index in 0..<(tags.width * tags.height) { unsafe pixels[index] = opaque(pixels[index]) }
        return try unsafe start.withMemoryRebound(to: UInt8.self, capacity: 4 * pixels.count) { (bytes) throws(ReadingFailure) -> Raster in
            try unsafe Raster(cairoPixels: bytes, stride: 4 * tags.width, width: tags.width, height: tags.height)
        }
    }

    /// From 0xAABBGGRR with colours faded by alpha to 0x00RRGGBB on white.
    private static func opaque(_ pixel: UInt32) -> UInt32 {
        let white = 255 - pixel >> 24
        func part(_ shift: UInt32) -> UInt32 { min(255, (pixel >> shift & 0xFF) + white) }
        return part(0) << 16 | part(8) << 8 | part(16)
    }
}
