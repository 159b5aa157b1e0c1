internal import DurableFiles
package import Foundation
internal import Glibc
package import Records
internal import Synchronization

/// Spool and store on one file system.
///
/// Each scan that is being worked on is locked by the process that does it; the lock goes with the process, so that after a crash
/// the next one finds the scan free and goes on.
package final class FileScanStore: ScanStore {
    let folders: ScanFolders
    private let clock: @Sendable () -> Date
    private let claims = Mutex<[ContentHash: ClaimLock]>([:])

    /// Makes the folders where they are missing.
    /// - Parameter data: the data folder; spool and store lie below it.
    package init(data: String, clock: @escaping @Sendable () -> Date = { Date() }) throws(StoreFailure) {
        folders = ScanFolders(data: data)
        self.clock = clock
        do {
            try Folder.make(folders.spool)
            try Folder.make(folders.store)
        } catch {
            throw StoreFailure(error)
        }
    }

    package func spool(_ source: ScanSource) async throws(StoreFailure) -> SpooledScan? {
        let draft = newDraft()
        do {
            return try takeIn(source, draft: draft)
        } catch let failure {
            try? Folder.remove(tree: draft)
            throw failure
        }
    }

    /// Folders that no scan has yet, or no more: whatever is in them may go once no process holds them.
    private static let draftPrefix = ".taking-"

    private func newDraft() -> String { "\(folders.spool)/\(Self.draftPrefix)\(UUID().uuidString)" }

    private func takeIn(_ source: ScanSource, draft: String) throws(StoreFailure) -> SpooledScan? {
        do throws(any Error) {
            try Folder.make("\(draft)/\(ScanFile.pages)")
            guard let lock = ClaimLock(folder: draft) else { return nil }
            let copy = try HashingCopy.copy(source.location, to: "\(draft)/\(ScanFile.original)")
            let scan = SpooledScan(
                id: Self.newID(), sha256: copy.hash, bytes: copy.bytes, fileName: source.fileName, folders: source.folders,
                pipeline: source.pipeline, inboxPath: source.inboxPath?.text, takenAt: clock())
            if isWorkedOn(scan.sha256) {
                try Folder.remove(tree: draft)
                return nil
            }
            try DurableWrite.replace("\(draft)/\(ScanFile.claim)", with: try Self.encoded(scan))
            return try settle(scan, draft: draft, lock: lock)
        } catch let failure as FileFailure {
            throw failure.operation == "open" && failure.path == source.location ? StoreFailure(ofSource: failure) : StoreFailure(failure)
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Whether a task of this process, or another process, is between promoting these bytes and their entry in the catalogue.
    private func isWorkedOn(_ hash: ContentHash) -> Bool {
        if claims.withLock({ $0[hash] != nil }) { return true }
        return isStored(hash) && ClaimLock(folder: folders.stored(hash)) == nil
    }

    /// The draft takes the hash's name, which only one can have. What an earlier run left under it is taken over.
    private func settle(_ scan: SpooledScan, draft: String, lock: ClaimLock) throws(FileFailure) -> SpooledScan? {
        do {
            try Folder.move(draft, to: folders.spooled(scan.sha256))
            // Another may have promoted these bytes since we asked: whoever holds them in the store goes on, and we step back.
            if !isWorkedOn(scan.sha256), keep(lock, of: scan.sha256) { return scan }
            try clear(scan.sha256)
            return nil
        } catch  where [ENOTEMPTY, EEXIST].contains(error.code) {
            if try removeWreck(of: scan.sha256) { return try settle(scan, draft: draft, lock: lock) }
            try Folder.remove(tree: draft)
            return try takeOver(scan)
        }
    }

    /// Takes a scan out of the spool in one step, and only then apart: a crash on the way leaves a draft, never half a scan.
    private func clear(_ hash: ContentHash) throws(FileFailure) {
        let draft = newDraft()
        do { try Folder.move(folders.spooled(hash), to: draft) } catch  where error.isMissing { return }
        try Folder.remove(tree: draft)
    }

    /// A folder of the spool without a claim, or with one that says nothing, is what is left of a scan that was taken apart: nobody could go on with it.
    /// Returns whether one was there and is gone.
    private func removeWreck(of hash: ContentHash) throws(FileFailure) -> Bool {
        let folder = folders.spooled(hash)
        guard !claims.withLock({ $0[hash] != nil }), let lock = ClaimLock(folder: folder), try isWreck(folder) else { return false }
        defer { withExtendedLifetime(lock) {} }
        try clear(hash)
        return true
    }

    /// Goes on with what an earlier run left of these bytes: its id and pages stay, but where they come from now decides name and
    /// pipeline.
    private func takeOver(_ scan: SpooledScan) throws(FileFailure) -> SpooledScan? {
        let folder = folders.spooled(scan.sha256)
        guard let earlier = claim(scan.sha256, in: folder) else { return nil }
        var taken = scan
        taken.id = earlier.id
        taken.takenAt = earlier.takenAt
        do {
            if let bytes = try? Self.encoded(taken) { try DurableWrite.replace("\(folder)/\(ScanFile.claim)", with: bytes) }
            return taken
        } catch {
            leave(scan.sha256)
            throw error
        }
    }

    package func leftovers() async throws(StoreFailure) -> [SpooledScan] {
        do {
            var found: [SpooledScan] = []
            for entry in try Folder.entries(of: folders.spool) where entry.kind == .folder {
                if entry.name.hasPrefix(Self.draftPrefix) {
                    try removeAbandonedDraft("\(folders.spool)/\(entry.name)")
                } else if let hash = ContentHash(hex: entry.name) {
                    if let scan = claim(hash, in: folders.spooled(hash)) {
                        found.append(scan)
                    } else if !Folder.exists("\(folders.spooled(hash))/\(ScanFile.original)") {
                        _ = try removeWreck(of: hash)
                    }
                }
            }
            return found.sorted { $0.takenAt < $1.takenAt }
        } catch {
            throw StoreFailure(error)
        }
    }

    /// A draft that no process holds is what a crash left before the bytes were whole; the clerk's file is still in its inbox.
    private func removeAbandonedDraft(_ path: String) throws(FileFailure) {
        if ClaimLock(folder: path) != nil { try Folder.remove(tree: path) }
    }

    package func claim(_ hash: ContentHash) -> SpooledScan? { claim(hash, in: place(of: hash)) }

    /// Locks a scan that is in the spool; nil when another holds it or it cannot be read.
    private func claim(_ hash: ContentHash, in folder: String) -> SpooledScan? {
        guard !claims.withLock({ $0[hash] != nil }), let lock = ClaimLock(folder: folder) else { return nil }
        guard let scan = claimed(in: folder) else { return nil }
        return keep(lock, of: hash) ? scan : nil
    }

    private func claimed(in folder: String) -> SpooledScan? {
        (try? DurableWrite.contents(of: "\(folder)/\(ScanFile.claim)")).flatMap { try? Self.scan($0) }
    }

    private static func scan(_ claim: [UInt8]) throws -> SpooledScan { try JSONDecoder().decode(SpooledScan.self, from: Data(claim)) }

    private func isWreck(_ folder: String) throws(FileFailure) -> Bool {
        do {
            let bytes = try DurableWrite.contents(of: "\(folder)/\(ScanFile.claim)")
            return (try? Self.scan(bytes)) == nil
        } catch  where error.isMissing {
            return true
        }
    }

    private func keep(_ lock: ClaimLock, of hash: ContentHash) -> Bool {
        claims.withLock { claims in
            guard claims[hash] == nil else { return false }
            claims[hash] = lock
            return true
        }
    }

    package func leave(_ hash: ContentHash) {
        claims.withLock { claims in _ = claims.removeValue(forKey: hash) }
    }

    package func promote(_ hash: ContentHash) async throws(StoreFailure) {
        guard !isStored(hash) else { return }
        do {
            let spooled = folders.spooled(hash)
            try Folder.sync("\(spooled)/\(ScanFile.pages)")
            try Folder.sync(spooled)
            try Folder.make(folders.shelf(hash))
            try Folder.sync(folders.store)
            try Folder.move(spooled, to: folders.stored(hash))
        } catch {
            throw StoreFailure(error)
        }
    }

    package func discard(_ hash: ContentHash) throws(StoreFailure) {
        do {
            try clear(hash)
            try Folder.sync(folders.spool)
        } catch {
            throw StoreFailure(error)
        }
        leave(hash)
    }

    /// What was overwritten is gone from the file, if not from every block that it ever lay on.
    package func removeStored(_ hash: ContentHash) throws(StoreFailure) {
        do {
            try Shredding.shred(tree: folders.stored(hash))
            if Folder.exists(folders.shelf(hash)) { try Folder.sync(folders.shelf(hash)) }
        } catch {
            throw StoreFailure(error)
        }
        leave(hash)
    }

    package func moveOriginal(of hash: ContentHash, to path: String) throws(StoreFailure) {
        let original = "\(folders.stored(hash))/\(ScanFile.original)"
        do {
            guard Folder.exists(original), !Folder.exists(path) else { return }
            try Folder.make(Folder.parent(of: path), mode: 0o770)
            do {
                try Folder.move(original, to: path)
            } catch  where error.isOtherDisk {
                try copy(original, to: path)
            }
        } catch {
            throw StoreFailure(error)
        }
    }

    /// To another file system: under the name only once it is whole.
    private func copy(_ original: String, to path: String) throws(FileFailure) {
        try DurableWrite.replace(path, with: try DurableWrite.contents(of: original), mode: 0o660)
    }

    package func isStored(_ hash: ContentHash) -> Bool { Folder.exists(folders.stored(hash)) }

    package func isKept(_ hash: ContentHash) -> Bool { isStored(hash) || Folder.exists(folders.spooled(hash)) }

    package func original(of hash: ContentHash) -> String { "\(place(of: hash))/\(ScanFile.original)" }

    /// The scan's folder: in the store when it is there, else in the spool.
    func place(of hash: ContentHash) -> String { isStored(hash) ? folders.stored(hash) : folders.spooled(hash) }

    /// Ids sort by time of making (milliseconds in hexadecimal), then by chance.
    private static func newID() -> String {
        let milliseconds = UInt64(Date().timeIntervalSince1970 * 1000)
        return String(milliseconds, radix: 16) + String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    }

    static func encoded(_ value: some Encodable) throws(StoreFailure) -> [UInt8] {
        do { return Array(try JSONEncoder().encode(value)) } catch { throw .failed("could not encode \(type(of: value))") }
    }
}

extension StoreFailure {
    /// Why a file that was to be taken could not be opened.
    fileprivate init(ofSource failure: FileFailure) {
        self =
            if failure.isMissing { .sourceChanged } else if failure.isDenied { .noAccess(failure.cause) } else if failure.isNoFile { .notAFile } else
            { StoreFailure(failure) }
    }

    init(_ failure: FileFailure) {
        self = failure.isNoRoom ? .noRoom(failure.cause) : .failed(failure.cause)
    }
}
