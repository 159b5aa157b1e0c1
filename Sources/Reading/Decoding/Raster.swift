import CLeptonica
import Records

/// A picture that Leptonica owns, freed with its last reference: 1 bit (1 is black), 8 bits of grey, or 32 bits of colour.
@safe final class Raster {
    private let pix: UnsafeMutablePointer<PIX>

    /// Takes over what Leptonica returned; nil is its way of failing.
    init(owning pix: UnsafeMutablePointer<PIX>?, _ what: String) throws(ReadingFailure) {
        guard let pix = unsafe pix else { throw ReadingFailure(.unreadable, "\(what) failed") }
        unsafe self.pix = unsafe pix
    }

    deinit {
        var pix: UnsafeMutablePointer<PIX>? = unsafe pix
        unsafe pixDestroy(&pix)
    }

    /// Lends the picture to C for the length of a call.
    @safe func withPix<Result, Failure: Error>(_ body: (UnsafeMutablePointer<PIX>) throws(Failure) -> Result) throws(Failure) -> Result {
        defer { extendLifetime(self) }
        return try unsafe body(pix)
    }

    var width: Int { withPix { unsafe Int(pixGetWidth($0)) } }
    var height: Int { withPix { unsafe Int(pixGetHeight($0)) } }
    var depth: Int { withPix { unsafe Int(pixGetDepth($0)) } }

    /// A new picture made from this one.
    @safe func made(_ what: String, _ body: (UnsafeMutablePointer<PIX>) -> UnsafeMutablePointer<PIX>?) throws(ReadingFailure) -> Raster {
        try unsafe Raster(owning: withPix { unsafe body($0) }, what)
    }
}

extension Raster {
    /// 8 bits of grey.
    func grey() throws(ReadingFailure) -> Raster {
        if depth == 8 { return self }
        return try made("conversion to grey") { unsafe pixConvertTo8($0, 0) }
    }

    /// The same pixels, to be written to.
    func copy() throws(ReadingFailure) -> Raster { try made("copy") { unsafe pixCopy(nil, $0) } }

    /// Smaller by averaging, without sharpening, which takes as long again and gives letters no better edges; larger by interpolation.
    func scaled(by factor: Double) throws(ReadingFailure) -> Raster {
        if abs(factor - 1) < 0.01 { return self }
        return try made("scaling") { unsafe pixScaleGeneral($0, Float(factor), Float(factor), 0, 0) }
    }

    /// Scaled across and down apart, so that its pixels become square; 1 bit becomes grey.
    func stretched(x: Double, y: Double) throws(ReadingFailure) -> Raster {
        try (depth == 1 ? grey() : self).made("stretching") { unsafe pixScale($0, Float(x), Float(y)) }
    }

    /// As so many bits a pixel, at least its own: 1, 8 or 32.
    func deepened(to bits: Int) throws(ReadingFailure) -> Raster {
        switch bits {
        case depth: self
        case 8: try grey()
        default: try made("conversion to colour") { unsafe pixConvertTo32($0) }
        }
    }

    /// Turned clockwise by quarters.
    func turned(quarters: Int) throws(ReadingFailure) -> Raster {
        if quarters % 4 == 0 { return self }
        return try made("turning") { unsafe pixRotateOrth($0, Int32(quarters % 4)) }
    }

    /// Turned clockwise by some degrees about its middle, the size kept, the corners white.
    func rotated(degrees: Double) throws(ReadingFailure) -> Raster {
        try made("rotation") {
            unsafe pixRotate($0, Float(degrees * .pi / 180), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0)
        }
    }

    /// The part inside a rectangle of pixels; nil when nothing of it is on the picture.
    func clipped(x: Int, y: Int, width: Int, height: Int) throws(ReadingFailure) -> Raster {
        try made("clipping") { pix in
            var box = unsafe boxCreate(Int32(x), Int32(y), Int32(width), Int32(height))
            defer { unsafe boxDestroy(&box) }
            return unsafe pixClipRectangle(pix, box, nil)
        }
    }
}
