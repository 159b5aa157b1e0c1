import CLeptonica
import Records

/// Codes a decoded picture: without loss where that is as small, as JPEG otherwise.
enum RasterStream {
    private static let quality: Int32 = 90
    /// Up to so many levels of grey a page is print or drawing, which JPEG blurs.
    private static let fewLevels = 16

    /// A page of an image file that cannot stay as it is coded.
    static func page(_ path: String, mediaType: MediaType, number: Int) throws(ReadingFailure) -> ArchivalPage {
        let image = try ImageDecoder.decode(PageRequest(path: path, mediaType: mediaType, page: number, languages: ""))
        let stream = try mediaType == .png ? coded(image.raster, of: path) : coded(image.raster)
        return ArchivalPage(stream, resolution: image.resolution(ofWidth: image.raster.width))
    }

    /// Of a file that has lost nothing: so does the copy, where that is no larger.
    static func coded(_ raster: Raster, of path: String) throws(ReadingFailure) -> ImageStream {
        let stream = try coded(raster)
        guard stream.filter == "/DCTDecode", raster.depth == 32 else { return stream }
        let exact = try lossless(fewColours(raster))
        return try exact.bytes.count <= max(stream.bytes.count, HostileFile(path).size) ? exact : stream
    }

    /// `isPrint` tells of a page that was drawn, not scanned: its greys are the edges of letters, and sixteen of them are enough.
    static func coded(_ raster: Raster, isPrint: Bool = false) throws(ReadingFailure) -> ImageStream {
        if raster.depth == 1 { return try bilevel(raster) }
        guard raster.depth == 8 else { return try jpeg(raster) }
        let levels = levels(of: raster)
        if levels.isSubset(of: [0, 255]) {
            return try bilevel(raster.made("threshold") { unsafe pixThresholdToBinary($0, 128) })
        }
        if levels.count <= fewLevels { return try lossless(raster) }
        let photograph = try jpeg(raster)
        let exact = try lossless(isPrint ? raster.made("quantising") { unsafe pixThresholdTo4bpp($0, Int32(fewLevels), 0) } : raster)
        return exact.bytes.count <= photograph.bytes.count ? exact : photograph
    }

    /// 1 bit: G4, or deflated where dither defeats G4.
    private static func bilevel(_ raster: Raster) throws(ReadingFailure) -> ImageStream {
        let tiff = try bytes(of: raster, "G4 coding") { unsafe pixWriteMemTiff($1, $2, $0, Int32(IFF_TIFF_G4)) }
        let fax = FaxStrip.sole(of: tiff).map { strip in
            ImageStream(
                width: raster.width, height: raster.height, bitsPerComponent: 1, colourSpace: .grey, filter: "/CCITTFaxDecode",
                parameters: "<</K -1/Columns \(raster.width)/Rows \(raster.height)>>", bytes: strip)
        }
        if let fax, fax.bytes.count < raster.width * raster.height / 32 { return fax }
        let exact = try lossless(raster)
        guard let fax, fax.bytes.count <= exact.bytes.count else { return exact }
        return fax
    }

    private static func lossless(_ raster: Raster) throws(ReadingFailure) -> ImageStream {
        let png = try bytes(of: raster, "PNG coding") { unsafe pixWriteMemPng($1, $2, $0, 0) }
        guard let image = PNGStream.image(png) else { throw ReadingFailure(.crashed, "Leptonica's PNG is not understood") }
        return image
    }

    /// The same picture with a palette where 256 colours are enough.
    private static func fewColours(_ raster: Raster) -> Raster {
        let indexed = try? raster.made("palette") { pix in
            var count: Int32 = 0
            guard unsafe pixNumColors(pix, 1, &count) == 0, count > 0, count <= 256 else { return nil }
            return unsafe pixConvertRGBToCmapLossless(pix)
        }
        return indexed ?? raster
    }

    private static func jpeg(_ raster: Raster) throws(ReadingFailure) -> ImageStream {
        let jpeg = try bytes(of: raster, "JPEG coding") { unsafe pixWriteMemJpeg($1, $2, $0, quality, 0) }
        guard let image = try JPEGStream.image(jpeg) else { throw ReadingFailure(.crashed, "Leptonica's JPEG is not understood") }
        return image
    }

    /// The levels of grey that an 8-bit picture has.
    private static func levels(of raster: Raster) -> Set<Int> {
        var found = [Bool](repeating: false, count: 256)
        let width = raster.width
        raster.withLines { _, line in for x in 0..<width { unsafe found[Int(line[x ^ 3])] = true } }
        return Set(found.indices.filter { found[$0] })
    }

    @safe private static func bytes(
        of raster: Raster, _ what: String,
        _ code: (UnsafeMutablePointer<PIX>, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) -> l_ok
    ) throws(ReadingFailure) -> [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = raster.withPix { unsafe code($0, &data, &count) }
        defer { unsafe lept_free(data) }
        guard status == 0, let data = unsafe data else { throw ReadingFailure(.unreadable, "\(what) failed") }
        return unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }
}

/// The coded rows in a TIFF that Leptonica has just written.
enum FaxStrip {
    private static let (offsets, lengths) = (273, 279)

    /// Nil unless there is one strip.
    static func sole(of tiff: [UInt8]) -> [UInt8]? {
        func number(_ place: Int, _ count: Int) -> Int {
            guard place >= 0, place + count <= tiff.count else { return 0 }
            return tiff[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        guard tiff.starts(with: [0x49, 0x49, 0x2A, 0x00]) else { return nil }
        let directory = number(4, 4)
        var values: [Int: Int] = [:]
        for entry in 0..<number(directory, 2) {
            let place = directory + 2 + 12 * entry
            guard number(place + 4, 4) == 1 else { continue }
            values[number(place, 2)] = number(place + 8, number(place + 2, 2) == 3 ? 2 : 4)
        }
        guard let start = values[offsets], let count = values[lengths], count > 0, start + count <= tiff.count else { return nil }
        return Array(tiff[start..<(start + count)])
    }
}
