internal import CQREncode
internal import Records

/// The squares of a QR code.
struct QRSquares {
    /// Squares along a side.
    let width: Int
    private let dark: [Bool]

    /// A quarter of the squares may be lost: covers are used many times, and folded.
    init(_ text: String) throws(CoverFailure) {
        guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q) else { throw CoverFailure(cause: "QRcode_encodeString8bit") }
        let width = Int(unsafe code.pointee.width)
        let squares = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        // The lowest bit says black; the others say what a square is for.
        dark = unsafe squares.map { $0 & 1 == 1 }
        unsafe QRcode_free(code)
        self.width = width
    }

    func isDark(_ x: Int, _ y: Int) -> Bool { dark[y * width + x] }
}
