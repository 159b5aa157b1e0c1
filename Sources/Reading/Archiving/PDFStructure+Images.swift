import CQPDF
import Records

extension PDFStructure {
    /// Bounds of one palette and one shared stream, in entries and bytes.
    private static var maximumColours: Int { 256 }
    private static var maximumShared: Int { 4 << 20 }

    /// A page (from 1) whose pictures a PDF/A-1 can hold as they are coded; nil for any other.
    func archivalPage(_ number: Int) throws(ReadingFailure) -> ArchivalPage? {
        defer { unsafe qpdf_oh_release_all(data) }
        guard let page = try scannedPage(number) else { return nil }
        var images: [PlacedImage] = []
        for picture in page.pictures {
            guard let image = try imageStream(picture.object) else { return nil }
            images.append(PlacedImage(image: image, matrix: picture.matrix, colour: image.colourSpace == .stencil ? picture.colour : nil))
        }
        return ArchivalPage(page, images: images)
    }

    /// A picture as it is coded in the file; nil where PDF/A-1 does not allow that, or its colours are not for us to tell.
    private func imageStream(_ object: qpdf_oh) throws(ReadingFailure) -> ImageStream? {
        let dictionary = unsafe qpdf_oh_get_dict(data, object)
        guard let shape = try shape(ofPicture: dictionary), [1, 2, 4, 8].contains(shape.bits),
            let space = shape.isStencil ? .stencil : colourSpace(value(dictionary, "/ColorSpace"))
        else { return nil }
        var image = ImageStream(
            width: shape.width, height: shape.height, bitsPerComponent: shape.bits, colourSpace: space, filter: "", bytes: [])
        if has(dictionary, "/Decode") { image.decode = written(value(dictionary, "/Decode")) }
        return try addData(of: object, to: &image) ? image : nil
    }

    private func addData(of object: qpdf_oh, to image: inout ImageStream) throws(ReadingFailure) -> Bool {
        let dictionary = unsafe qpdf_oh_get_dict(data, object)
        let filter = sole(value(dictionary, "/Filter"))
        let parameters = sole(value(dictionary, "/DecodeParms"))
        image.filter = name(filter)
        switch image.filter {
        case "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/FlateDecode":
            guard let bytes = codedBytes(of: object) else { throw ReadingFailure(.unreadable, "an image without data") }
            image.bytes = bytes
            guard addParameters(parameters, to: &image) else { return false }
            return try image.filter == "/DCTDecode" ? isFit(image) : true
        case "" where items(filter).map({ name($0) }) == ["/FlateDecode", "/DCTDecode"]:
            guard let packed = codedBytes(of: object), let bytes = PDFObjects.decompressed(packed) else { return false }
            image.filter = "/DCTDecode"
            image.bytes = bytes
            return try isFit(image)
        default:
            // LZW, ASCII, run lengths, more than one filter: undone, then deflated.
            guard let bytes = bytes(of: object, undoing: qpdf_dl_specialized), isRaw(bytes, image) else { return false }
            image.filter = "/FlateDecode"
            image.bytes = try PDFObjects.compressed(bytes)
            return true
        }
    }

    /// What a filter needs to know, where that is numbers and truth values, or JBIG2's shared part.
    private func addParameters(_ parameters: qpdf_oh, to image: inout ImageStream) -> Bool {
        guard isDictionary(parameters) else { return true }
        let shared = value(parameters, "/JBIG2Globals")
        if isStream(shared) {
            image.globals = bytes(of: shared, undoing: qpdf_dl_generalized)
            return image.globals.map { $0.count <= Self.maximumShared } ?? false
        }
        var entries = ""
        for key in [
            "/K", "/Columns", "/Rows", "/BlackIs1", "/EncodedByteAlign", "/EndOfLine", "/EndOfBlock", "/DamagedRowsBeforeError", "/Predictor",
            "/Colors", "/BitsPerComponent", "/ColorTransform",
        ] where has(parameters, key) {
            guard unsafe qpdf_oh_is_scalar(data, value(parameters, key)) != 0, let text = written(value(parameters, key)) else { return false }
            entries += "\(key) \(text)"
        }
        if !entries.isEmpty { image.parameters = "<<\(entries)>>" }
        return true
    }

    /// Whether a JPEG is what its dictionary says of it, and undamaged.
    private func isFit(_ image: ImageStream) throws(ReadingFailure) -> Bool {
        guard let jpeg = try JPEGStream.image(image.bytes), jpeg.width == image.width, jpeg.height == image.height else { return false }
        let components = jpeg.colourSpace == .grey ? 1 : 3
        guard image.bitsPerComponent == 8, image.colourSpace.components == components else { return false }
        try JPEGStream.check(image.bytes)
        return true
    }

    /// Whether there are as many bytes as the pixels need.
    private func isRaw(_ bytes: [UInt8], _ image: ImageStream) -> Bool {
        let bits = image.width * image.bitsPerComponent * image.colourSpace.components
        return bytes.count >= (bits + 7) / 8 * image.height && bytes.count <= (bits + 7) / 8 * image.height + 16
    }

    func colourSpace(_ object: qpdf_oh) -> ImageStream.ColourSpace? {
        let parts = items(object)
        switch name(parts.first ?? object) {
        case "/DeviceGray", "/G", "/CalGray": return .grey
        case "/DeviceRGB", "/RGB", "/CalRGB": return .colour
        case "/ICCBased":
            guard parts.count == 2, isStream(parts[1]), let count = integer(value(unsafe qpdf_oh_get_dict(data, parts[1]), "/N")),
                let profile = bytes(of: parts[1], undoing: qpdf_dl_generalized), profile.count <= Self.maximumShared
            else { return nil }
            if ColourProfile.isFit(profile, components: count) { return .profile(profile, components: count) }
            return [1: .grey, 3: .colour][count]
        case "/Indexed", "/I":
            guard parts.count == 4, let base = colourSpace(parts[1]), let highest = integer(parts[2]), (0..<Self.maximumColours).contains(highest)
            else { return nil }
            let colours = isStream(parts[3]) ? bytes(of: parts[3], undoing: qpdf_dl_generalized) : string(parts[3])
            guard let colours, colours.count >= (highest + 1) * base.components else { return nil }
            return .indexed(base: base, highest: highest, colours: Array(colours.prefix((highest + 1) * base.components)))
        default: return nil
        }
    }

    /// A value, or the only one of an array.
    private func sole(_ object: qpdf_oh) -> qpdf_oh {
        let parts = items(object)
        return parts.count == 1 ? parts[0] : object
    }
}

extension ImageStream.ColourSpace {
    /// Numbers a pixel.
    var components: Int {
        switch self {
        case .plain(let name): name == "/DeviceRGB" ? 3 : 1
        case .profile(_, let components): components
        case .indexed, .stencil: 1
        }
    }
}
