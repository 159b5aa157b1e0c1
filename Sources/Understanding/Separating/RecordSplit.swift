import Records

/// Parts a scan into records. A cover sheet or a separator sheet always begins one; a page with a header of its own, and a run of
/// blank sides, where the pipeline says so. Blank sides (the backs of single-sided papers) belong to no record, and are not counted
/// as digitised pages, unless the whole scan is blank.
struct RecordSplit {
    private let separating: Separating
    private var records: [RecordPages] = []
    private var current = RecordPages(pages: [])
    private var blankSides = 0

    static func records(of pages: [PageSummary], by separating: Separating) -> [RecordPages] {
        var split = RecordSplit(separating: separating)
        for page in pages { split.take(page) }
        split.close(under: nil)
        let isAllBlank = !pages.isEmpty && pages.allSatisfy { $0.isBlank && !$0.isCover }
        return isAllBlank ? [RecordPages(pages: pages.map(\.page))] : split.records
    }

    private init(separating: Separating) { self.separating = separating }

    private mutating func take(_ page: PageSummary) {
        if page.isCover {
            close(under: page.coverCode)
        } else if SeparatorSheet.isOne(page, codes: separating.codes) {
            close(under: current.coverCode)
        } else if page.isBlank {
            blankSides += 1
        } else {
            if beginsRecord(page) { close(under: current.coverCode) }
            blankSides = 0
            add(page)
        }
    }

    private func beginsRecord(_ page: PageSummary) -> Bool {
        (separating.byContent && page.opensPaper) || (separating.blankSides > 0 && blankSides >= separating.blankSides)
    }

    private mutating func add(_ page: PageSummary) {
        current.pages.append(page.page)
        current.barcodes += page.barcodes
        if let label = page.label { current.labels.append(label) }
    }

    /// Ends the record under way; what follows is filed under `code`.
    private mutating func close(under code: String?) {
        if !current.pages.isEmpty { records.append(current) }
        current = RecordPages(pages: [], coverCode: code)
        blankSides = 0
    }
}
