/// A rectangle in pixels.
struct PixelBox {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    func grown(by pixels: Int) -> PixelBox {
        PixelBox(x: max(0, x - pixels), y: max(0, y - pixels), width: width + 2 * pixels, height: height + 2 * pixels)
    }

    func scaled(by factor: Double) -> PixelBox {
        PixelBox(x: Int(Double(x) * factor), y: Int(Double(y) * factor), width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}
