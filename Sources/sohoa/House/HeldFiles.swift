import DurableFiles
import Foundation
import Intake
import Records

/// The clerk's own files that are held back: where they lie, the way back for those that are no secret, and their removal.
struct HeldFiles {
    private let house: Installation
    private let inboxes: [FolderInbox]

    init(_ house: Installation) throws {
        self.house = house
        inboxes = try house.inboxes()
    }

    /// What a removal that did not come to its end has left.
    private static func removalName(_ hash: ContentHash) -> String { ".removing-\(hash.hex)" }

    /// Finishes what holding a recorded scan back began: its file in `done/` goes to `restricted/`, or, where none is left there, the
    /// original out of the store; then the store forgets it. Done already is no error.
    func setAside(_ scan: Scan) async throws {
        guard scan.state == .restricted, scan.releasedAt == nil, house.store.isStored(scan.sha256) else { return }
        var lies = try await !restricted(scan).isEmpty
        for inbox in inboxes {
            for file in inbox.doneFiles(bytes: scan.bytes) where await house.store.hash(ofFileAt: file) == scan.sha256 {
                do { try inbox.holdBack(doneFile: file) } catch { throw Complaint(Phrases.notHeldBack(scan.sha256, error.cause)) }
                lies = true
            }
        }
        let own = inboxes.first { $0.pipeline.name == scan.pipeline } ?? inboxes.first
        do {
            if !lies, let own { try house.store.moveOriginal(of: scan.sha256, to: own.restrictedPath(for: String(scan.sha256.hex.prefix(16)))) }
            try house.store.removeStored(scan.sha256)
        } catch {
            throw Complaint(Phrases.notHeldBack(scan.sha256, Phrases.cause(of: error)))
        }
    }

    /// Every restricted scan whose bytes still lie in the store, because a program ended in between.
    func setAsideLeftovers() async throws {
        var last: String?
        repeat {
            let scans = try await house.catalogue.scans(in: .restricted, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            for scan in scans { try await setAside(scan) }
        } while last != nil
    }

    /// The restricted scan that a person names by its file or by its hash (or by as much of it as is unique).
    func find(_ named: String) async throws -> (scan: Scan, file: String?) {
        if FileManager.default.fileExists(atPath: named) {
            let path = Folder.real(named)
            guard let hash = await house.store.hash(ofFileAt: path) else { throw Complaint(Phrases.cannotReadHeld(named)) }
            let found = try await scans { $0.sha256 == hash }
            guard let scan = found.first else { throw Complaint(Phrases.notHeld(named)) }
            return (scan, path)
        }
        guard named.utf8.count >= 8, named.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            throw Complaint(Phrases.noSuchFile(named))
        }
        let found = try await scans { $0.sha256.hex.hasPrefix(named) }
        guard let scan = found.first else { throw Complaint(Phrases.notHeld(named)) }
        guard Set(found.map(\.sha256)).count == 1 else { throw Complaint(Phrases.severalHeld(named), code: .usage) }
        return (scan, nil)
    }

    /// Those still held back before those released.
    private func scans(where isWanted: (Scan) -> Bool) async throws -> [Scan] {
        var found: [Scan] = []
        var last: String?
        repeat {
            let scans = try await house.catalogue.scans(in: .restricted, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            found += scans.filter(isWanted)
        } while last != nil
        return found.filter { $0.releasedAt == nil } + found.filter { $0.releasedAt != nil }
    }

    /// Files of these bytes in all `restricted/` folders, each with the inbox it came from.
    private func restricted(_ scan: Scan) async throws -> [(inbox: FolderInbox, file: String)] {
        var found: [(FolderInbox, String)] = []
        for inbox in inboxes {
            for file in inbox.restrictedFiles(bytes: scan.bytes) where await house.store.hash(ofFileAt: file) == scan.sha256 {
                found.append((inbox, file))
            }
        }
        return found
    }

    /// Moves the files back to their inboxes, where they are taken like any others. Returns where they lie.
    func giveBack(_ scan: Scan) async throws -> [String] {
        try await restricted(scan).map { inbox, file in
            do throws(InboxFailure) { return try inbox.giveBack(restrictedFile: file) } catch {
                throw Complaint(Phrases.notGivenBack(file, error.cause))
            }
        }
    }

    /// Overwrites and removes the files, and the one that was named. Returns how many there were. A removal that was killed halfway
    /// goes on: the file bears its hash as its name from the first step on.
    func purge(_ scan: Scan, named file: String?) async throws -> Int {
        let name = Self.removalName(scan.sha256)
        var files = try await restricted(scan).map(\.file)
        if let file, !files.contains(file) { files.append(file) }
        var begun = inboxes.flatMap { $0.restrictedFiles(named: name) }
        do throws(FileFailure) {
            for file in files {
                let folder = Folder.parent(of: file)
                let renamed = "\(folder)/\(Folder.free(name: name, in: folder))"
                try Folder.move(file, to: renamed)
                begun.append(renamed)
            }
            for file in begun { try Shredding.shred(file: file) }
        } catch {
            throw Complaint(Phrases.notPurged(scan.sha256, error.cause))
        }
        return begun.count
    }
}
