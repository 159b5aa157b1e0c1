internal import DurableFiles
package import Records

/// The archival copies beside the originals.
extension FileScanStore {
    package func readingPath(of page: Int, of hash: ContentHash) -> String { "\(place(of: hash))/\(ScanFile.reading(page))" }

    package func archivalPath(of name: String, of hash: ContentHash) throws(StoreFailure) -> String {
        let path = "\(folders.stored(hash))/\(ScanFile.archivalCopy(name))"
        do {
            try Folder.make(Folder.parent(of: path))
        } catch {
            throw StoreFailure(error)
        }
        return path
    }

    package func keepArchivalCopy(of name: String, of hash: ContentHash) async throws(StoreFailure) -> ArchivalCopy {
        let path = try archivalPath(of: name, of: hash)
        do {
            guard let copied = try HashingCopy.hash(of: path) else { throw StoreFailure.failed("no hash of an archival copy") }
            try Folder.sync(Folder.parent(of: path))
            try Folder.sync(folders.stored(hash))
            return ArchivalCopy(path: String(path.dropFirst(folders.data.count + 1)), sha256: copied)
        } catch let failure as FileFailure {
            throw StoreFailure(failure)
        } catch {
            throw .failed("\(error)")
        }
    }

    package func remove(_ copy: ArchivalCopy) throws(StoreFailure) {
        let path = "\(folders.data)/\(copy.path)"
        do {
            try Folder.remove(file: path)
            if Folder.exists(Folder.parent(of: path)) { try Folder.sync(Folder.parent(of: path)) }
        } catch {
            throw StoreFailure(error)
        }
    }

    package func isIntact(_ copy: ArchivalCopy) async -> Bool? {
        let path = "\(folders.data)/\(copy.path)"
        guard Folder.exists(path) else { return nil }
        return (try? HashingCopy.hash(of: path)) == copy.sha256
    }
}
