import Foundation
import Records

/// The picture that words were read from: turns their pixels into fractions of the page as scanned.
struct WordFrame {
    var width: Double
    var height: Double
    /// Degrees by which the page was turned clockwise about its middle before it was read.
    var turnedBy: Double

    func box(_ word: RecognisedWord) -> Box {
        let radians = -turnedBy * .pi / 180
        let (x, y) = (Double(word.left + word.right - Int(width)) / 2, Double(word.top + word.bottom - Int(height)) / 2)
        let middle = (x: x * cos(radians) - y * sin(radians) + width / 2, y: x * sin(radians) + y * cos(radians) + height / 2)
        let (wide, high) = (Double(word.right - word.left), Double(word.bottom - word.top))
        return Box(x: (middle.x - wide / 2) / width, y: (middle.y - high / 2) / height, width: wide / width, height: high / height)
    }
}

extension PageReading.Line {
    /// Words of one line number together, junk left out.
    static func lines(of words: [RecognisedWord], in frame: WordFrame) -> [PageReading.Line] {
        var lines: [PageReading.Line] = []
        var number: Int?
        for word in words where !word.isJunk {
            if word.line != number { lines.append(PageReading.Line(words: [], block: word.block)) }
            number = word.line
            lines[lines.count - 1].words.append(
                PageReading.Word(text: word.text, confidence: word.confidence, box: frame.box(word), isHandwritten: word.isHandwritten))
        }
        return lines.compactMap(\.withoutSpecks)
    }
}
