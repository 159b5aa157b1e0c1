import Records

/// A rectangle in pixels.
struct PixelBox {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// A place given in fractions of a picture.
    init(_ box: Box, on picture: Raster) {
        let (width, height) = (Double(picture.width), Double(picture.height))
        self.init(
            x: Int(box.x * width), y: Int(box.y * height), width: Int((box.width * width).rounded(.up)),
            height: Int((box.height * height).rounded(.up)))
    }

    /// The smallest rectangle around others, as far as they lie on the picture.
    init(around boxes: [PixelBox]) {
        let (left, top) = (max(0, boxes.map(\.x).min() ?? 0), max(0, boxes.map(\.y).min() ?? 0))
        let (right, bottom) = (boxes.map { $0.x + $0.width }.max() ?? left, boxes.map { $0.y + $0.height }.max() ?? top)
        self.init(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
    }

    func grown(by pixels: Int) -> PixelBox {
        PixelBox(x: max(0, x - pixels), y: max(0, y - pixels), width: width + 2 * pixels, height: height + 2 * pixels)
    }

    func overlaps(_ other: PixelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    /// The smallest that holds both.
    func union(_ other: PixelBox) -> PixelBox {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return PixelBox(
            x: left, y: top, width: max(x + width, other.x + other.width) - left, height: max(y + height, other.y + other.height) - top)
    }

    /// The part that lies on a page whose corner is 0, 0.
    func cut(to page: PixelBox) -> PixelBox {
        let (left, top) = (max(0, x), max(0, y))
        return PixelBox(x: left, y: top, width: min(page.width, x + width) - left, height: min(page.height, y + height) - top)
    }

    func scaled(by factor: Double) -> PixelBox {
        PixelBox(x: Int(Double(x) * factor), y: Int(Double(y) * factor), width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}
