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
    /// The same for ink on bare paper, whose strength is measured: it is the paper's by so much.
    private static let pureChroma = 60
    /// Share of such pixels that are darker than what becomes white: most of the ink goes, and print under it stays.
    private static let darkest = 0.25
    /// Fewer pixels are no ink.
    private static let fewest = 50

    /// The page in grey, around seals without coloured ink. Where there are none in colour, without the seals that stand out in grey.
    /// - Returns: It, and the seals that are as black as print.
    static func text(of page: Raster, resolution: Double) throws(ReadingFailure) -> (text: Raster, blackSeals: [SealRing]) {
        let grey = try page.grey()
        let seals = try page.depth == 32 ? seals(on: page, resolution: resolution) : []
        if seals.isEmpty { return try GreySeals.removed(from: grey, resolution: resolution) }
        let text = try grey.copy()
        for seal in seals { fade(page, onto: text, inside: seal) }
        return (text, [])
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

    /// Writes the page's pixels inside a box onto `text`, each without the coloured ink over it. Ink lets its own colour through, and print
    /// below it nothing: of what is let through, the share that bare ink lets through is the paper's.
    private static func fade(_ page: Raster, onto text: Raster, inside box: PixelBox) {
        page.withPix { pix in
            guard let source = unsafe pixGetData(pix) else { return }
            let wordsPerLine = Int(unsafe pixGetWpl(pix))
            let columns = min(box.x, page.width)..<min(box.x + box.width, page.width)
            let rows = min(box.y, page.height)..<min(box.y + box.height, page.height)
            var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: Tint.colours)
            for y in rows {
                for x in columns {
                    let tint = Tint(unsafe source[y * wordsPerLine + x])
                    if tint.chroma >= pureChroma { counts[tint.colour][tint.strongest] += 1 }
                }
            }
            let bare = counts.map(level)
            text.withLines { y, bytes in
                guard rows.contains(y) else { return }
                for x in columns {
                    let tint = Tint(unsafe source[y * wordsPerLine + x])
                    guard tint.chroma > minimumChroma, let bare = bare[tint.colour] else { continue }
                    unsafe bytes[x ^ 3] = UInt8(min(255, tint.strongest * 255 / max(1, bare)))
                }
            }
        }
    }

    /// What bare ink of a colour lets through, of 255; nil where there is none.
    private static func level(_ counts: [Int]) -> Int? {
        let all = counts.reduce(0, +)
        guard all >= fewest else { return nil }
        var darker = 0
        return counts.firstIndex { count in
            darker += count
            return Double(darker) >= darkest * Double(all)
        }
    }

    /// A pixel's colour, as coarse as inks of an office differ.
    private struct Tint {
        static let colours = 3
        /// The strongest of red (0), green (1) and blue (2).
        let colour: Int
        let strongest: Int
        /// How far the strongest stands above the weakest.
        let chroma: Int

        init(_ pixel: UInt32) {
            let (red, green, blue) = (Int(pixel >> 24), Int(pixel >> 16 & 0xFF), Int(pixel >> 8 & 0xFF))
            strongest = max(red, green, blue)
            chroma = strongest - min(red, green, blue)
            colour = red == strongest ? 0 : blue == strongest ? 2 : 1
        }
    }
}
