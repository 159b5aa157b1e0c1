import Records

/// A PNG's picture data as a PDF takes it: compressed rows with their predictors, as they stand in the file.
enum PNGStream {
    private static let signatureBytes = 8

    /// The page that a PNG file is.
    static func page(_ path: String) throws(ReadingFailure) -> ArchivalPage {
        let file = try HostileFile(path)
        guard let image = image(try file.bytes(at: 0, count: file.size)) else { return try RasterStream.page(path, mediaType: .png, number: 1) }
        // Decoding finds damage.
        let decoded = try ImageDecoder.decode(PageRequest(path: path, mediaType: .png, page: 1, languages: ""))
        return ArchivalPage(image, resolution: decoded.resolution(ofWidth: image.width))
    }

    /// Nil for what PDF 1.4 cannot hold: interlaced rows, transparency, 16 bits.
    static func image(_ bytes: [UInt8]) -> ImageStream? {
        var header: ArraySlice<UInt8> = []
        var palette: [UInt8] = []
        var data: [UInt8] = []
        var place = signatureBytes
        while place + 12 <= bytes.count {
            let length = number(bytes[place..<(place + 4)])
            guard length <= bytes.count - place - 12 else { return nil }
            let body = bytes[(place + 8)..<(place + 8 + length)]
            switch String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self) {
            case "IHDR": header = body
            case "PLTE": palette = Array(body)
            case "IDAT": data += body
            case "tRNS": return nil
            default: break
            }
            place += 12 + length
        }
        guard header.count == 13, !data.isEmpty else { return nil }
        let fields = Array(header)
        let (bits, kind, isInterlaced) = (Int(fields[8]), fields[9], fields[12] != 0)
        guard !isInterlaced, bits <= 8, let space = colourSpace(kind, palette: palette) else { return nil }
        let (width, height) = (number(fields[0..<4]), number(fields[4..<8]))
        return ImageStream(
            width: width, height: height, bitsPerComponent: bits, colourSpace: space, filter: "/FlateDecode",
            parameters: "<</Predictor 15/Colors \(kind == 2 ? 3 : 1)/BitsPerComponent \(bits)/Columns \(width)>>", bytes: data)
    }

    private static func colourSpace(_ kind: UInt8, palette: [UInt8]) -> ImageStream.ColourSpace? {
        switch kind {
        case 0: .grey
        case 2: .colour
        case 3 where palette.count >= 3: .indexed(base: .colour, highest: palette.count / 3 - 1, colours: palette)
        default: nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
