import CLeptonica
import Records

/// Takes seals, and the signatures across them, off a page in colour before its text is recognised: they lie over the signer's title
/// and name, which are printed in black. Coloured print elsewhere (titles of cards, forms filled in in blue) is text and stays.
struct InkSeparation {
    /// Dots per inch of the search for seals.
    private static let searchResolution = 75.0
    /// How far red stands above green and blue in a seal, of 255.
    private static let minimumRed: Int32 = 28
    /// Millimetres of space that is bridged between the letters and rings of a seal.
    private static let gap = 2.5
    /// Millimetres: an agency's round seal is 36 across, a name stamp smaller and flat; worn ones come out smaller.
    private static let sealSize = 20.0...60.0
    /// Share of its box that a seal's ink covers.
    private static let minimumInk = 0.12
    /// Millimetres around a seal in which the signature runs on.
    private static let reach = (left: 6.0, right: 28.0, above: 8.0, below: 8.0)
    /// How far the strongest of red, green and blue stands above the weakest before a pixel counts as coloured ink, of 255.
    private static let minimumChroma = 24
    /// Coloured ink is lifted by so many times what it stands above that.
    private static let lift = 3

    /// The page in grey; around seals without coloured ink. Where there are none in colour, without the seals that stand out in grey or in black.
    static func text(of page: Raster, resolution: Double) throws(ReadingFailure) -> Raster {
        let grey = try page.grey()
        let seals = try page.depth == 32 ? seals(on: page, resolution: resolution) : []
        if seals.isEmpty { return try GreySeals.removed(from: grey, resolution: resolution) }
        let text = try grey.copy()
        for seal in seals { fade(page, onto: text, inside: seal) }
        return text
    }

    /// Places of seals with what surrounds them, in pixels of the page.
    private static func seals(on page: Raster, resolution: Double) throws(ReadingFailure) -> [PixelBox] {
        let scale = min(1, searchResolution / resolution)
        let small = try page.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) }
        let pixelsPerMillimetre = resolution * scale / 25.4
        let redder = try small.made("red") { pix in
            var (reds, greens, blues): (UnsafeMutablePointer<PIX>?, UnsafeMutablePointer<PIX>?, UnsafeMutablePointer<PIX>?) = unsafe (
                pixGetRGBComponent(pix, Int32(COLOR_RED)), pixGetRGBComponent(pix, Int32(COLOR_GREEN)), pixGetRGBComponent(pix, Int32(COLOR_BLUE))
            )
            defer {
                unsafe pixDestroy(&reds)
                unsafe pixDestroy(&greens)
                unsafe pixDestroy(&blues)
            }
            var others = unsafe pixMinOrMax(nil, greens, blues, Int32(L_CHOOSE_MAX))
            defer { unsafe pixDestroy(&others) }
            return unsafe pixSubtractGray(nil, reds, others)
        }
        // pixThresholdToBinary makes black what is below: the redness is turned round first.
        let mask = try redder.made("inversion") { unsafe pixInvert(nil, $0) }.made("threshold") {
            unsafe pixThresholdToBinary($0, 255 - minimumRed)
        }
        let brick = Int32(max(1, (gap * pixelsPerMillimetre).rounded()))
        let groups = try mask.made("closing") { unsafe pixCloseSafeBrick(nil, $0, brick, brick) }
        return groups.componentBoxes().filter { box in
            sealSize.contains(Double(box.width) / pixelsPerMillimetre) && sealSize.contains(Double(box.height) / pixelsPerMillimetre)
                && Double(mask.blackPixels(in: box)) >= minimumInk * Double(box.width * box.height)
        }.map { surroundings(of: $0, pixelsPerMillimetre: pixelsPerMillimetre).scaled(by: 1 / scale) }
    }

    private static func surroundings(of box: PixelBox, pixelsPerMillimetre: Double) -> PixelBox {
        func pixels(_ millimetres: Double) -> Int { Int(millimetres * pixelsPerMillimetre) }
        let (x, y) = (max(0, box.x - pixels(reach.left)), max(0, box.y - pixels(reach.above)))
        return PixelBox(
            x: x, y: y, width: box.x + box.width + pixels(reach.right) - x, height: box.y + box.height + pixels(reach.below) - y)
    }

    /// Writes the page's pixels inside a box onto `text`, coloured ones faded towards white.
    private static func fade(_ page: Raster, onto text: Raster, inside box: PixelBox) {
        page.withPix { pix in
            guard let source = unsafe pixGetData(pix) else { return }
            let wordsPerLine = Int(unsafe pixGetWpl(pix))
            let columns = min(box.x, page.width)..<min(box.x + box.width, page.width)
            text.withLines { y, bytes in
                guard y >= box.y, y < box.y + box.height else { return }
                for x in columns {
                    if let faded = faded(unsafe source[y * wordsPerLine + x]) { unsafe bytes[x ^ 3] = faded }
                }
            }
        }
    }

    /// Nil for a pixel without colour.
    private static func faded(_ pixel: UInt32) -> UInt8? {
        let (red, green, blue) = (Int(pixel >> 24), Int(pixel >> 16 & 0xFF), Int(pixel >> 8 & 0xFF))
        let strongest = max(red, green, blue)
        let chroma = strongest - min(red, green, blue)
        return chroma <= minimumChroma ? nil : UInt8(min(255, strongest + (chroma - minimumChroma) * lift))
    }
}
