internal import DurableFiles
package import Foundation
internal import Glibc
package import Records

/// A backup in a folder: a copy of the catalogue, and of every file that it refers to.
///
///     backup.json                     what the backup is; its rename is the moment at which it becomes another one
///     catalogue-….sqlite              the copy that `backup.json` names
///     store/ab/HASH/…                 as in the store, with files.json: sizes and hashes
///     .sohoa-backup                   says that the folder is one, and is locked while somebody works on it
///
/// Files come before the manifest that needs them, and what nobody needs any more goes after it. So whenever the power fails, what
/// `backup.json` says is there. Files are copied, never linked: a link would share the damage that a backup is made against.
package final class BackupFolder: Sendable {
    package let path: String
    private let mark: BackupMark

    /// Opens or begins one, and holds it as long as this lives. A folder that holds something else is refused.
    package init(making path: String) throws(BackupFailure) {
        self.path = path
        let found = ((try? Folder.entries(of: path)) ?? []).filter { $0.name != Self.ofDisk }
        guard found.isEmpty || found.contains(where: { $0.name == BackupMark.name }) else { throw .notABackup }
        do throws(FileFailure) { try Folder.make(path) } catch { throw .failed(error.description) }
        mark = try BackupMark(path, O_RDWR | O_CREAT)
        if manifestBytes != nil { _ = try manifest() }
        do throws(FileFailure) {
            try Folder.make("\(path)/store")
            try removeDrafts()
        } catch {
            throw .failed(error.description)
        }
    }

    /// Opens one to read from it.
    package init(reading path: String) throws(BackupFailure) {
        self.path = path
        guard Folder.exists("\(path)/\(BackupMark.name)") else { throw .notABackup }
        mark = try BackupMark(path, O_RDONLY)
        _ = try manifest()
    }

    /// What a fresh disk holds already (ext4).
    private static let ofDisk = "lost+found"

    private var manifestBytes: [UInt8]? { try? DurableWrite.contents(of: "\(path)/\(Self.manifestName)") }
    private static let manifestName = "backup.json"

    package func manifest() throws(BackupFailure) -> BackupManifest {
        guard let bytes = manifestBytes else { throw .unfinished }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        struct Format: Decodable { let format: Int }
        guard let format = try? decoder.decode(Format.self, from: Data(bytes)) else { throw .notABackup }
        guard format.format <= BackupManifest.format else { throw .newer }
        guard let manifest = try? decoder.decode(BackupManifest.self, from: Data(bytes)), !manifest.catalogue.contains("/") else { throw .notABackup }
        return manifest
    }

    func folder(of hash: ContentHash) -> String { ScanFolders(data: path).stored(hash) }

    // MARK: Making

    private static let cataloguePrefix = "catalogue-"

    /// Where the next copy of the catalogue is written. What is there already is removed.
    package func nextCatalogue() throws(BackupFailure) -> String {
        let draft = "\(path)/.draft-catalogue.sqlite"
        do throws(FileFailure) { try Self.removeDatabase(draft) } catch { throw .failed(error.description) }
        return draft
    }

    /// Gives the copy its name and makes it the backup's.
    package func commit(
        _ draft: String, madeAt: Date, version: String, scans: Int, files: Int, bytes: Int, head: TrailHead?
    ) throws(BackupFailure) -> BackupManifest {
        do {
            try OpenFile(draft, O_RDONLY).sync()
            guard let hash = try HashingCopy.hash(of: draft) else { throw BackupFailure.damagedCatalogue }
            let name = "\(Self.cataloguePrefix)\(hash.hex.prefix(16)).sqlite"
            try Self.renameDatabase(draft, to: "\(path)/\(name)")
            try Folder.sync("\(path)/store")
            let manifest = BackupManifest(
                madeAt: madeAt, version: version, catalogue: name, catalogueHash: hash, scans: scans, files: files, bytes: bytes, head: head)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            encoder.dateEncodingStrategy = .iso8601
            try DurableWrite.replace("\(path)/\(Self.manifestName)", with: [UInt8](try encoder.encode(manifest) + [10]))
            return manifest
        } catch let failure as BackupFailure {
            throw failure
        } catch {
            throw .failed("\(error)")
        }
    }

    /// What the backup will not need once the next copy of the catalogue is its own: earlier ones, scans that it has no more, and
    /// archival copies that were replaced.
    /// - Parameter isKept: whether the scan is recorded there.
    package func others(where isKept: (ContentHash) async throws -> Bool) async throws -> [String] {
        var others = try Folder.entries(of: path).map(\.name).filter { $0.hasPrefix(Self.cataloguePrefix) }
        for shelf in try Folder.entries(of: "\(path)/store") where shelf.kind == .folder {
            for entry in try Folder.entries(of: "\(path)/store/\(shelf.name)") where entry.kind == .folder {
                let folder = "store/\(shelf.name)/\(entry.name)"
                // What is no scan's was put there by somebody else.
                guard let hash = ContentHash(hex: entry.name) else { continue }
                guard try await isKept(hash) else {
                    others.append(folder)
                    continue
                }
                others += try ScanCopy.unlisted(in: "\(path)/\(folder)").map { "\(folder)/\($0)" }
            }
        }
        return others
    }

    /// Overwrites and removes them, but for the catalogue that the backup has now. One that cannot be removed spares no other.
    package func remove(_ others: [String]) throws(BackupFailure) {
        let kept = try manifest().catalogue
        var first: FileFailure?
        for name in others where name != kept {
            let isScan = ContentHash(hex: String(name.suffix(64))) != nil
            do throws(FileFailure) {
                if isScan { try Shredding.shred(tree: "\(path)/\(name)") } else { try Shredding.shred(file: "\(path)/\(name)") }
            } catch {
                first = first ?? error
            }
        }
        if let first { throw .failed(first.description) }
    }

    private func removeDrafts() throws(FileFailure) {
        for entry in try Folder.entries(of: path) where entry.name.hasPrefix(".draft-") { try Shredding.shred(file: "\(path)/\(entry.name)") }
    }

    /// A database that is closed takes another name. Its log must be empty, and what is left of it beside goes.
    static func renameDatabase(_ path: String, to target: String) throws(FileFailure) {
        guard FileStamp.of(path + "-wal")?.size ?? 0 == 0 else { throw FileFailure("rename", path, code: EBUSY) }
        for ending in ["-wal", "-shm"] { try Folder.remove(file: path + ending) }
        try Folder.move(path, to: target)
    }

    /// Overwrites and removes a database with the files that SQLite keeps beside it: a draft may name what was held back since.
    static func removeDatabase(_ path: String) throws(FileFailure) {
        for ending in ["", "-wal", "-shm", "-journal"] { try Shredding.shred(file: path + ending) }
    }
}

/// The file that says what a folder is, locked while somebody works on it.
final class BackupMark: Sendable {
    static let name = ".sohoa-backup"
    private let file: OpenFile

    init(_ folder: String, _ flags: Int32) throws(BackupFailure) {
        do throws(FileFailure) { file = try OpenFile("\(folder)/\(Self.name)", flags) } catch { throw .failed(error.description) }
        guard file.lock() else { throw .busy }
    }
}
