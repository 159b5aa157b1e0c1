package import Records

/// Reads pages one after the other with an engine that stays warm: decode, clean, recognise.
package final class PageRecogniser {
    private var engine: TesseractEngine?

    package init() {}

    package func read(_ request: PageRequest) throws(ReadingFailure) -> PageReading {
        let image = try decode(request)
        return try recognise(image, page: request.page, engine: engine(for: request.languages))
    }

    private func decode(_ request: PageRequest) throws(ReadingFailure) -> PageImage {
        guard request.mediaType == .pdf else { return try ImageDecoder.decode(request) }
        let structure = try PDFStructure(request.path)
        let page = try PDFPage(request.path, number: request.page)
        return try PDFDecoder.decode(page, images: structure.images(ofPage: request.page))
    }

    private func engine(for languages: String) throws(ReadingFailure) -> TesseractEngine {
        if let engine, engine.languages == languages { return engine }
        engine = nil
        let made = try TesseractEngine(languages: languages)
        engine = made
        return made
    }

    private func recognise(_ image: PageImage, page: Int, engine: TesseractEngine) throws(ReadingFailure) -> PageReading {
        let grey = try image.raster.grey()
        let scale = Self.scale(image.resolution)
        let words = try engine.recognise(grey.scaled(by: scale), resolution: image.resolution * scale)
        let lines = PageReading.Line.lines(of: words, width: Double(grey.width) * scale, height: Double(grey.height) * scale)
        let stamps = try StampFinder(engine: engine).stamps(on: image)
        return PageReading(
            page: page, lines: lines, source: .ocr, width: grey.width, height: grey.height, resolution: image.resolution, stamps: stamps)
    }

    /// The engine was trained on letters as 300 dpi shows them.
    private static func scale(_ resolution: Double) -> Double { resolution < 250 ? 300 / resolution : 1 }
}

extension PageReading.Line {
    /// Words of one line number together, junk left out, boxes as fractions of the picture.
    static func lines(of words: [RecognisedWord], width: Double, height: Double) -> [PageReading.Line] {
        var lines: [PageReading.Line] = []
        var number: Int?
        for word in words where !word.isJunk {
            let box = Box(
                x: Double(word.left) / width, y: Double(word.top) / height, width: Double(word.right - word.left) / width,
                height: Double(word.bottom - word.top) / height)
            if word.line != number { lines.append(PageReading.Line(words: [], block: word.block)) }
            number = word.line
            lines[lines.count - 1].words.append(PageReading.Word(text: word.text, confidence: word.confidence, box: box))
        }
        return lines
    }
}
