import Records

/// Parts a scan into records: the pages behind each cover sheet, up to the next one, are a record. Without cover sheets all pages are
/// one record. Blank sides (the backs of single-sided papers) belong to no record, and are not counted as digitised pages, unless
/// the whole scan is blank.
enum RecordSplit {
    static func records(of pages: [PageSummary]) -> [RecordPages] {
        var records: [RecordPages] = []
        var current = RecordPages(pages: [])
        func close() {
            if !current.pages.isEmpty { records.append(current) }
        }
        for page in pages {
            if page.isCover {
                close()
                current = RecordPages(pages: [], coverCode: page.coverCode)
            } else if !page.isBlank {
                current.pages.append(page.page)
                current.barcodes += page.barcodes
            }
        }
        close()
        let isAllBlank = !pages.isEmpty && pages.allSatisfy { $0.isBlank && !$0.isCover }
        return isAllBlank ? [RecordPages(pages: pages.map(\.page))] : records
    }
}
