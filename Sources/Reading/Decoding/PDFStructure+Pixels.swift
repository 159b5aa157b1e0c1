import CLeptonica
import CQPDF
import Records

extension PDFStructure {
    /// The pixels of a picture; nil where it is Poppler's to decode it: JBIG2, JPEG 2000, masks, inks other than grey and RGB.
    func raster(of picture: ScannedPage.Picture) throws(ReadingFailure) -> Raster? {
        let dictionary = unsafe qpdf_oh_get_dict(data, picture.object)
        guard let shape = try shape(ofPicture: dictionary) else { return nil }
        // A stencil lets ink through where its samples are 0, which so look like black.
        guard !shape.isStencil || ["0 g", "0 0 0 rg"].contains(picture.colour),
            let space = shape.isStencil ? .grey : colourSpace(value(dictionary, "/ColorSpace"))
        else { return nil }
        guard let isInverse = isInverse(value(dictionary, "/Decode"), space, bits: shape.bits) else { return nil }
        let raster = try raster(of: picture.object, shape, space)
        guard isInverse else { return raster }
        return try raster?.made("inversion") { unsafe pixInvert(nil, $0) }
    }

    private func raster(of object: qpdf_oh, _ shape: PictureShape, _ space: ImageStream.ColourSpace) throws(ReadingFailure) -> Raster? {
        let (width, height, bits) = (shape.width, shape.height, shape.bits)
        let dictionary = unsafe qpdf_oh_get_dict(data, object)
        let filter = value(dictionary, "/Filter")
        let filters = items(filter).isEmpty ? [name(filter)] : items(filter).map { name($0) }
        switch filters.last {
        case "/DCTDecode":
            guard bits == 8, let bytes = lastCoded(object, filters) else { return nil }
            return try jpeg(bytes, width: width, height: height, space: space)
        case "/CCITTFaxDecode":
            let parameters = value(dictionary, "/DecodeParms")
            guard bits == 1, space == .grey, let bytes = lastCoded(object, filters) else { return nil }
            return fax(bytes, items(parameters).last ?? parameters, width: width, height: height)
        case "/JBIG2Decode", "/JPXDecode", "/Crypt": return nil
        default:
            guard let bytes = bytes(of: object, undoing: qpdf_dl_specialized) else { return nil }
            return try PixelSamples(bytes: bytes, width: width, height: height, bits: bits, space: space).raster()
        }
    }

    /// The bytes that the last of an image's filters coded; qpdf undoes all filters or none.
    private func lastCoded(_ object: qpdf_oh, _ filters: [String]) -> [UInt8]? {
        guard let bytes = codedBytes(of: object) else { return nil }
        if filters.count == 1 { return bytes }
        return filters.count == 2 && filters[0] == "/FlateDecode" ? PDFObjects.decompressed(bytes) : nil
    }

    /// Nil where its colours are not for us to tell.
    private func jpeg(_ bytes: [UInt8], width: Int, height: Int, space: ImageStream.ColourSpace) throws(ReadingFailure) -> Raster? {
        LeptonicaChatter.silence()
        var (across, down, samples): (Int32, Int32, Int32) = (0, 0, 0)
        guard unsafe readHeaderMemJpeg(bytes, bytes.count, &across, &down, &samples, nil, nil) == 0 else {
            throw ReadingFailure(.unreadable, "the page's JPEG does not resolve")
        }
        try PixelBudget.checkDecoding(width: Int(across), height: Int(down), bitsPerPixel: Int(8 * samples))
        guard across == width, down == height, samples == space.components, !space.isIndexed else { return nil }
        var warnings: Int32 = 0
        let raster = try unsafe Raster(owning: pixReadMemJpeg(bytes, bytes.count, 0, 1, &warnings, 0), "JPEG decoding")
        guard warnings == 0 else { throw ReadingFailure(.unreadable, "the page's JPEG data is damaged") }
        return raster
    }

    /// G4 rows; nil for other faxes, and where libtiff complains: Poppler tells what is damaged and what merely odd.
    private func fax(_ bytes: [UInt8], _ parameters: qpdf_oh, width: Int, height: Int) -> Raster? {
        guard let kind = integer(value(parameters, "/K")), kind < 0, !truth(value(parameters, "/EncodedByteAlign")),
            integer(value(parameters, "/Columns")) ?? 1728 == width
        else { return nil }
        return FaxPage(rows: bytes, width: width, height: height, blackIsOne: truth(value(parameters, "/BlackIs1"))).raster()
    }

    /// Whether `/Decode` turns light into dark; nil for any other change.
    private func isInverse(_ decode: qpdf_oh, _ space: ImageStream.ColourSpace, bits: Int) -> Bool? {
        let values = decimals(decode)
        if values.isEmpty { return false }
        let highest = space.isIndexed ? Double(1 << bits - 1) : 1
        let plain: [Double] = (0..<space.components).flatMap { _ -> [Double] in [0, highest] }
        if values == plain { return false }
        return values == plain.reversed() && !space.isIndexed ? true : nil
    }
}

extension ImageStream.ColourSpace {
    fileprivate var isIndexed: Bool { if case .indexed = self { true } else { false } }
}
