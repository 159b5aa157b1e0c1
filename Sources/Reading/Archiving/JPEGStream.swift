import CLeptonica
import Records

/// JPEG data as a PDF takes it: the file's own bytes.
enum JPEGStream {
    /// A picture decoded at an eighth of its size costs little, and all damage is found.
    private static let checkingReduction: Int32 = 8

    /// The page that a JPEG file is.
    static func page(_ path: String) throws(ReadingFailure) -> ArchivalPage {
        let file = try HostileFile(path)
        let bytes = try file.bytes(at: 0, count: file.size)
        let orientation = try EXIFOrientation.read(path)
        if let rotation = orientation.rotation, let image = try image(bytes) {
            let small = try decoded(bytes)
            let stated = small.withPix { unsafe (x: Double(pixGetXRes($0)), y: Double(pixGetYRes($0))) }
            if PageImage(raster: small, statedResolution: stated.x).resolution == stated.x {
                return ArchivalPage(image, resolution: stated.y == 0 ? (stated.x, stated.x) : stated, rotation: rotation)
            }
            let full = try ImageDecoder.decode(PageRequest(path: path, mediaType: .jpeg, page: 1, languages: ""))
            let width = rotation % 180 == 0 ? image.width : image.height
            return ArchivalPage(image, resolution: full.resolution(ofWidth: width), rotation: rotation)
        }
        return try RasterStream.page(path, mediaType: .jpeg, number: 1)
    }

    /// The picture that these bytes code; nil when a PDF/A-1 cannot hold them as they are or their colours are doubtful.
    static func image(_ bytes: [UInt8]) throws(ReadingFailure) -> ImageStream? {
        LeptonicaChatter.silence()
        var (width, height, samples): (Int32, Int32, Int32) = (0, 0, 0)
        guard unsafe readHeaderMemJpeg(bytes, bytes.count, &width, &height, &samples, nil, nil) == 0 else {
            throw ReadingFailure(.unreadable, "the page's JPEG does not resolve")
        }
        try PixelBudget.checkDecoding(width: Int(width), height: Int(height), bitsPerPixel: Int(8 * samples))
        guard samples == 1 || samples == 3, isCommonFrame(bytes) else { return nil }
        return ImageStream(
            width: Int(width), height: Int(height), colourSpace: samples == 1 ? .grey : .colour, filter: "/DCTDecode", bytes: bytes)
    }

    /// Throws where the data is damaged.
    static func check(_ bytes: [UInt8]) throws(ReadingFailure) { _ = try decoded(bytes) }

    private static func decoded(_ bytes: [UInt8]) throws(ReadingFailure) -> Raster {
        var warnings: Int32 = 0
        let raster = try unsafe Raster(owning: pixReadMemJpeg(bytes, bytes.count, 0, checkingReduction, &warnings, 0), "JPEG decoding")
        guard warnings == 0 else { throw ReadingFailure(.unreadable, "the page's JPEG data is damaged") }
        return raster
    }

    /// Whether the first frame is baseline, extended or progressive, of 8 bits: what `DCTDecode` knows (ISO 32000-1, 7.4.8).
    private static func isCommonFrame(_ bytes: [UInt8]) -> Bool {
        var place = 2
        while place + 4 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if (0xC0...0xC2).contains(marker) { return bytes[place + 4] == 8 }
            if marker == 0xFF {
                place += 1
            } else if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                place += 2
            } else {
                place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
            }
        }
        return false
    }
}

extension EXIFOrientation {
    /// Degrees clockwise that show the picture upright; nil when it is mirrored.
    var rotation: Int? { [1: 0, 3: 180, 6: 90, 8: 270][value] ?? ((1...8).contains(value) ? nil : 0) }
}
