/// What one page says: the answer of a reading worker, before anything is understood or stored.
package struct PageReading: Sendable, Equatable, Codable {
    /// From 1.
    package var page: Int
    /// Lines in reading order. The page's text is derived from them (`text`).
    package var lines: [Line]
    package var source: TextSource
    /// Degrees by which the page as displayed was turned clockwise to be upright: 0, 90, 180 or 270.
    package var rotation: Int
    /// Degrees by which the upright page leans; positive leans clockwise. Nil when not measured.
    package var skew: Double?
    /// Pixels of the upright page image that was read (or that would have been, for a text layer).
    package var width: Int
    package var height: Int
    /// Dots per inch of that image.
    package var resolution: Double
    package var barcodes: [Barcode]
    /// Readings of framed or coloured marks, outside the running text: candidates for a mark of secrecy or urgency.
    package var stamps: [Stamp]
    /// No ink worth reading: a blank side.
    package var isBlank: Bool

    package init(
        page: Int, lines: [Line], source: TextSource, rotation: Int = 0, skew: Double? = nil, width: Int, height: Int, resolution: Double,
        barcodes: [Barcode] = [], stamps: [Stamp] = [], isBlank: Bool = false
    ) {
        self.page = page
        self.lines = lines
        self.source = source
        self.rotation = rotation
        self.skew = skew
        self.width = width
        self.height = height
        self.resolution = resolution
        self.barcodes = barcodes
        self.stamps = stamps
        self.isBlank = isBlank
    }

    /// The page's text: a line a line, a blank line between blocks, NFC.
    package var text: String {
        var text = ""
        var block: Int?
        for line in lines {
            if let block { text += block == line.block ? "\n" : "\n\n" }
            text += line.text
            block = line.block
        }
        return text
    }

    /// Mean confidence of the words, weighted by their length (0...1); nil without words.
    package var confidence: Double? { lines.flatMap(\.words).confidence }

    /// Where the text comes from.
    package enum TextSource: String, Sendable, Codable, CaseIterable {
        case ocr
        case textLayer = "text_layer"
        case legacyTextLayer = "legacy_text_layer"
    }

    /// One printed line: its words from left to right.
    package struct Line: Sendable, Equatable, Codable {
        package var words: [Word]
        /// Lines of one block (paragraph) share a number; numbers grow in reading order.
        package var block: Int

        package init(words: [Word], block: Int) {
            self.words = words
            self.block = block
        }

        package var text: String { words.map(\.text).joined(separator: " ") }
        /// Mean confidence of the words, weighted by their length (0...1); 0 without words.
        package var confidence: Double { words.confidence ?? 0 }
        package var box: Box { Box.around(words.map(\.box)) ?? Box(x: 0, y: 0, width: 0, height: 0) }
    }

    /// One word as printed, NFC, with the engine's confidence (0...1).
    package struct Word: Sendable, Equatable, Codable {
        package var text: String
        package var confidence: Double
        package var box: Box
        /// True where it was written by hand; nil as in readings stored before that was told.
        private var written: Bool?

        package init(text: String, confidence: Double, box: Box, isHandwritten: Bool = false) {
            self.text = text
            self.confidence = confidence
            self.box = box
            written = isHandwritten ? true : nil
        }

        /// Whether it was written into a printed blank by hand. Its confidence is then the share of such words that are right.
        package var isHandwritten: Bool { written ?? false }
    }

    /// Text found inside a frame or in coloured ink.
    package struct Stamp: Sendable, Equatable, Codable {
        package var text: String
        package var confidence: Double
        package var box: Box
        /// Whether a rectangular frame stands around the text.
        package var framed: Bool

        package init(text: String, confidence: Double, box: Box, framed: Bool) {
            self.text = text
            self.confidence = confidence
            self.box = box
            self.framed = framed
        }
    }
}

extension [PageReading.Word] {
    /// Mean by letters; nil without any.
    fileprivate var confidence: Double? {
        let letters = reduce(0) { $0 + $1.text.count }
        return letters == 0 ? nil : reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
    }
}
