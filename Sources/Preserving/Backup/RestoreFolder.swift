internal import DurableFiles
internal import Glibc
internal import Records

/// A data folder that comes out of a backup. Until it is whole it bears a mark, and no command takes it for one.
package final class RestoreFolder: Sendable {
    package let data: String
    private let mark: String
    private let lock: OpenFile

    /// Followed by the hash of the catalogue that is restored: made in one step, it is whole whenever it is there.
    private static let markPrefix = ".restoring-"
    private static let catalogue = "catalogue.sqlite"
    private static let draft = ".restored.sqlite"

    /// Whether a restore was begun in this folder and not finished.
    package static func isUnfinished(_ data: String) -> Bool {
        ((try? Folder.entries(of: data)) ?? []).contains { $0.name.hasPrefix(markPrefix) }
    }

    /// Begins, or goes on with, the restore of one backup.
    package init(_ data: String, of manifest: BackupManifest) throws(BackupFailure) {
        self.data = data
        mark = "\(data)/\(Self.markPrefix)\(manifest.catalogueHash.hex)"
        let found = (try? Folder.entries(of: data)) ?? []
        guard found.isEmpty || Folder.exists(mark) else { throw .occupied }
        do throws(FileFailure) {
            try Folder.make(data)
            lock = try OpenFile(mark, O_RDWR | O_CREAT)
            try Folder.make("\(data)/store")
        } catch {
            throw .failed(error.description)
        }
        guard lock.lock() else { throw .busy }
    }

    /// Copies the backup's catalogue here, under a name that nobody takes for it yet. Returns where.
    package func takeCatalogue(of backup: BackupFolder) throws(BackupFailure) -> String {
        let manifest = try backup.manifest()
        let draft = "\(data)/\(Self.draft)"
        do {
            try BackupFolder.removeDatabase(draft)
            let copied = try HashingCopy.copy("\(backup.path)/\(manifest.catalogue)", to: draft)
            guard copied.hash == manifest.catalogueHash else { throw BackupFailure.damagedCatalogue }
            guard unsafe chmod(draft, 0o600) == 0 else { throw FileFailure("chmod", draft, code: errno) }
            return draft
        } catch let failure as BackupFailure {
            throw failure
        } catch let failure as FileFailure {
            throw failure.isMissing ? .damagedCatalogue : .failed(failure.description)
        } catch {
            throw .damagedCatalogue
        }
    }

    /// The catalogue takes its name, and the mark goes: from now on this is a data folder like any other.
    package func finish() throws(BackupFailure) {
        do throws(FileFailure) {
            for shelf in try Folder.entries(of: "\(data)/store") where shelf.kind == .folder { try Folder.sync("\(data)/store/\(shelf.name)") }
            try Folder.sync("\(data)/store")
            try BackupFolder.renameDatabase("\(data)/\(Self.draft)", to: "\(data)/\(Self.catalogue)")
            try Folder.remove(file: mark)
            try Folder.sync(data)
        } catch {
            throw .failed(error.description)
        }
    }
}
