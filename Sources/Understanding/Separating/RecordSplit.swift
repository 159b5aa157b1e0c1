import Records

/// Parts a scan into records: the pages behind each cover sheet, up to the next one, are a record. Without cover sheets all pages are
/// one record.
enum RecordSplit {
    static func records(of pages: [PageSummary]) -> [RecordPages] {
        var records: [RecordPages] = []
        var current = RecordPages(pages: [])
        var hasInk = false
        let covered = pages.contains(where: \.isCover)
        func close() {
            if !current.pages.isEmpty, hasInk || !covered { records.append(current) }
        }
        for page in pages {
            if page.isCover {
                close()
                current = RecordPages(pages: [], coverCode: page.coverCode)
                hasInk = false
            } else {
                current.pages.append(page.page)
                current.barcodes += page.barcodes
                hasInk = hasInk || !page.isBlank
            }
        }
        close()
        return records
    }
}
