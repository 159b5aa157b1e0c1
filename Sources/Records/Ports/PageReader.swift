/// Reads files that nobody trusts. Every method may be called from many tasks at once; what runs behind it is limited in memory,
/// processor time and wall-clock time, and a crash there is an error here.
package protocol PageReader: Sendable {
    /// Tells what the file is, whether it is whole, and how many pages it has, without rasterising any.
    func examine(_ path: String) async throws(ReadingFailure) -> Examination

    /// Reads one page (from 1) of a whole file.
    func read(_ request: PageRequest) async throws(ReadingFailure) -> PageReading

    /// Writes the archival copy of one record. Its text comes from the stored readings; nothing is recognised again.
    func archive(_ request: ArchivalRequest) async throws(ReadingFailure)
}

/// A file at first sight.
package struct Examination: Sendable, Equatable, Codable {
    package var mediaType: MediaType
    package var pages: Int

    package init(mediaType: MediaType, pages: Int) {
        self.mediaType = mediaType
        self.pages = pages
    }
}

/// Which page to read, and how.
package struct PageRequest: Sendable, Equatable, Codable {
    package var path: String
    package var mediaType: MediaType
    /// From 1.
    package var page: Int
    /// Tesseract's name of the language data: `vie`.
    package var languages: String

    package init(path: String, mediaType: MediaType, page: Int, languages: String) {
        self.path = path
        self.mediaType = mediaType
        self.page = page
        self.languages = languages
    }
}

/// Why a file or a page was not read.
package struct ReadingFailure: Error, Sendable, Equatable, Codable {
    package var code: SetAsideReason.Code
    /// What the machine saw, in English, for the log: never content of the file, never its name.
    package var detail: String
    /// Whether the same call may succeed later: the file may still be being written, or the worker died.
    package var mayPass: Bool
    /// Whether the machine lacks something (language data, a library, room on the disk): no file is to blame, and none is set aside for it.
    package var isInstallationFault = false
    /// With `unsupported`: what the file is, where that is known.
    package var format: ForeignFormat?

    package init(_ code: SetAsideReason.Code, _ detail: String, mayPass: Bool = false) {
        self.code = code
        self.detail = detail
        self.mayPass = mayPass
    }

    /// Something that reading stands on is missing here; a retry helps once a person has helped.
    package static func installation(_ detail: String) -> ReadingFailure {
        var failure = ReadingFailure(.crashed, detail, mayPass: true)
        failure.isInstallationFault = true
        return failure
    }
}
