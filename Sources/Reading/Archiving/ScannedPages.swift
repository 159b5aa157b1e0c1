import Records

/// The pages of a scan as the copy takes them over.
struct ScannedPages: ~Copyable {
    private let path: String
    private let mediaType: MediaType
    /// Of a PDF.
    private let structure: PDFStructure?

    init(path: String, mediaType: MediaType) throws(ReadingFailure) {
        self.path = path
        self.mediaType = mediaType
        structure = mediaType == .pdf ? try PDFStructure(path) : nil
    }

    /// A page (from 1): its pictures as they are coded where PDF/A-1 allows that, otherwise coded anew once.
    func page(_ number: Int) throws(ReadingFailure) -> ArchivalPage {
        switch mediaType {
        case .pdf: try pdf(number)
        case .jpeg: try JPEGStream.page(path)
        case .png: try PNGStream.page(path)
        case .webp, .heic: try RasterStream.page(path, mediaType: mediaType, number: 1)
        case .tiff: try TIFFStream.page(path, number: number)
        }
    }

    private func pdf(_ number: Int) throws(ReadingFailure) -> ArchivalPage {
        if let page = try structure?.archivalPage(number) {
            return page.overlays.isEmpty && !page.showsText ? page : try OverlayPatches(page).added(from: PDFPage(path, number: number))
        }
        let page = try PDFPage(path, number: number)
        let images = try structure?.images(ofPage: number) ?? []
        let image = try PDFDecoder.decode(page, images: images)
        let isPrint = !PDFDecoder.isScan(page)
        return ArchivalPage(
            width: page.width, height: page.height, rotation: 0,
            images: [PlacedImage(image: try RasterStream.coded(image.raster, isPrint: isPrint), matrix: .scaled(x: page.width, y: page.height))])
    }
}

extension ArchivalPage {
    /// A page that is one picture, as large as its resolution says. It turns clockwise for display.
    init(_ image: ImageStream, resolution: (x: Double, y: Double), rotation: Int = 0) {
        let (width, height) = (Double(image.width) * 72 / resolution.x, Double(image.height) * 72 / resolution.y)
        self.init(width: width, height: height, rotation: rotation, images: [PlacedImage(image: image, matrix: .scaled(x: width, y: height))])
    }
}
