import Records

/// A sheet that separates: its code files the pages behind it under a dossier or a case.
enum CoverSheet {
    /// What a cover sheet's barcode says; nil when no barcode of the page is a cover's.
    static func code(in barcodes: [Barcode]) -> String? {
        barcodes.lazy.compactMap { code(in: $0.text) }.first
    }

    static func code(in text: String) -> String? { CoverCode(barcode: text)?.dossier }
}
