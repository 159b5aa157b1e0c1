import CLeptonica
import CTIFF

/// G4 rows (ITU-T T.6) without a file around them, as a PDF has them: given a TIFF's head, so that libtiff decodes them to 1 bit.
struct FaxPage {
    var rows: [UInt8]
    var width: Int
    var height: Int
    /// Whether a black dot is the sample 1, which a PDF shows white.
    var blackIsOne = false

    private static let headBytes = 8

    /// Nil where libtiff complains.
    func raster() -> Raster? {
        TIFFErrors.listen()
        LeptonicaChatter.silence()
        let doubtsBefore = TIFFErrors.doubts
        let file = tiff
        let raster = try? unsafe Raster(owning: pixReadMemTiff(file, file.count, 0), "G4 decoding")
        guard TIFFErrors.doubts == doubtsBefore, let raster, raster.width == width, raster.height == height, raster.depth == 1 else { return nil }
        return raster
    }

    /// One strip after the head, the directory after it.
    private var tiff: [UInt8] {
        let directory = (Self.headBytes + rows.count + 1) / 2 * 2
        let entries: [(tag: Int32, value: Int)] = [
            (TIFFTAG_IMAGEWIDTH, width), (TIFFTAG_IMAGELENGTH, height), (TIFFTAG_BITSPERSAMPLE, 1),
            (TIFFTAG_COMPRESSION, Int(COMPRESSION_CCITTFAX4)),
            (TIFFTAG_PHOTOMETRIC, Int(blackIsOne ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_MINISWHITE)), (TIFFTAG_STRIPOFFSETS, Self.headBytes),
            (TIFFTAG_SAMPLESPERPIXEL, 1), (TIFFTAG_ROWSPERSTRIP, height), (TIFFTAG_STRIPBYTECOUNTS, rows.count),
        ]
        var file: [UInt8] = [0x49, 0x49, 0x2A, 0x00] + Self.little(directory, 4)
        file.reserveCapacity(directory + 2 + 12 * entries.count + 4)
        file += rows
        while file.count < directory { file.append(0) }
        file += Self.little(entries.count, 2)
        let long = 4
        for entry in entries { file += Self.little(Int(entry.tag), 2) + Self.little(long, 2) + Self.little(1, 4) + Self.little(entry.value, 4) }
        return file + Self.little(0, 4)
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
