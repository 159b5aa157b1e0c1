import Records

/// A sheet that parts papers and says nothing of them: a patch or barcode sheet that came with a scanner.
enum SeparatorSheet {
    static func isOne(_ page: PageSummary, codes: [String]) -> Bool {
        page.barcodes.contains { barcode in codes.contains { matches(barcode.text, $0) } }
    }

    /// - Parameter pattern: the whole text, or its beginning and `*`.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let text = VietnameseText.squashed(text).uppercased()
        let pattern = VietnameseText.squashed(pattern).uppercased()
        return pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : text == pattern
    }
}
