package import Foundation

/// Where the bytes are: first in the spool, while nobody knows yet whether they may stay, then in the store, for good.
///
/// The spool is the memory of unfinished work: what a restart finds there it goes on with. Every method returns when its effect is
/// on the disk.
package protocol ScanStore: Sendable {
    /// Copies the file into the spool under its hash. Nil while another process or task works on the same bytes.
    func spool(_ source: ScanSource) async throws(StoreFailure) -> SpooledScan?
    /// Scans that an earlier run left in the spool and that no other process works on.
    func leftovers() async throws(StoreFailure) -> [SpooledScan]
    /// Takes over a scan that an earlier run left in spool or store; nil when it is gone or another process works on it.
    func claim(_ hash: ContentHash) -> SpooledScan?

    /// Where the worker finds the bytes, in the spool or in the store.
    func original(of hash: ContentHash) -> String
    func save(_ reading: PageReading, of hash: ContentHash) async throws(StoreFailure)
    func reading(of page: Int, of hash: ContentHash) throws(StoreFailure) -> PageReading
    /// Pages with a saved reading.
    func pagesRead(of hash: ContentHash) throws(StoreFailure) -> Set<Int>
    /// Notes that a page was not read, so that a restart does not try for ever.
    func noteFailure(of page: Int, of hash: ContentHash) throws(StoreFailure)
    func failures(of hash: ContentHash) throws(StoreFailure) -> [Int: Int]

    /// Spool → store by one rename. Again does nothing.
    func promote(_ hash: ContentHash) async throws(StoreFailure)
    func isStored(_ hash: ContentHash) -> Bool
    /// In spool or store.
    func isKept(_ hash: ContentHash) -> Bool
    /// Removes all that the spool holds of these bytes, and gives up the claim.
    func discard(_ hash: ContentHash) throws(StoreFailure)
    /// Gives up the claim and leaves spool or store as they are.
    func leave(_ hash: ContentHash)

    /// Where the reading of a page lies.
    func readingPath(of page: Int, of hash: ContentHash) -> String
    /// Where the archival copy called `name` of stored bytes is to be written: the record's id, with more behind it for a later copy.
    func archivalPath(of name: String, of hash: ContentHash) throws(StoreFailure) -> String
    /// Syncs the archival copy that has been written there.
    func keepArchivalCopy(of name: String, of hash: ContentHash) async throws(StoreFailure) -> ArchivalCopy
    /// Removes an archival copy that another has replaced; one that is gone is no error.
    func remove(_ copy: ArchivalCopy) throws(StoreFailure)
    /// Removes all that the store holds of these bytes, and gives up the claim.
    func removeStored(_ hash: ContentHash) throws(StoreFailure)
    /// Moves a stored original out of the store, to a file that is not there yet.
    func moveOriginal(of hash: ContentHash, to path: String) throws(StoreFailure)
    /// Hashes an archival copy again: true when it is what it was. Nil when it is missing.
    func isIntact(_ copy: ArchivalCopy) async -> Bool?

    /// The hash of a file that lies elsewhere; nil when it is gone, may not be read, or is no plain file.
    func hash(ofFileAt location: String) async -> ContentHash?
    /// Hashes a stored original again: true when it is what it was. Nil when it is missing.
    func isIntact(_ hash: ContentHash) async -> Bool?
    /// Bytes that store and spool take.
    func bytesUsed() async -> Int
}

/// The archival PDF of a record.
package struct ArchivalCopy: Sendable, Equatable {
    /// Below the data folder.
    package var path: String
    package var sha256: ContentHash

    package init(path: String, sha256: ContentHash) {
        self.path = path
        self.sha256 = sha256
    }
}

/// A file to be taken.
package struct ScanSource: Sendable, Equatable {
    package var location: String
    package var fileName: String
    package var folders: [String]
    package var pipeline: String?
    /// Nil for a file that is read in place and stays where it is.
    package var inboxPath: InboxPath?

    package init(location: String, fileName: String, folders: [String], pipeline: String?, inboxPath: InboxPath?) {
        self.location = location
        self.fileName = fileName
        self.folders = folders
        self.pipeline = pipeline
        self.inboxPath = inboxPath
    }
}

/// A scan in the spool: what has to be known to finish it after a restart.
package struct SpooledScan: Sendable, Equatable, Codable {
    package var id: String
    package var sha256: ContentHash
    package var bytes: Int
    package var fileName: String
    package var folders: [String]
    package var pipeline: String?
    package var inboxPath: String?
    package var takenAt: Date

    package init(
        id: String, sha256: ContentHash, bytes: Int, fileName: String, folders: [String], pipeline: String?, inboxPath: String?, takenAt: Date
    ) {
        self.id = id
        self.sha256 = sha256
        self.bytes = bytes
        self.fileName = fileName
        self.folders = folders
        self.pipeline = pipeline
        self.inboxPath = inboxPath
        self.takenAt = takenAt
    }
}

/// Why the store did not do it. English, for the log; no file name.
package enum StoreFailure: Error, Sendable, Equatable {
    /// The file changed or went away while it was copied. A later look tells more.
    case sourceChanged
    /// The file may not be read by this user. A retry helps once a person has helped.
    case noAccess(String)
    /// A pipe, a device, a link: nothing that holds a scan.
    case notAFile
    /// The disk is full or cannot be written. A retry helps once a person has helped.
    case noRoom(String)
    /// Anything else. The scan stays where it is.
    case failed(String)
}
