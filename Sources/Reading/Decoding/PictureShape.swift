import CQPDF
import Records

/// What a picture in a PDF says of itself: how many pixels of how many bits, or a stencil that ink is let through.
struct PictureShape {
    let width: Int
    let height: Int
    let bits: Int
    let isStencil: Bool
}

extension PDFStructure {
    /// Nil for a picture that masks lie over, or that does not tell its size. A size beyond `PixelBudget` is an error.
    func shape(ofPicture dictionary: qpdf_oh) throws(ReadingFailure) -> PictureShape? {
        guard !["/SMask", "/Mask", "/SMaskInData"].contains(where: { has(dictionary, $0) }),
            let width = integer(value(dictionary, "/Width")), let height = integer(value(dictionary, "/Height"))
        else { return nil }
        let isStencil = truth(value(dictionary, "/ImageMask"))
        let bits = isStencil ? 1 : integer(value(dictionary, "/BitsPerComponent")) ?? 0
        try PixelBudget.checkDecoding(width: width, height: height, bitsPerPixel: bits == 1 ? 1 : 32)
        return PictureShape(width: width, height: height, bits: bits, isStencil: isStencil)
    }
}
