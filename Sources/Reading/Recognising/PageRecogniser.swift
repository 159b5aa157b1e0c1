package import Records

/// Reads pages one after the other with an engine that stays warm: decode, clean, recognise.
package final class PageRecogniser {
    private var engine: TesseractEngine?

    package init() {}

    /// Loads the engine of these languages, and keeps it.
    package func prepare(_ languages: String) throws(ReadingFailure) { _ = try engine(for: languages) }

    package func read(_ request: PageRequest) throws(ReadingFailure) -> PageReading {
        let (image, text) = try decode(request)
        let engine = try engine(for: request.languages)
        let survey = try PageSurvey(of: image)
        var reading: PageReading
        if let text {
            reading = image.reading(page: request.page, lines: image.ordered(text.lines, leaning: 0), source: .textLayer)
            try addMarks(to: &reading, from: image, engine: engine)
        } else if survey.isBlank {
            reading = image.reading(page: request.page, lines: [], source: .ocr)
            reading.isBlank = true
        } else {
            let upright = try UprightReader(engine: engine).read(image, survey: survey)
            reading = upright.image.reading(page: request.page, lines: upright.image.ordered(upright.lines, leaning: upright.skew ?? 0), source: .ocr)
            reading.rotation = upright.quarters * 90
            reading.skew = upright.skew
            try addMarks(to: &reading, from: upright.image, engine: engine)
            reading.isBlank = reading.hasNothingToSay && survey.isNearlyBlank
        }
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

    private func engine(for languages: String) throws(ReadingFailure) -> TesseractEngine {
        if let engine, engine.languages == languages { return engine }
        engine = nil
        let made = try TesseractEngine(languages: languages)
        engine = made
        return made
    }

    private func addMarks(to reading: inout PageReading, from image: PageImage, engine: TesseractEngine) throws(ReadingFailure) {
        reading.stamps = try StampFinder(engine: engine).stamps(on: image, besides: reading.lines)
        reading.barcodes = try BarcodeReader.barcodes(on: image.raster.grey(), page: reading.page)
    }
}

extension PageImage {
    fileprivate func ordered(_ lines: [PageReading.Line], leaning degrees: Double) -> [PageReading.Line] {
        ReadingOrder(lines, leaning: degrees, aspect: Double(raster.height) / Double(max(1, raster.width))).lines()
    }

    fileprivate func reading(page: Int, lines: [PageReading.Line], source: PageReading.TextSource) -> PageReading {
        PageReading(page: page, lines: lines, source: source, width: raster.width, height: raster.height, resolution: resolution)
    }
}

extension PageReading {
    /// Whether neither a word nor a mark was understood.
    fileprivate var hasNothingToSay: Bool {
        let understood = lines.lazy.flatMap(\.words).filter { $0.confidence >= 0.6 && $0.text.count >= 2 }
        return barcodes.isEmpty && understood.count < 3
    }
}
