import Foundation
import Records

/// A stretch of a line without a wide gap, where it stands on the page turned level.
struct Piece {
    var line: PageReading.Line
    /// Shares of the page's width.
    var left: Double
    var right: Double
    /// Shares of the page's height.
    var middle: Double
    var height: Double

    /// Heights of a word between two words that belong to different columns.
    static let columnGap = 2.0

    /// The pieces of a line, from left to right.
    static func pieces(of line: PageReading.Line, wider gap: Double, level: Level) -> [Piece] {
        var pieces: [Piece] = []
        for word in line.words {
            let middle = level.middle(of: word.box)
            let left = middle.x - word.box.width / 2
            if var last = pieces.last, left - last.right <= gap {
                last.line.words.append(word)
                last.right = max(last.right, left + word.box.width)
                last.left = min(last.left, left)
                pieces[pieces.count - 1] = last
            } else {
                let new = PageReading.Line(words: [word], block: line.block)
                pieces.append(Piece(line: new, left: left, right: left + word.box.width, middle: middle.y, height: word.box.height))
            }
        }
        return pieces.map { $0.settled(level) }
    }

    /// Its height and middle are those of its middling word: a bracket or a hook does not move it.
    private func settled(_ level: Level) -> Piece {
        var piece = self
        let heights = line.words.map(\.box.height).sorted()
        let middles = line.words.map { level.middle(of: $0.box).y }.sorted()
        piece.height = heights[heights.count / 2]
        piece.middle = middles[middles.count / 2]
        return piece
    }
}

/// Turns places on a leaning page to where they would be on a level one.
struct Level {
    private let sine: Double
    private let cosine: Double
    private let aspect: Double

    init(degrees: Double, aspect: Double) {
        sine = sin(-degrees * .pi / 180)
        cosine = cos(-degrees * .pi / 180)
        self.aspect = aspect
    }

    func middle(of box: Box) -> (x: Double, y: Double) {
        let (x, y) = (box.x + box.width / 2 - 0.5, (box.y + box.height / 2 - 0.5) * aspect)
        return (x * cosine - y * sine + 0.5, (x * sine + y * cosine) / aspect + 0.5)
    }
}
