import Records

/// Draws a page of a PDF: at the resolution of the image it mostly consists of, or at one that suits recognition.
enum PDFDecoder {
    /// From this share of the page on, an image is the page: a scan.
    private static let scanShare = 0.85
    /// A covering image is rendered pixel by pixel when it leaves no margin to speak of.
    private static let exactShare = 0.98
    private static let resolutions = 100.0...400.0
    private static let usualResolution = 300.0

    static func decode(_ page: borrowing PDFPage, images: [PDFImage]) throws(ReadingFailure) -> PageImage {
        for image in images { try PixelBudget.checkDecoding(width: image.width, height: image.height, bitsPerPixel: image.bitsPerPixel) }
        var size = pixelSize(of: page, images: images)
        let scale = PixelBudget.readingScale(width: size.width, height: size.height)
        size = (size.width * scale, size.height * scale)
        let resolution = 72 * size.width / page.width
        guard resolution >= PixelBudget.lowestResolution else {
            throw ReadingFailure(.tooLarge, "a page of \(Int(page.width / 72)) x \(Int(page.height / 72)) inches")
        }
        let raster = try page.render(width: max(1, Int(size.width + 0.01)), height: max(1, Int(size.height + 0.01)))
        return PageImage(raster: raster, statedResolution: resolution)
    }

    static func isScan(_ page: borrowing PDFPage) -> Bool { page.largestImageShare() >= scanShare }

    private static func pixelSize(of page: borrowing PDFPage, images: [PDFImage]) -> (width: Double, height: Double) {
        let share = page.largestImageShare()
        func size(_ resolution: Double) -> (width: Double, height: Double) { (page.width * resolution / 72, page.height * resolution / 72) }
        guard share >= scanShare, let image = images.max(by: { $0.width * $0.height < $1.width * $1.height }) else { return size(usualResolution) }
        let inches = page.width / 72 * page.height / 72 * share
        let native = (Double(image.width * image.height) / inches).squareRoot()
        // A camera's picture on a page of its own size in points looks coarse but is not: its pixels count.
        if native < resolutions.lowerBound, image.width * image.height < 1_000_000 { return size(resolutions.lowerBound) }
        if native > resolutions.upperBound { return size(resolutions.upperBound) }
        guard share >= exactShare else { return size(native) }
        let isTurned = (image.width > image.height) != (page.width > page.height)
        return isTurned ? (Double(image.height), Double(image.width)) : (Double(image.width), Double(image.height))
    }
}
