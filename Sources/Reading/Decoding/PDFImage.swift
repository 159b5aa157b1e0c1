import CQPDF

/// An image that a page names, as its dictionary describes it.
struct PDFImage {
    var object: qpdf_oh
    var width: Int
    var height: Int
    var bitsPerComponent: Int
    /// As written: `/DCTDecode`, `[ /FlateDecode /DCTDecode ]`, `/CCITTFaxDecode`.
    var filter: String
    /// Whether it is masked, or its samples are mapped to others.
    var isAltered: Bool

    /// What Poppler makes of it: a byte a sample of grey, four bytes of colour.
    var bitsPerPixel: Int { bitsPerComponent == 1 ? 1 : 32 }

    /// Whether its bytes are a JPEG file and nothing else packs them.
    var isPlainJPEG: Bool { ["/DCTDecode", "[ /DCTDecode ]"].contains(filter) && !isAltered && bitsPerComponent == 8 }
}
