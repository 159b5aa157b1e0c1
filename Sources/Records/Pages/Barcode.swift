/// A barcode as decoded, with the page it stands on.
package struct Barcode: Sendable, Hashable, Codable {
    /// From 1.
    package var page: Int
    /// The symbology's usual name: `QR`, `CODE-128`, `CODE-39`, …
    package var format: String
    package var text: String
    /// Nil where the decoder gives no position.
    package var box: Box?

    package init(page: Int, format: String, text: String, box: Box? = nil) {
        self.page = page
        self.format = format
        self.text = text
        self.box = box
    }
}
