/// Where one scan is parted into records, besides cover sheets, which always part.
package struct Separating: Sendable, Equatable {
    /// A page with a header of its own (motto, number, title) begins a record.
    package var byContent: Bool
    /// So many blank sides in a row part records: 1 for a blank sheet between papers scanned on one side, 3 where both sides are
    /// scanned (an empty back and a blank sheet). 0: blank sides never part.
    package var blankSides: Int
    /// Texts of barcodes on sheets that part records and say no dossier; what ends in `*` counts by its beginning.
    package var codes: [String]

    /// The texts that makers of scanners print on their separator sheets.
    package static let usualCodes = ["PATCH*", "SEPARATOR", "SEPARATOR SHEET", "DOCUMENT SEPARATOR"]

    package init(byContent: Bool = true, blankSides: Int = 0, codes: [String] = Separating.usualCodes) {
        self.byContent = byContent
        self.blankSides = blankSides
        self.codes = codes
    }
}
