import CTIFF
import Records

/// Walks every directory of a TIFF and asks whether each strip or tile lies inside the file: a cut TIFF otherwise loses its last
/// pages without an error.
enum TIFFWalk {
    /// The number of directories, all of them whole.
    static func pages(of file: borrowing HostileFile, path: String) throws(ReadingFailure) -> Int {
        TIFFErrors.listen()
        // "m": do not map the file into memory; it may shrink.
        guard let tiff = unsafe TIFFOpen(path, "rm") else { throw cut("TIFF without a directory") }
        defer { unsafe TIFFClose(tiff) }
        var pages = 0
        while true {
            pages += 1
            guard pages <= FileExaminer.maximumPages else { return pages }
            try unsafe checkDimensions(tiff)
            try unsafe checkStriles(tiff, fileSize: UInt64(file.size))
            if unsafe TIFFLastDirectory(tiff) != 0 { return pages }
            guard unsafe TIFFReadDirectory(tiff) == 1 else { throw cut("TIFF directory \(pages + 1) does not resolve") }
        }
    }

    private static func cut(_ detail: String) -> ReadingFailure { ReadingFailure(.truncated, detail, mayPass: true) }

    private static func checkDimensions(_ tiff: OpaquePointer) throws(ReadingFailure) {
        var width: UInt32 = 0
        var height: UInt32 = 0
        var bits: UInt16 = 1
        var samples: UInt16 = 1
        unsafe field(tiff, UInt32(TIFFTAG_IMAGEWIDTH), into: &width)
        unsafe field(tiff, UInt32(TIFFTAG_IMAGELENGTH), into: &height)
        unsafe field(tiff, UInt32(TIFFTAG_BITSPERSAMPLE), into: &bits)
        unsafe field(tiff, UInt32(TIFFTAG_SAMPLESPERPIXEL), into: &samples)
        try PixelBudget.checkDecoding(width: Int(width), height: Int(height), bitsPerPixel: Int(bits) * Int(samples))
    }

    private static func field<Value>(_ tiff: OpaquePointer, _ tag: UInt32, into value: inout Value) {
        _ = unsafe withUnsafeMutablePointer(to: &value) { pointer in
            unsafe withVaList([pointer]) { unsafe TIFFVGetFieldDefaulted(tiff, tag, $0) }
        }
    }

    private static func checkStriles(_ tiff: OpaquePointer, fileSize: UInt64) throws(ReadingFailure) {
        let count = unsafe TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff)
        guard count > 0 else { throw ReadingFailure(.unreadable, "TIFF page without data") }
        for index in 0..<count {
            let offset = unsafe TIFFGetStrileOffset(tiff, index)
            let bytes = unsafe TIFFGetStrileByteCount(tiff, index)
            let (end, overflow) = offset.addingReportingOverflow(bytes)
            guard offset > 0, bytes > 0, !overflow, end <= fileSize else { throw cut("TIFF strip outside the file") }
        }
    }
}
