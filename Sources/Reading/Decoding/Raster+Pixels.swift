import CLeptonica

extension Raster {
    /// Bounding boxes of the connected black (1) regions of a 1-bit picture; regions that only touch at corners are apart.
    func componentBoxes() -> [PixelBox] {
        withPix { pix in
            var boxes = unsafe pixConnCompBB(pix, 4)
            defer { unsafe boxaDestroy(&boxes) }
            guard let boxes = unsafe boxes else { return [] }
            return (0..<(unsafe boxaGetCount(boxes))).map { index in
                var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
                _ = unsafe boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
                return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
            }
        }
    }

    func isSame(as other: Raster) -> Bool {
        withPix { one in
            other.withPix { another in
                var same: Int32 = 0
                return unsafe pixEqual(one, another, &same) == 0 && same == 1
            }
        }
    }

    /// Calls `body` with the bytes of each line of an 8-bit picture; the byte of column x stands at `x ^ 3`.
    @safe func withLines(_ body: (Int, UnsafeMutablePointer<UInt8>) -> Void) {
        withPix { pix in
            guard unsafe pixGetDepth(pix) == 8, let data = unsafe pixGetData(pix) else { return }
            let wordsPerLine = Int(unsafe pixGetWpl(pix))
            for y in 0..<Int(unsafe pixGetHeight(pix)) {
                unsafe body(y, UnsafeMutableRawPointer(data + y * wordsPerLine).assumingMemoryBound(to: UInt8.self))
            }
        }
    }

    /// The columns between two places, as far as they are on the picture: none where both lie beside it.
    func columns(from left: Double, through right: Double) -> Range<Int> {
        let first = min(width, max(0, Int(left)))
        return first..<max(first, min(width, Int(right) + 1))
    }

    /// The shades of an 8-bit picture, line by line.
    func lines() -> [UInt8] {
        let width = width
        var shades = [UInt8](repeating: 255, count: width * height)
        withLines { y, bytes in
            for x in 0..<width { unsafe shades[y * width + x] = bytes[x ^ 3] }
        }
        return shades
    }

    /// Makes a rectangle of a picture of 1, 8 or 32 bits white.
    func whiten(_ box: PixelBox) {
        withBox(box) { pix, box in _ = unsafe pixGetDepth(pix) == 1 ? pixClearInRect(pix, box) : pixSetInRect(pix, box) }
    }

    /// Wipes a rectangle of a 1-bit picture.
    func clear(_ box: PixelBox) { withBox(box) { pix, box in _ = unsafe pixClearInRect(pix, box) } }

    func blackPixels(in box: PixelBox) -> Int {
        var count: Int32 = 0
        withBox(box) { pix, box in _ = unsafe pixCountPixelsInRect(pix, box, &count, nil) }
        return Int(count)
    }

    @safe private func withBox(_ place: PixelBox, _ body: (UnsafeMutablePointer<PIX>, UnsafeMutablePointer<BOX>?) -> Void) {
        withPix { pix in
            var box = unsafe boxCreate(Int32(place.x), Int32(place.y), Int32(place.width), Int32(place.height))
            defer { unsafe boxDestroy(&box) }
            unsafe body(pix, box)
        }
    }
}
