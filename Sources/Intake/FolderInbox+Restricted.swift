internal import DurableFiles
package import Records

/// Files that are held back, and the way back for those that were held back in error. Only a person's decision moves them.
extension FolderInbox {
    /// Files of this many bytes in `restricted/`, and in `done/`, as paths.
    package func restrictedFiles(bytes: Int) -> [String] { files(in: .restricted) { $0.stamp.size == bytes } }
    package func doneFiles(bytes: Int) -> [String] { files(in: .done) { $0.stamp.size == bytes } }

    /// Files in `restricted/` that are called so: what a removal was busy with.
    package func restrictedFiles(named name: String) -> [String] { files(in: .restricted) { $0.name.hasPrefix(name) } }

    /// A file of `done/` that turned out to bear a mark: to `restricted/`, the folders between kept.
    package func holdBack(doneFile file: String) throws(InboxFailure) { try carry(file, from: .done, to: .restricted) }

    /// A file of `restricted/` that is no secret: to the inbox, where it is taken like any other. Returns where it lies now.
    @discardableResult
    package func giveBack(restrictedFile file: String) throws(InboxFailure) -> String { try carry(file, from: .restricted, to: .inbox) }

    /// Where a file without a place of its own is to lie, for the person in charge.
    package func restrictedPath(for name: String) -> String { "\(path(.restricted))/\(name)" }

    @discardableResult
    private func carry(_ file: String, from: Place, to place: Place) throws(InboxFailure) -> String {
        let below = InboxPath(String(file.dropFirst(path(from).count + 1)))
        let folder = ([path(place)] + below.folders).joined(separator: "/")
        let target = "\(folder)/\(Folder.free(name: below.name, in: folder))"
        do {
            try Folder.make(folder, mode: 0o770)
            try Folder.move(file, to: target)
        } catch {
            throw InboxFailure(error.cause)
        }
        return target
    }

    private func files(in place: Place, _ isWanted: (Folder.Entry) -> Bool) -> [String] {
        var found: [String] = []
        collect(path(place), depth: 0, isWanted, in: &found)
        return found.sorted()
    }

    private func collect(_ folder: String, depth: Int, _ isWanted: (Folder.Entry) -> Bool, in found: inout [String]) {
        guard depth <= Self.deepest, let entries = try? Folder.entries(of: folder) else { return }
        for entry in entries where entry.otherName == nil {
            switch entry.kind {
            case .folder: collect("\(folder)/\(entry.name)", depth: depth + 1, isWanted, in: &found)
            case .file: if isWanted(entry) { found.append("\(folder)/\(entry.name)") }
            case .other: break
            }
        }
    }
}
