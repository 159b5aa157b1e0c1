package import Foundation

/// One file that was ever taken: where it came from, what became of it, and why.
package struct Scan: Sendable, Equatable, Codable, Identifiable {
    package var id: String
    package var sha256: ContentHash
    /// The file's name as found (any bytes that form UTF-8), without its folder. Nil until the scan has passed its screen for
    /// secret marks, and nil for good when it bears one: a name may itself be a secret. A rejected scan has its name although pages
    /// that could not be read were not screened: the clerk must find the file.
    package var fileName: String?
    package var pipeline: String
    package var bytes: Int
    package var mediaType: MediaType?
    package var pages: Int?
    package var state: ScanState
    package var reason: SetAsideReason?
    /// With `restricted`: the page that bears the mark.
    package var markedPage: Int?
    /// With `duplicate`: the scan that holds the same bytes.
    package var duplicateOf: String?
    package var takenAt: Date
    package var finishedAt: Date?
    /// Seconds of work from taking to outcome.
    package var seconds: Double?
    /// The inbox file that still has to leave its folder, as a path below the pipeline's inbox; nil once it has left, and for
    /// files that were read in place. Kept so that a restart can tell "not yet moved" from "the same bytes again".
    package var inboxPath: String?
    /// With `restricted`: when a person said that it is no secret, or had its file removed.
    package var releasedAt: Date?
    package var purgedAt: Date?

    package init(
        id: String, sha256: ContentHash, fileName: String?, pipeline: String, bytes: Int, mediaType: MediaType? = nil, pages: Int? = nil,
        state: ScanState, reason: SetAsideReason? = nil, markedPage: Int? = nil, duplicateOf: String? = nil, takenAt: Date, finishedAt: Date? = nil,
        seconds: Double? = nil, inboxPath: String? = nil
    ) {
        self.id = id
        self.sha256 = sha256
        self.fileName = fileName
        self.pipeline = pipeline
        self.bytes = bytes
        self.mediaType = mediaType
        self.pages = pages
        self.state = state
        self.reason = reason
        self.markedPage = markedPage
        self.duplicateOf = duplicateOf
        self.takenAt = takenAt
        self.finishedAt = finishedAt
        self.seconds = seconds
        self.inboxPath = inboxPath
    }
}

/// Where a scan stands. The last four are outcomes and final.
package enum ScanState: String, Sendable, Codable, CaseIterable {
    case waiting, reading
    case recorded, duplicate, restricted, rejected

    package var isOutcome: Bool {
        switch self {
        case .waiting, .reading: false
        case .recorded, .duplicate, .restricted, .rejected: true
        }
    }
}
