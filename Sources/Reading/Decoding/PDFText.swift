import CPoppler
import Foundation
import Records

/// The text that a PDF page carries, with the place of each word.
struct PDFText {
    var lines: [PageReading.Line]
    /// Whether it was in Unicode, or had to be made so.
    var source = PageReading.TextSource.textLayer

    /// A digital signature's appearance says a dozen words; a page says more.
    private static let minimumLetters = 120
    /// What a text layer's words are worth: printed by a program, not recognised.
    static let confidence = 0.99

    /// Whether the text may stand for the page: enough of it, and letters. Whether the page shows it is for `LayerProof` to say.
    var isTrustworthy: Bool {
        let text = lines.lazy.flatMap(\.words).map(\.text).joined(separator: " ")
        let letters = text.unicodeScalars.count(where: \.properties.isAlphabetic)
        guard letters >= Self.minimumLetters else { return false }
        // Symbols where letters should be, private characters, or none known: an encoding that nobody can undo.
        let symbols = text.unicodeScalars.count { ("\u{A1}"..."\u{BF}").contains($0) || $0 == "\u{FFFD}" || ("\u{E000}"..."\u{F8FF}").contains($0) }
        return Double(symbols) < 0.01 * Double(letters)
    }
}

extension PDFPage {
    /// The page's text as Poppler orders it, in Unicode.
    func text() -> PDFText {
        guard let text = unsafe poppler_page_get_text(pointer) else { return PDFText(lines: []) }
        defer { unsafe g_free(text) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: UInt32 = 0
        guard unsafe poppler_page_get_text_layout(pointer, &rectangles, &count) != 0 else { return PDFText(lines: []) }
        defer { unsafe g_free(rectangles) }
        let scalars = unsafe Array(String(cString: text).unicodeScalars).prefix(Int(count))
        let fonts = LegacyFonts(scalars, named: fontNames(scalars.count))
        var builder = LineBuilder(width: width, height: height, fonts: fonts)
        for (index, scalar) in scalars.enumerated() {
            if let rectangle = unsafe rectangles?[index] { builder.add(scalar, of: index, at: rectangle) }
        }
        return PDFText(lines: builder.finish(), source: fonts.isLegacy ? .legacyTextLayer : .textLayer)
    }

    /// The font of each character, empty where there is none.
    private func fontNames(_ count: Int) -> [String] {
        let attributes = unsafe poppler_page_get_text_attributes(pointer)
        defer { unsafe poppler_page_free_text_attributes(attributes) }
        var names = [String](repeating: "", count: count)
        var node = unsafe attributes
        while let item = unsafe node {
            if let run = unsafe item.pointee.data?.assumingMemoryBound(to: PopplerTextAttributes.self), let name = unsafe run.pointee.font_name {
                let (first, last) = unsafe (Int(run.pointee.start_index), Int(run.pointee.end_index))
                if first >= 0, first < count {
                    let name = unsafe String(cString: name)
                    for index in first...max(first, min(last, count - 1)) { names[index] = name }
                }
            }
            unsafe node = unsafe item.pointee.next
        }
        return names
    }
}

/// Puts characters together into words and lines.
private struct LineBuilder {
    let width: Double
    let height: Double
    private let fonts: LegacyFonts
    private var lines: [PageReading.Line] = []
    private var words: [PageReading.Word] = []
    /// Characters of the word, and the place of each in the page's text.
    private var text: [(scalar: Unicode.Scalar, index: Int)] = []
    private var box: Box?
    /// Where the character before stands, in points.
    private var last: PopplerRectangle?

    init(width: Double, height: Double, fonts: LegacyFonts) {
        self.width = width
        self.height = height
        self.fonts = fonts
    }

    mutating func add(_ scalar: Unicode.Scalar, of index: Int, at rectangle: PopplerRectangle) {
        if scalar.properties.isWhitespace {
            endWord()
            if scalar == "\n" { endLine() }
            return
        }
        if let last, Self.isElsewhere(rectangle, than: last) {
            endWord()
            endLine()
        } else if let last, rectangle.x1 - last.x2 > Self.wordGap * (last.y2 - last.y1) {
            endWord()
        }
        last = rectangle
        text.append((scalar, index))
        let place = Box(
            x: rectangle.x1 / width, y: rectangle.y1 / height, width: (rectangle.x2 - rectangle.x1) / width,
            height: (rectangle.y2 - rectangle.y1) / height)
        box = box.map { $0.union(place) } ?? place
    }

    /// Poppler gives the two columns of a header as one line, at times without a space between: a character that stands more than
    /// `columnGap` heights further, to the left of the one before, or above or below it begins a line of its own.
    private static func isElsewhere(_ next: PopplerRectangle, than last: PopplerRectangle) -> Bool {
        let size = max(last.y2 - last.y1, next.y2 - next.y1)
        let isBeside = min(last.y2, next.y2) - max(last.y1, next.y1) > size / 4
        return !isBeside || next.x1 - last.x2 > columnGap * size || next.x1 < last.x1 - size
    }

    private static let columnGap = 2.0
    /// Heights between two letters from which on they are two words, though no space is between: cells of a table.
    private static let wordGap = 0.2

    mutating func finish() -> [PageReading.Line] {
        endWord()
        endLine()
        return lines
    }

    private mutating func endWord() {
        if let box, !text.isEmpty {
            words.append(PageReading.Word(text: fonts.unicode(text), confidence: PDFText.confidence, box: box))
        }
        text = []
        box = nil
    }

    /// A gap wider than a line's height, or a step upwards, begins a new block.
    private mutating func endLine() {
        guard !words.isEmpty else { return }
        var line = PageReading.Line(words: words, block: lines.last?.block ?? 0)
        if let last = lines.last {
            let gap = line.box.y - last.box.bottom
            if gap > last.box.height || gap < -2 * last.box.height { line.block += 1 }
        }
        lines.append(line)
        words = []
    }
}
