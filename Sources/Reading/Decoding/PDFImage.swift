import CQPDF

/// An image that a page names, as its dictionary describes it.
struct PDFImage {
    var object: qpdf_oh
    var width: Int
    var height: Int
    var bitsPerComponent: Int

    /// What Poppler makes of it: a byte a sample of grey, four bytes of colour.
    var bitsPerPixel: Int { bitsPerComponent == 1 ? 1 : 32 }
}
