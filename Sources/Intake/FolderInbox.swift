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
    private let lastComplaint = Mutex<String?>(nil)
    /// Folders below the inbox are looked into this deep: `inbox/FONDS/BOX/CODE/file` and what people make of it. What lies deeper is
    /// complained of.
    package static let deepest = 16
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
        lastComplaint.withLock { $0 = listing.complaint }
        let due = settling.withLock { $0.observe(listing.files, at: .now) }
        return due.compactMap { file in
            let offered = InboxFile(path: file.path, location: location(of: file.path), version: file.stamp.version, isOverdue: file.isOverdue)
            guard let entry = listing.unnamed[file.path] else { return offered }
            if Folder.makeReadable(entry, as: file.path.name, in: Folder.parent(of: offered.location)) != nil { return offered }
            putBack(offered)
            lastComplaint.withLock { $0 = "a file's name is no UTF-8 and may not be changed" }
            return nil
        }
    }

    private func location(of path: InboxPath) -> String { "\(self.path(.inbox))/\(path.text)" }

    package var complaint: String? { lastComplaint.withLock(\.self) }

    package func begin(_ file: InboxFile) -> InboxFile? {
        let stamp = FileStamp.of(file.location)
        guard let isOverdue = settling.withLock({ $0.begin(file.path, stamp, at: .now) }) else { return nil }
        var file = file
        file.isOverdue = isOverdue
        return file
    }

    package var backlog: InboxBacklog {
        let (files, oldest) = settling.withLock { ($0.notBegun, $0.firstSeen) }
        return InboxBacklog(files: files, oldestSeen: oldest.map { Date().addingTimeInterval(($0 - ContinuousClock.now) / .seconds(1)) })
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

    package func release(_ file: InboxFile, as departure: Departure) throws(InboxFailure) -> InboxFile? {
        if let now = FileStamp.of(file.location)?.version, now != file.version {
            return InboxFile(path: file.path, location: file.location, version: now, isOverdue: false)
        }
        do { try depart(file.path, as: departure) } catch { throw InboxFailure(error.cause) }
        settling.withLock { $0.gone(file.path) }
        return nil
    }

    package func holds(_ path: InboxPath) -> Bool { Folder.exists(location(of: path)) }
}

extension FileStamp {
    fileprivate var version: String { "\(size).\(modified).\(inode).\(device)" }
}

extension FolderInbox {
    /// Hidden files, and the names that programs give to files they are still writing.
    package static func isLeftAlone(_ name: String) -> Bool {
        let bytes = name.lowercased()
        return bytes.utf8.first == UInt8(ascii: ".") || bytes.hasPrefix("~") || bytes.hasSuffix("~")
            || temporaryEndings.contains { bytes.hasSuffix($0) }
            || ["thumbs.db", "desktop.ini"].contains(bytes)
    }

    private static let temporaryEndings = [".part", ".tmp", ".filepart", ".crdownload"]
}
