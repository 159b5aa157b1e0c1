import Foundation
package import Records

/// Writes the archival copy of a record: PDF/A-1b (ISO 19005-1), the pages as scanned under their text.
///
/// A page at a time, straight to the file: of a page that is written only its place is kept, so that a thousand pages take no more
/// memory than ten. The same request gives the same bytes.
package struct ArchivalWriter {
    package init() {}

    package func write(_ request: ArchivalRequest) throws(ReadingFailure) {
        guard !request.pages.isEmpty, request.pages.count == request.readings.count else {
            throw ReadingFailure(.noPages, "\(request.pages.count) pages and \(request.readings.count) readings")
        }
        let pages = try ScannedPages(path: request.path, mediaType: request.mediaType)
        let file = try DraftFile(replacing: request.output)
        let document = try ArchivalDocument(file)
        for (page, path) in zip(request.pages, request.readings) {
            let reading = try Self.reading(at: path)
            try document.add(pages.page(page), reading)
        }
        try document.finish(ArchivalMetadata(request.properties))
        try file.keep()
    }

    private static func reading(at path: String) throws(ReadingFailure) -> PageReading {
        let file = try HostileFile(path)
        let bytes = try file.bytes(at: 0, count: file.size)
        do { return try JSONDecoder().decode(PageReading.self, from: Data(bytes)) } catch {
            throw ReadingFailure(.unreadable, "a stored reading is not understood")
        }
    }
}
