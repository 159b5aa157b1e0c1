package import Foundation
package import Records

/// What a backup is: the one file whose rename makes it another one.
package struct BackupManifest: Sendable, Equatable, Codable {
    /// Of the folder's layout; a later one is refused by an earlier program.
    package var format = BackupManifest.format
    package var madeAt: Date
    /// Of the program that made it.
    package var version: String
    /// The catalogue's file, beside this one.
    package var catalogue: String
    package var catalogueHash: ContentHash
    package var scans: Int
    package var files: Int
    package var bytes: Int
    /// Where the trail ended.
    package var head: TrailHead?

    package static let format = 1

    package init(
        madeAt: Date, version: String, catalogue: String, catalogueHash: ContentHash, scans: Int, files: Int, bytes: Int, head: TrailHead?
    ) {
        self.madeAt = madeAt
        self.version = version
        self.catalogue = catalogue
        self.catalogueHash = catalogueHash
        self.scans = scans
        self.files = files
        self.bytes = bytes
        self.head = head
    }

    private enum CodingKeys: String, CodingKey {
        case format, version, catalogue, scans, files, bytes
        case madeAt = "made_at"
        case catalogueHash = "catalogue_sha256"
        case head = "trail_head"
    }
}

/// Why a backup was not made or not restored.
package enum BackupFailure: Error, Sendable, Equatable {
    /// The folder holds something else.
    case notABackup
    /// A backup was begun there and never finished, so there is nothing to restore.
    case unfinished
    /// A newer program made it.
    case newer
    /// Another process works on it.
    case busy
    /// The catalogue of the backup is missing or not what it was.
    case damagedCatalogue
    /// The folder to restore to holds something, or the beginning of another restore.
    case occupied
    /// A file could not be read or written.
    case failed(String)
}
