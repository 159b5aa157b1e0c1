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

    func grown(by pixels: Int) -> PixelBox {
        PixelBox(x: max(0, x - pixels), y: max(0, y - pixels), width: width + 2 * pixels, height: height + 2 * pixels)
    }

    func scaled(by factor: Double) -> PixelBox {
        PixelBox(x: Int(Double(x) * factor), y: Int(Double(y) * factor), width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}
