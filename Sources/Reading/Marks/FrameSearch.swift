import CLeptonica
import Records

/// Looks for rectangular frames as the clearings they enclose: whatever touches a frame from outside, its inside stays apart from
/// the rest of the paper.
struct FrameSearch {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    /// Millimetres of a clearing's upright bounding box: the largest mark is 40 x 8, and one that leans is taller.
    private static let widths = 9.0...62.0
    private static let heights = 4.5...26.0
    /// The share of its bounding box that a clearing fills, letters and leaning taken off.
    private static let minimumFill = 0.35
    /// The least ink that counts, for faint stamps and for strong ones, and millimetres of a gap in the frame that is closed.
    private static let passes: [(ink: Int32, gap: Double)] = [(14, 0.6), (40, 0.6), (22, 1.5)]

    func candidates() throws(ReadingFailure) -> [StampCandidate] {
        var found: [StampCandidate] = []
        for pass in Self.passes {
            for candidate in try candidates(atLeast: pass.ink, closing: pass.gap) where !found.contains(where: { $0.isSame(as: candidate) }) {
                found.append(candidate)
            }
        }
        return found
    }

    private func candidates(atLeast level: Int32, closing gap: Double) throws(ReadingFailure) -> [StampCandidate] {
        let brick = Int32(max(3, (gap * pixelsPerMillimetre).rounded()))
        let paper = try ink.raster.made("threshold") { unsafe pixThresholdToBinary($0, level) }
        let cut = try paper.made("opening") { unsafe pixOpenBrick(nil, $0, brick, brick) }
        var found: [StampCandidate] = []
        for box in cut.componentBoxes() where isPlausible(box) {
            let clip = try cut.clipped(x: box.x, y: box.y, width: box.width, height: box.height)
            guard let outline = Outline(of: clip), outline.fill >= Self.minimumFill else { continue }
            found.append(StampCandidate(ink: ink, x: box.x, y: box.y, outline: outline, isFramed: true, pixelsPerMillimetre: pixelsPerMillimetre))
        }
        return found
    }

    private func isPlausible(_ box: PixelBox) -> Bool {
        Self.widths.contains(Double(box.width) / pixelsPerMillimetre) && Self.heights.contains(Double(box.height) / pixelsPerMillimetre)
            && box.width > box.height
    }
}

/// A rectangle in pixels.
struct PixelBox {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
}

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
}
