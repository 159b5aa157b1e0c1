import CLeptonica
import Records

/// Decodes a page of an image file: dimensions first, pixels only within the budget, and never a page that lost its data.
enum ImageDecoder {
    static func decode(_ request: PageRequest) throws(ReadingFailure) -> PageImage {
        let raster =
            switch request.mediaType {
            case .tiff: try tiff(request.path, page: request.page)
            case .png: try png(request.path)
            case .webp: try webp(request.path)
            case .heic: try HEICPicture(request.path).raster()
            case .jpeg: try jpeg(request.path)
            case .pdf: throw ReadingFailure(.unsupported, "a PDF is not an image")
            }
        let stated = raster.withPix { unsafe Double(pixGetXRes($0)) }
        return try PageImage(raster: raster.plain(), statedResolution: stated).withinBudget()
    }

    private static func tiff(_ path: String, page: Int) throws(ReadingFailure) -> Raster {
        TIFFErrors.listen()
        LeptonicaChatter.silence()
        var header = Header()
        let index = Int32(clamping: page - 1)
        let status = unsafe readHeaderTiff(path, index, &header.width, &header.height, &header.bits, &header.samples, nil, nil, nil)
        if status != 0 { return try TIFFPicture.raster(path, page: page) }
        try header.check(status)
        let errorsBefore = TIFFErrors.count
        let read = unsafe pixReadTiff(path, index)
        // Leptonica reads strips with samples side by side; libtiff itself the rest.
        let raster = if let read = unsafe read { try unsafe Raster(owning: read, "TIFF decoding") } else { try TIFFPicture.raster(path, page: page) }
        guard TIFFErrors.count == errorsBefore else { throw ReadingFailure(.unreadable, "TIFF data is damaged") }
        return raster
    }

    private static func png(_ path: String) throws(ReadingFailure) -> Raster {
        LeptonicaChatter.silence()
        var header = Header()
        let status = unsafe readHeaderPng(path, &header.width, &header.height, &header.bits, &header.samples, nil)
        try header.check(status)
        return try unsafe Raster(owning: pixRead(path), "PNG decoding")
    }

    private static func webp(_ path: String) throws(ReadingFailure) -> Raster {
        LeptonicaChatter.silence()
        var header = Header()
        let status = unsafe readHeaderWebP(path, &header.width, &header.height, &header.samples)
        try header.check(status)
        return try unsafe Raster(owning: pixRead(path), "WebP decoding")
    }

    private static func jpeg(_ path: String) throws(ReadingFailure) -> Raster {
        LeptonicaChatter.silence()
        var header = Header()
        let status = unsafe readHeaderJpeg(path, &header.width, &header.height, &header.samples, nil, nil)
        try header.check(status)
        var warnings: Int32 = 0
        let raster = try unsafe Raster(owning: pixReadJpeg(path, 0, 1, &warnings, 0), "JPEG decoding")
        guard warnings == 0 else { throw ReadingFailure(.unreadable, "JPEG data is damaged") }
        return try EXIFOrientation.read(path).applied(to: raster)
    }

    private struct Header {
        var width: Int32 = 0
        var height: Int32 = 0
        var bits: Int32 = 8
        var samples: Int32 = 1

        func check(_ status: l_ok) throws(ReadingFailure) {
            guard status == 0 else { throw ReadingFailure(.unreadable, "the image's header does not resolve") }
            try PixelBudget.checkDecoding(width: Int(width), height: Int(height), bitsPerPixel: Int(bits * samples))
        }
    }
}

extension Raster {
    /// Without palette or transparency (on white), as 1, 8 or 32 bits.
    func plain() throws(ReadingFailure) -> Raster {
        let flat = try made("palette") { unsafe pixRemoveColormap($0, Int32(REMOVE_CMAP_BASED_ON_SRC)) }
        let opaque = try flat.made("transparency") { unsafe pixRemoveAlpha($0) }
        if opaque.depth == 1 { return opaque }
        return try opaque.made("conversion") { unsafe pixConvertTo8Or32($0, Int32(L_CLONE), 0) }
    }
}
