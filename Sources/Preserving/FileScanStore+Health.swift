internal import DurableFiles
internal import Foundation
package import Records

/// Whether what is kept is still what was taken, and how much it is.
extension FileScanStore {
    package func isIntact(_ hash: ContentHash) async -> Bool? {
        guard isStored(hash) else { return nil }
        guard let found = try? HashingCopy.hash(of: original(of: hash)) else { return nil }
        return found == hash
    }

    package func hash(ofFileAt location: String) async -> ContentHash? { (try? HashingCopy.hash(of: location)) ?? nil }

    /// Shelf by shelf, so that others have their turn on the way, and a stop need not wait: what is counted by then is no sum.
    package func bytesUsed() async -> Int {
        var sum = bytes(below: folders.spool)
        for shelf in (try? Folder.entries(of: folders.store)) ?? [] where shelf.kind == .folder && !Task.isCancelled {
            sum += bytes(below: "\(folders.store)/\(shelf.name)")
            await Task.yield()
        }
        return sum
    }

    private func bytes(below path: String) -> Int {
        guard let entries = try? Folder.entries(of: path) else { return 0 }
        return entries.reduce(0) { sum, entry in
            switch entry.kind {
            case .file: sum + entry.stamp.size
            case .folder: sum + bytes(below: path + "/" + entry.name)
            case .other: sum
            }
        }
    }
}
