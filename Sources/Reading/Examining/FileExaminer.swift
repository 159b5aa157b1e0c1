package import Records

/// Tells what a file is by its bytes, whether it is whole, and how many pages it has, without rasterising any.
///
/// A scanner writes slowly and over the network, and a page that is missing its data is rendered white by every library: so a
/// file is walked to its real end, by the rules of its own format, before anyone reads a page of it.
package struct FileExaminer {
    /// Pages of one file. A thicker file is split by hand before it is scanned.
    package static let maximumPages = 10_000

    package init() {}

    package func examine(_ path: String) throws(ReadingFailure) -> Examination {
        let file = try HostileFile(path)
        guard file.size > 0 else { throw ReadingFailure(.empty, "0 bytes", mayPass: true) }
        let mediaType = try FileSignature.mediaType(of: file)
        let pages =
            switch mediaType {
            case .pdf: try PDFWalk.pages(of: file, path: path)
            case .tiff: try TIFFWalk.pages(of: file, path: path)
            case .jpeg: try JPEGWalk.check(file)
            case .png: try PNGWalk.check(file)
            case .webp: try WebPWalk.check(file)
            case .heic: try HEICWalk.check(file, path: path)
            }
        guard pages > 0 else { throw ReadingFailure(.noPages, "no page") }
        guard pages <= Self.maximumPages else { throw ReadingFailure(.tooLarge, "\(pages) pages, at most \(Self.maximumPages)") }
        return Examination(mediaType: mediaType, pages: pages)
    }
}
