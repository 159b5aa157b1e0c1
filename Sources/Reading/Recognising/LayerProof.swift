import CLeptonica
import Records

/// Whether a page shows what its text layer says: some lines are recognised and compared, and print beside the text is looked for.
///
/// Layers lie in ways that the text alone does not tell: letters exchanged by a font without meaning, the text of another page, text
/// that lies elsewhere, a heading as text over a body that is a picture.
struct LayerProof {
    let engine: TesseractEngine

    /// Lines that are compared, and letters that a line should have for it.
    private static let sample = 3
    private static let longLine = 12
    /// Share of letters that agree from which on a line is what it says. Print is recognised at 98 %.
    private static let agreement = 0.7
    /// Of letters beside the text: so many are a seal, a signature, a picture's own words, or so large a share of the text's.
    private static let strayLetters = 80
    private static let strayShare = 0.35
    /// Dots per inch of the search for stray letters, and how large they are in millimetres.
    private static let searchResolution = 150.0
    private static let letterHeight = 1.0...6.0
    private static let letterWidth = 0.3...8.0

    func confirms(_ text: PDFText, on image: PageImage) throws(ReadingFailure) -> Bool {
        let lines = text.lines.filter { $0.letters.count >= Self.longLine && isLevel($0, on: image) }
        guard !lines.isEmpty else { return false }
        let picks = (0..<Self.sample).map { (2 * $0 + 1) * lines.count / (2 * Self.sample) }
        var agreeing = 0
        for index in picks {
            if try agrees(lines[index], on: image) { agreeing += 1 }
        }
        guard 2 * agreeing > picks.count else { return false }
        return try !hasMore(than: text, on: image)
    }

    private func isLevel(_ line: PageReading.Line, on image: PageImage) -> Bool {
        line.box.width * Double(image.raster.width) > 2 * line.box.height * Double(image.raster.height)
    }

    private func agrees(_ line: PageReading.Line, on image: PageImage) throws(ReadingFailure) -> Bool {
        let (width, height) = (Double(image.raster.width), Double(image.raster.height))
        let margin = 0.25 * line.box.height * height
        let (left, top) = (max(0, line.box.x * width - margin), max(0, line.box.y * height - margin))
        let (right, bottom) = (min(width, line.box.right * width + margin), min(height, line.box.bottom * height + margin))
        guard right - left >= 1, bottom - top >= 1 else { return false }
        let strip = try image.raster.clipped(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
        let scale = 300 / image.resolution
        let seen = try engine.recognise(strip.grey().scaled(by: scale), resolution: 300, mode: .line)
        let (said, shown) = (line.letters, PageReading.Line.letters(of: seen.map(\.text)))
        return Double(EditDistance.between(said, shown)) <= (1 - Self.agreement) * Double(max(said.count, shown.count))
    }

    /// Whether much print lies outside the text's words.
    private func hasMore(than text: PDFText, on image: PageImage) throws(ReadingFailure) -> Bool {
        let scale = min(1, Self.searchResolution / image.resolution)
        let print = try image.raster.grey().made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) }.made("threshold") {
            unsafe pixThresholdToBinary($0, 140)
        }
        let (width, height) = (Double(print.width), Double(print.height))
        for box in text.lines.lazy.flatMap(\.words).map(\.box) {
            print.clear(
                PixelBox(x: Int(box.x * width), y: Int(box.y * height), width: Int(box.width * width) + 2, height: Int(box.height * height) + 2)
                    .grown(by: 2))
        }
        let pixels = image.resolution * scale / 25.4
        let stray = print.componentBoxes().count {
            Self.letterHeight.contains(Double($0.height) / pixels) && Self.letterWidth.contains(Double($0.width) / pixels)
        }
        return stray > max(Self.strayLetters, Int(Self.strayShare * Double(text.lines.reduce(0) { $0 + $1.letters.count })))
    }
}

extension PageReading.Line {
    /// Without marks, case and spaces: what recognition gets right even on a small strip.
    fileprivate var letters: [Character] { Self.letters(of: words.map(\.text)) }

    fileprivate static func letters(of words: [String]) -> [Character] {
        words.flatMap { VietnameseText.folded($0) }.filter { $0.isLetter || $0.isNumber }
    }
}
