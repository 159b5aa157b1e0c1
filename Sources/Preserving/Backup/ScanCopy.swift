internal import DurableFiles
internal import Foundation
internal import Records

/// Copies the folder of one scan, out of the store or back. Each file takes its name only when it is whole and on the disk, so
/// that what bears a name needs no second look.
struct ScanCopy {
    /// What the catalogue knows of the scan's files: hashes by name.
    private let known: [String: ContentHash]
    /// Below the data folder.
    private let place: String

    init(_ hash: ContentHash, copies: [ArchivalCopy]) {
        place = String(ScanFolders(data: "").stored(hash).dropFirst())
        var known = [ScanFile.original: hash]
        for copy in copies where copy.path.hasPrefix(place + "/") { known[String(copy.path.dropFirst(place.count + 1))] = copy.sha256 }
        self.known = known
    }

    /// What came of one scan.
    struct Outcome {
        var files = ScanFiles()
        /// Files that were copied now.
        var copied = 0
        var faults = FileFaults()
    }

    // MARK: Out of the store

    /// Brings `target` up to date with `source`. A file that is damaged in the store does not replace a whole one.
    func keep(_ source: String, in target: String) throws(FileFailure) -> Outcome {
        var outcome = Outcome()
        let earlier = ScanFiles.read(target)
        // A folder that cannot be listed is one whose files are missed.
        var stamps = (try? Self.stamps(below: source)) ?? [:]
        for name in stamps.keys where known[name] == nil && (name.hasPrefix(ScanFile.archival + "/") || name == ScanFile.lock) { stamps[name] = nil }
        for name in known.keys.sorted() where stamps[name] == nil { outcome.faults.lost.append("\(place)/\(name)") }
        for (name, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
            let before = Self.isThere(earlier?[name], in: target) ? earlier?[name] : nil
            let isWhole = known[name] == nil || before?.sha256 == known[name]
            // What the catalogue knows by its hash never changes; of the rest (readings) size and time tell.
            if let before, isWhole, before.bytes == stamp.size, known[name] != nil || before.modified == stamp.modified {
                outcome.files.files.append(before)
                continue
            }
            guard let copy = try copy("\(source)/\(name)", to: "\(target)/\(name)", if: { isGood($0, name) || before == nil || !isWhole }) else {
                outcome.faults.lost.append("\(place)/\(name)")
                continue
            }
            if !isGood(copy.hash, name) { outcome.faults.damaged.append("\(place)/\(name)") }
            if let before, !copy.isKept {
                outcome.files.files.append(before)
                continue
            }
            outcome.files.files.append(.init(name: name, bytes: copy.bytes, modified: stamp.modified, sha256: copy.hash))
            outcome.copied += 1
        }
        // What the store has lost stays in the backup.
        for before in earlier?.files ?? [] where outcome.files[before.name] == nil && Self.isThere(before, in: target) {
            let name = before.name
            if known[name] == nil, name.hasPrefix(ScanFile.archival + "/") { continue }
            if known[name] == nil, stamps[name] == nil, ScanFile.isReading(name) { outcome.faults.lost.append("\(place)/\(name)") }
            outcome.files.files.append(before)
        }
        if outcome.files != earlier, !outcome.files.files.isEmpty { try outcome.files.write(target) }
        return outcome
    }

    // MARK: Back into a store

    /// Copies what the backup lists. What is not what was copied then is left out, and named.
    func restore(_ source: String, to target: String) throws(FileFailure) -> Outcome {
        var outcome = Outcome()
        let listed = ScanFiles.read(source) ?? ScanFiles()
        for name in known.keys.sorted() where listed[name] == nil { outcome.faults.lost.append("\(place)/\(name)") }
        for entry in listed.files where !entry.name.split(separator: "/").contains("..") {
            let path = "\(place)/\(entry.name)"
            if !Self.isThere(entry, in: target) {
                guard let copy = try copy("\(source)/\(entry.name)", to: "\(target)/\(entry.name)", if: { $0 == entry.sha256 }) else {
                    outcome.faults.lost.append(path)
                    continue
                }
                guard copy.isKept else {
                    outcome.faults.damaged.append(path)
                    continue
                }
                outcome.copied += 1
            }
            outcome.files.files.append(entry)
            // It was damaged when it was copied already.
            if !isGood(entry.sha256, entry.name) { outcome.faults.damaged.append(path) }
        }
        return outcome
    }

    /// Files that the list does not name: archival copies that no record has any more, and drafts that were left.
    static func unlisted(in folder: String) throws(FileFailure) -> [String] {
        guard let listed = ScanFiles.read(folder) else { return [] }
        let wanted = Set(listed.files.map(\.name) + [ScanFiles.name])
        return try stamps(below: folder).keys.filter { !wanted.contains($0) }
    }

    private func isGood(_ hash: ContentHash, _ name: String) -> Bool { known[name].map { $0 == hash } ?? true }

    private static func isThere(_ entry: ScanFiles.Entry?, in folder: String) -> Bool {
        guard let entry else { return false }
        return FileStamp.of("\(folder)/\(entry.name)")?.size == entry.bytes
    }

    /// - Parameter wants: whether bytes of that hash take the name.
    /// - Returns: nil where the source is gone, cannot be read or did not hold still: one bad sector ends no backup.
    private func copy(
        _ source: String, to target: String, if wants: (ContentHash) -> Bool
    ) throws(FileFailure) -> (hash: ContentHash, bytes: Int, isKept: Bool)? {
        let folder = Folder.parent(of: target)
        try Folder.make(folder)
        let draft = "\(folder)/.draft-\(UInt64.random(in: 0...UInt64.max))"
        do {
            let copied = try HashingCopy.copy(source, to: draft)
            guard wants(copied.hash) else {
                try Folder.remove(file: draft)
                return (copied.hash, copied.bytes, false)
            }
            try Folder.move(draft, to: target)
            return (copied.hash, copied.bytes, true)
        } catch let failure as FileFailure {
            try? Folder.remove(file: draft)
            if failure.path == source { return nil }
            throw failure
        } catch {
            try? Folder.remove(file: draft)
            return nil
        }
    }

    /// The files of a scan's folder and of the folders in it. None where there is no such folder.
    private static func stamps(below folder: String) throws(FileFailure) -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for entry in try present(folder) {
            switch entry.kind {
            case .file: stamps[entry.name] = entry.stamp
            case .folder:
                for inner in try present("\(folder)/\(entry.name)") where inner.kind == .file { stamps["\(entry.name)/\(inner.name)"] = inner.stamp }
            case .other: break
            }
        }
        return stamps
    }

    private static func present(_ folder: String) throws(FileFailure) -> [Folder.Entry] {
        do { return try Folder.entries(of: folder) } catch  where error.isMissing { return [] }
    }
}
