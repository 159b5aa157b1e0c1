import Records

/// `Trang 2/5` on a paper of which three pages were scanned: some are missing, or not its own.
enum PageCountCheck {
    static func reasons(_ pages: RecordPages) -> [String] {
        pages.labels.contains { $0.total != pages.pages.count } ? ["page_count"] : []
    }
}
