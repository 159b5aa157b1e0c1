import CLeptonica
import Records

/// Part of a page as amounts of ink: 0 is bare paper, whatever the paper's own shade.
struct InkPlane {
    /// 8 bits.
    var raster: Raster
    /// Only what is redder than the paper; otherwise all that is darker.
    var isRed: Bool

    /// The dark plane, and for a page in colour the red one.
    static func planes(of picture: Raster) throws(ReadingFailure) -> [InkPlane] {
        let dark = try dark(of: picture)
        return picture.depth == 32 ? [try InkPlane(raster: ink(on: withoutRed(picture)), isRed: true), dark] : [dark]
    }

    /// All that is darker than the paper, pixel by pixel of the picture.
    static func dark(of picture: Raster) throws(ReadingFailure) -> InkPlane { try InkPlane(raster: ink(on: picture.grey()), isRed: false) }

    /// How much darker each pixel is than the paper around it.
    private static func ink(on grey: Raster) throws(ReadingFailure) -> Raster {
        let smooth = try grey.made("smoothing") { unsafe pixBlockconvGray($0, nil, 1, 1) }
        let small = try smooth.made("scaling") { unsafe pixScaleAreaMap($0, 0.25, 0.25) }
        let paper = try small.made("closing") { unsafe pixCloseGray($0, paperWindow, paperWindow) }
        let across = Float(grey.width) / Float(small.width)
        let down = Float(grey.height) / Float(small.height)
        let background = try paper.made("scaling") { unsafe pixScaleGrayLI($0, across, down) }
        let cover = try background.clipped(x: 0, y: 0, width: grey.width, height: grey.height)
        return try smooth.withPix { pix throws(ReadingFailure) in
            try cover.made("subtraction") { unsafe pixSubtractGray(nil, $0, pix) }
        }
    }

    /// Wider than any stroke, in quarter pixels at 200 dpi: 10 mm.
    private static let paperWindow: Int32 = 21

    /// 255 less the redness: how far red stands above the other two.
    private static func withoutRed(_ colour: Raster) throws(ReadingFailure) -> Raster {
        try colour.made("red plane") { pix in
            let width = unsafe pixGetWidth(pix)
            let height = unsafe pixGetHeight(pix)
            guard let plane = unsafe pixCreateNoInit(width, height, 8), let source = unsafe pixGetData(pix), let target = unsafe pixGetData(plane)
            else { return nil }
            let sourceLine = Int(unsafe pixGetWpl(pix))
            let targetLine = Int(unsafe pixGetWpl(plane))
            for y in 0..<Int(height) {
                let pixels = unsafe source + y * sourceLine
                let bytes = unsafe UnsafeMutableRawPointer(target + y * targetLine).assumingMemoryBound(to: UInt8.self)
                for x in 0..<Int(width) {
                    let pixel = unsafe pixels[x]
                    let red = Int(pixel >> 24)
                    let others = max(Int(pixel >> 16 & 0xFF), Int(pixel >> 8 & 0xFF))
                    unsafe bytes[x ^ 3] = UInt8(255 - max(0, red - others))
                }
            }
            return unsafe plane
        }
    }
}

extension InkPlane {
    /// Of the strongest ink, the part that is still paper: blotches, dust, what shows through.
    private static let blotch = 0.25

    /// The ink as a picture again: its strongest hundredth black, the paper and its blotches white.
    func blackOnWhite() throws(ReadingFailure) -> Raster {
        let copy = try raster.copy()
        let strongest = max(1, copy.level(share: 0.99))
        let weakest = Int(Self.blotch * Double(strongest))
        let shades = (0...255).map { UInt8(255 - min(255, max(0, $0 - weakest) * 255 / max(1, strongest - weakest))) }
        let width = copy.width
        copy.withLines { _, bytes in
            for x in 0..<width { unsafe bytes[x ^ 3] = shades[Int(bytes[x ^ 3])] }
        }
        return copy
    }
}
