/// A rectangle on a page as fractions (0...1) of the upright page's width and height, from its top left corner.
///
/// In JSON an array `[x, y, width, height]`.
package struct Box: Sendable, Hashable, Codable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        x = try container.decode(Double.self)
        y = try container.decode(Double.self)
        width = try container.decode(Double.self)
        height = try container.decode(Double.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for part in [x, y, width, height] { try container.encode((part * 10_000).rounded() / 10_000) }
    }

    package var right: Double { x + width }
    package var bottom: Double { y + height }
    package var middle: (x: Double, y: Double) { (x + width / 2, y + height / 2) }

    /// The smallest box that holds both.
    package func union(_ other: Box) -> Box {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return Box(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
    }

    /// The smallest box that holds all of `boxes`; nil when there are none.
    package static func around(_ boxes: [Box]) -> Box? {
        guard let first = boxes.first else { return nil }
        return boxes.dropFirst().reduce(first) { $0.union($1) }
    }
}
