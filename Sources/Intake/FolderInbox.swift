internal import DurableFiles
internal import Foundation
package import Records
internal import Synchronization

/// The watched folder of one pipeline, with `inbox/`, `done/`, `rejected/` and `restricted/`.
///
/// Looking is the truth; events only make it look sooner.
package final class FolderInbox: Inbox {
    package let pipeline: PipelineDefinition
    let folder: String
    private let settling: Mutex<Settling>
    private let events: FolderEvents?
    /// Folders below the inbox are looked into this deep: `inbox/FONDS/BOX/CODE/file`.
    package static let deepest = 4
    /// How often events are asked for.
    private static let eventPause = Duration.milliseconds(100)

    /// Makes the four folders where they are missing.
    /// - Parameter folder: holds the four.
    package init(pipeline: PipelineDefinition, folder: String) throws(InboxFailure) {
        self.pipeline = pipeline
        self.folder = folder
        settling = Mutex(Settling(quiet: .seconds(pipeline.settleSeconds), giveUp: .seconds(pipeline.giveUpSeconds)))
        events = FolderEvents()
        do {
            for place in Place.allCases { try Folder.make(self.path(place), mode: 0o770) }
        } catch {
            throw InboxFailure(error.cause)
        }
        events?.watch([path(.inbox)])
    }

    enum Place: String, CaseIterable { case inbox, done, rejected, restricted }

    func path(_ place: Place) -> String { "\(folder)/\(place.rawValue)" }

    package func look() throws(InboxFailure) -> [InboxFile] {
        var listing = Listing()
        do { try listing.read(path(.inbox)) } catch { throw InboxFailure(error.cause) }
        events?.watch(listing.folders)
        let due = settling.withLock { $0.observe(listing.files, at: .now) }
        return due.map { file in
            let location = "\(path(.inbox))/\(file.path.text)"
            return InboxFile(path: file.path, location: location, version: file.stamp.version, isOverdue: file.isOverdue)
        }
    }

    package func putBack(_ file: InboxFile) { settling.withLock { $0.putBack(file.path, at: .now) } }

    /// Events are polled, not waited for: a blocking read would hold a thread, and a tenth of a second is not felt.
    package func waitForChange() async {
        let interval = ContinuousClock.now + .seconds(pipeline.rescanSeconds)
        let due = settling.withLock(\.nextDue).map { min($0, interval) } ?? interval
        while ContinuousClock.now < due, events?.drain() != true {
            let pause = min(Self.eventPause, due - .now)
            guard pause > .zero, (try? await Task.sleep(for: pause)) != nil else { return }
        }
    }

    package func release(_ file: InboxFile, as departure: Departure) throws(InboxFailure) {
        do {
            if FileStamp.of(file.location)?.version == file.version { try depart(file.path, as: departure) }
        } catch {
            throw InboxFailure(error.cause)
        }
        settling.withLock { $0.gone(file.path) }
    }

    package func holds(_ path: InboxPath) -> Bool { Folder.exists("\(self.path(.inbox))/\(path.text)") }
}

extension FileStamp {
    fileprivate var version: String { "\(size).\(modified).\(inode).\(device)" }
}

/// What lies below the inbox.
struct Listing {
    private(set) var files: [InboxPath: FileStamp] = [:]
    private(set) var folders: Set<String> = []

    mutating func read(_ root: String) throws(FileFailure) { try read(root, below: "", depth: 0) }

    private mutating func read(_ folder: String, below prefix: String, depth: Int) throws(FileFailure) {
        folders.insert(folder)
        for entry in try Folder.entries(of: folder) where !Self.isLeftAlone(entry.name) {
            switch entry.kind {
            case .file: files[InboxPath(prefix + entry.name)] = entry.stamp
            case .folder where depth < FolderInbox.deepest:
                do {
                    try read("\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/", depth: depth + 1)
                } catch {
                    if !error.isMissing { throw error }
                }
            case .folder, .other: break
            }
        }
    }

    /// Hidden files, and the names that programs give to files they are still writing.
    static func isLeftAlone(_ name: String) -> Bool {
        let bytes = name.lowercased()
        return bytes.utf8.first == UInt8(ascii: ".") || bytes.hasPrefix("~") || bytes.hasSuffix("~")
            || temporaryEndings.contains { bytes.hasSuffix($0) }
            || ["thumbs.db", "desktop.ini"].contains(bytes)
    }

    private static let temporaryEndings = [".part", ".tmp", ".filepart", ".crdownload"]
}
