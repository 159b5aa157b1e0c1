import Records

/// Tells whether a PDF is whole: it ends as it should, its structure resolves, and every page has the data it draws.
enum PDFWalk {
    /// The end marker must stand this close to the end of the file, white space and zeros after it aside.
    private static let tailBytes = 1024
    /// Zeros after the end marker that are passed over: what a preallocating copy leaves.
    private static let paddingBytes = 1 << 20

    /// The number of pages, all of them whole.
    static func pages(of file: borrowing HostileFile, path: String) throws(ReadingFailure) -> Int {
        try checkEnd(of: file)
        let structure = try PDFStructure(path)
        let pages = try structure.countPages()
        guard pages > 0 else { throw ReadingFailure(.noPages, "PDF without pages") }
        guard pages <= FileExaminer.maximumPages else { return pages }
        for page in 1...pages { try structure.checkPage(page) }
        return pages
    }

    /// Only a walk from the end finds a cut: qpdf rebuilds what it can, and a linearised PDF opens from its head.
    private static func checkEnd(of file: borrowing HostileFile) throws(ReadingFailure) {
        let start = max(0, file.size - paddingBytes)
        var tail = try file.bytes(at: start, count: paddingBytes)[...]
        while let last = tail.last, [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(last) { tail.removeLast() }
        guard tail.suffix(tailBytes).firstRange(of: Array("%%EOF".utf8)) != nil else {
            throw ReadingFailure(.truncated, "PDF without its end marker", mayPass: true)
        }
    }
}
