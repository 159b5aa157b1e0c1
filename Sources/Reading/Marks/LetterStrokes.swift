import Foundation

/// Capitals as strokes, for telling a word by its shape where no reading is left of it: whatever the typeface, the strokes of a letter
/// stand in the same places.
struct LetterStrokes {
    struct Point {
        var x, y: Double
    }

    /// Of the height of a capital.
    let width: Double
    /// From the foot up, in heights of a capital.
    let strokes: [[Point]]

    /// Widths of Times New Roman Bold, the typeface of NĐ 30/2020/NĐ-CP, over the height of its capitals.
    private static let capitals: [Character: LetterStrokes] = [
        "A": .init(1.07, [[0.04, 0, 0.5, 1, 0.96, 0], [0.22, 0.34, 0.78, 0.34]]),
        "C": .init(1.07, [[0.9, 0.82, 0.72, 0.97, 0.5, 1, 0.25, 0.9, 0.1, 0.65, 0.1, 0.35, 0.25, 0.1, 0.5, 0, 0.75, 0.04, 0.92, 0.2]]),
        "E": .init(0.99, [[0.2, 0, 0.2, 1], [0.08, 1, 0.88, 1], [0.2, 0.52, 0.68, 0.52], [0.08, 0, 0.92, 0]]),
        "Đ": .init(1.07, [[0.2, 0, 0.2, 1, 0.55, 1, 0.85, 0.8, 0.92, 0.5, 0.85, 0.2, 0.55, 0, 0.2, 0], [0.02, 0.5, 0.5, 0.5]]),
        "G": .init(
            1.15,
            [[0.88, 0.82, 0.7, 0.97, 0.5, 1, 0.25, 0.9, 0.1, 0.65, 0.1, 0.35, 0.25, 0.1, 0.5, 0, 0.8, 0.08, 0.8, 0.42], [0.58, 0.42, 0.95, 0.42]]),
        "H": .init(1.15, [[0.18, 0, 0.18, 1], [0.82, 0, 0.82, 1], [0.18, 0.5, 0.82, 0.5]]),
        "I": .init(0.55, [[0.5, 0, 0.5, 1]]),
        "K": .init(1.15, [[0.2, 0, 0.2, 1], [0.85, 1, 0.25, 0.45], [0.42, 0.6, 0.9, 0]]),
        "M": .init(1.4, [[0.15, 0, 0.15, 1, 0.5, 0.1, 0.82, 1, 0.82, 0]]),
        "N": .init(1.07, [[0.16, 0, 0.16, 1, 0.84, 0, 0.84, 1]]),
        "O": .init(1.15, [[0.5, 1, 0.25, 0.92, 0.1, 0.65, 0.1, 0.35, 0.25, 0.08, 0.5, 0, 0.75, 0.08, 0.9, 0.35, 0.9, 0.65, 0.75, 0.92, 0.5, 1]]),
        "T": .init(0.99, [[0.06, 1, 0.94, 1], [0.5, 1, 0.5, 0]]),
        "U": .init(1.07, [[0.17, 1, 0.17, 0.3, 0.28, 0.08, 0.5, 0, 0.72, 0.08, 0.84, 0.3, 0.84, 1]]),
        "Y": .init(1.07, [[0.06, 1, 0.5, 0.45, 0.94, 1], [0.5, 0.45, 0.5, 0]]),
        " ": .init(0.37, []),
    ]
    /// Marks over and under a letter, across its middle: x from the middle in heights of a capital.
    private static let marks: [UnicodeScalar: [Point]] = [
        "\u{302}": points([-0.26, 1.12, 0, 1.32, 0.26, 1.12]),
        "\u{301}": points([0.12, 1.34, 0.34, 1.55]),
        "\u{309}": points([-0.05, 1.35, 0.06, 1.28, 0, 1.14]),
        "\u{323}": points([-0.01, -0.24, 0.01, -0.24]),
        "\u{31B}": points([0.45, 0.85, 0.6, 1.05]),
    ]

    private init(_ width: Double, _ strokes: [[Double]]) {
        self.width = width
        self.strokes = strokes.map(Self.points).map { $0.map { Point(x: $0.x * width, y: $0.y) } }
    }

    private static func points(_ pairs: [Double]) -> [Point] {
        stride(from: 0, to: pairs.count - 1, by: 2).map { Point(x: pairs[$0], y: pairs[$0 + 1]) }
    }

    /// All strokes of a word, each a chain of points, and its width.
    static func word(_ text: String) -> (strokes: [[Point]], width: Double) {
        var strokes: [[Point]] = []
        var width = 0.0
        for character in text {
            let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
            guard let base = parts.first, let letter = capitals[Character(base)] else { continue }
            strokes += letter.strokes.map { $0.map { Point(x: $0.x + width, y: $0.y) } }
            for mark in parts.dropFirst() {
                if let stroke = marks[mark] { strokes.append(stroke.map { Point(x: $0.x + width + letter.width / 2, y: $0.y) }) }
            }
            width += letter.width
        }
        return (strokes, width)
    }
}
