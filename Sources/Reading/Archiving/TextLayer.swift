import Foundation
import Records

/// A page's text, unseen over its picture: each word where it is printed and as wide.
///
/// Words of a leaning line stand level, each a little lower or higher than the one before: Poppler takes a slope of half a point
/// inside a word for two words.
struct TextLayer {
    private let reading: PageReading
    /// Points of the page as displayed.
    private let width: Double
    private let height: Double
    /// From tenths of a point on the page as displayed to the page as it stands in the file.
    private let matrix: Matrix

    /// Units a point: whole numbers are shorter.
    private static let unitsPerPoint = 10.0

    init(_ reading: PageReading, width: Double, height: Double, rotation: Int) {
        self.reading = reading
        let isTurned = rotation % 180 != 0
        self.width = isTurned ? height : width
        self.height = isTurned ? width : height
        let unit = 1 / Self.unitsPerPoint
        matrix = Matrix.scaled(x: unit, y: unit).then(.undoingRotation(rotation, width: width, height: height))
    }

    /// The operators that set the text, and the fonts that they use; none for a page without.
    func contents(_ fonts: InvisibleFonts) -> (operators: [UInt8], fonts: Set<Int>) {
        let runs = reading.lines.flatMap { TextRun.runs(of: $0.words.compactMap(placed)) }
        guard !runs.isEmpty else { return ([], []) }
        var pen = TextPen(fonts)
        for run in runs { run.set(with: &pen) }
        let start = Array("q \(PDFSyntax.numbers(matrix.values)) cm BT 3 Tr\n".utf8)
        return (start + pen.operators + Array("ET Q".utf8), pen.usedFonts)
    }

    /// A word in units on the page as displayed.
    private func placed(_ word: PageReading.Word) -> PlacedWord? {
        let scalars = word.text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.value > 32 && $0.value < 0xD800 }
        guard !scalars.isEmpty, word.box.width > 0, word.box.height > 0 else { return nil }
        // How far the lean moves the middle of the word down.
        let radians = (reading.skew ?? 0) * .pi / 180
        let (x, y) = ((word.box.middle.x - 0.5) * width, (word.box.middle.y - 0.5) * height)
        let fall = y - (y * cos(radians) - x * sin(radians))
        return PlacedWord(
            text: String(String.UnicodeScalarView(scalars)), left: word.box.x * width * Self.unitsPerPoint,
            bottom: (1 - word.box.bottom) * height * Self.unitsPerPoint, width: word.box.width * width * Self.unitsPerPoint,
            height: word.box.height * height * Self.unitsPerPoint, fall: fall * Self.unitsPerPoint)
    }
}

/// A word and its place, y running upwards.
struct PlacedWord {
    var text: String
    var left: Double
    var bottom: Double
    var width: Double
    var height: Double
    /// How much lower it stands than it would if its line were level.
    var fall: Double

    var right: Double { left + width }
    /// As if its line were level.
    var levelBottom: Double { bottom + fall }
    var levelTop: Double { bottom + fall + height }
}
