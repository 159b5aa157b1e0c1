internal import DurableFiles
internal import Records

/// What lies below the inbox. Looking changes nothing there, but that a folder whose name is no UTF-8 gets one that can be read.
struct Listing {
    private(set) var files: [InboxPath: FileStamp] = [:]
    private(set) var folders: Set<String> = []
    /// Files whose name is no UTF-8, by the path that they will have: they get it when they are taken, not while they are written.
    private(set) var unnamed: [InboxPath: Folder.Entry] = [:]
    /// What cannot be taken, in English, without names.
    private(set) var complaint: String?

    mutating func read(_ root: String) throws(FileFailure) { try read(root, below: "", depth: 0) }

    private mutating func read(_ folder: String, below prefix: String, depth: Int) throws(FileFailure) {
        folders.insert(folder)
        for entry in try Folder.entries(of: folder) where !FolderInbox.isLeftAlone(entry.name) {
            switch entry.kind {
            case .file: add(entry, in: folder, below: prefix)
            case .folder where depth < FolderInbox.deepest: descend(into: entry, in: folder, below: prefix, depth: depth)
            case .folder: complaint = "a folder lies more than \(FolderInbox.deepest) folders deep; what is in it is not taken"
            case .other: break
            }
        }
    }

    /// Of two files that would get one name, the second waits until the first has left.
    private mutating func add(_ entry: Folder.Entry, in folder: String, below prefix: String) {
        guard entry.otherName != nil else { return files[InboxPath(prefix + entry.name)] = entry.stamp }
        let path = InboxPath(prefix + Folder.free(name: entry.name, in: folder))
        guard unnamed[path] == nil else { return }
        unnamed[path] = entry
        files[path] = entry.stamp
    }

    /// One folder that cannot be listed does not keep the others from being looked at.
    private mutating func descend(into entry: Folder.Entry, in folder: String, below prefix: String, depth: Int) {
        guard let name = Folder.makeReadable(entry, in: folder) else {
            return complaint = "a folder's name is no UTF-8 and may not be changed"
        }
        do {
            try read("\(folder)/\(name)", below: "\(prefix)\(name)/", depth: depth + 1)
        } catch {
            if !error.isMissing { complaint = "a folder cannot be listed: \(error.cause)" }
        }
    }
}
