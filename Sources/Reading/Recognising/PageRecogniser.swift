package import Records

/// Reads pages one after the other with an engine that stays warm: decode, clean, recognise.
package final class PageRecogniser {
    private let engines = Engines()

    package init() {}

    /// Loads the engine of these languages, and keeps it.
    package func prepare(_ languages: String) throws(ReadingFailure) { _ = try engines.engine(for: languages) }

    package func read(_ request: PageRequest) throws(ReadingFailure) -> PageReading {
        let (image, text) = try decode(request)
        let engine = try engines.engine(for: request.languages)
        let barcodes = try image.barcodes(page: request.page)
        let small = try image.at(PageLook.usualResolution).without(barcodes)
        var reading = PageReading(
            page: request.page, lines: [], source: .ocr, width: image.raster.width, height: image.raster.height, resolution: image.resolution)
        if let text, try LayerProof(engine: engine).confirms(text, on: image) {
            reading.source = text.source
            reading.lines = small.ordered(text.lines, leaning: 0)
            reading.stamps = try StampFinder(engine: engine).stamps(on: small, besides: reading.lines)
            reading.barcodes = barcodes
            return reading
        }
        let survey = try PageSurvey(of: small)
        if survey.isBlank {
            reading.isBlank = true
            return reading
        }
        let upright = try UprightReader(
            engine: engine, scriptEngine: { [engines] in engines.scriptEngine(for: request.languages) }, page: image, small: small
        ).read(survey)
        reading.lines = upright.image.ordered(upright.lines, leaning: upright.skew ?? 0)
        reading.turn(quarters: upright.quarters)
        reading.skew = upright.skew
        reading.stamps = try StampFinder(engine: engine).stamps(on: upright.image, besides: reading.lines)
        reading.barcodes = barcodes.map { $0.turned(quarters: upright.quarters) }
        reading.isBlank = reading.hasNothingToSay && survey.isNearlyBlank
        return reading
    }

    /// The page's picture, and its own text where that may stand for it.
    func decode(_ request: PageRequest) throws(ReadingFailure) -> (PageImage, PDFText?) {
        guard request.mediaType == .pdf else { return (try ImageDecoder.decode(request).asRead(), nil) }
        let structure = try PDFStructure(request.path)
        if let scan = try PDFScan(structure, page: request.page)?.image() { return (try scan.asRead(), nil) }
        let page = try PDFPage(request.path, number: request.page)
        let image = try PDFDecoder.decode(page, images: structure.images(ofPage: request.page))
        if PDFDecoder.isScan(page) { return (image, nil) }
        let text = page.text()
        return (image, text.isTrustworthy ? text : nil)
    }
}

extension PageImage {
    fileprivate func ordered(_ lines: [PageReading.Line], leaning degrees: Double) -> [PageReading.Line] {
        ReadingOrder(lines, leaning: degrees, aspect: Double(raster.height) / Double(max(1, raster.width))).lines()
    }
}

extension PageReading {
    /// Says that the page was turned clockwise by quarters.
    fileprivate mutating func turn(quarters: Int) {
        rotation = quarters * 90
        if quarters % 2 == 1 { (width, height) = (height, width) }
    }

    /// Whether neither a word nor a mark was understood.
    fileprivate var hasNothingToSay: Bool {
        let understood = lines.lazy.flatMap(\.words).filter { $0.confidence >= 0.6 && $0.text.count >= 2 }
        return barcodes.isEmpty && understood.count < 3
    }
}
