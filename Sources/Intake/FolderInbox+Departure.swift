internal import DurableFiles
internal import Records

/// How files leave.
extension FolderInbox {
    func depart(_ path: InboxPath, as departure: Departure) throws(FileFailure) {
        let source = "\(self.path(.inbox))/\(path.text)"
        guard Folder.exists(source) else { return }
        switch departure {
        case .done where pipeline.afterwards == .remove:
            try Folder.remove(file: source)
            try Folder.sync(Folder.parent(of: source))
        case .done: try move(source, path, to: .done)
        case .restricted: try move(source, path, to: .restricted)
        case .rejected(let reason): try reject(source, path, reason)
        }
    }

    /// The folders between inbox and file are kept, so that `CODE/` still says what the file belongs to.
    private func move(_ source: String, _ path: InboxPath, to place: Place) throws(FileFailure) {
        let folder = ([self.path(place)] + path.folders).joined(separator: "/")
        try Folder.make(folder, mode: 0o770)
        try Folder.move(source, to: "\(folder)/\(Folder.free(name: path.name, in: folder))")
    }

    /// The letter comes before the file: a file in `rejected/` never lies there without its reason.
    private func reject(_ source: String, _ path: InboxPath, _ reason: SetAsideReason) throws(FileFailure) {
        let folder = ([self.path(.rejected)] + path.folders).joined(separator: "/")
        try Folder.make(folder, mode: 0o770)
        let name = Folder.free(name: path.name, in: folder)
        let letter = "Tệp: \(path.name)\nLý do: \(reason.message)\nMã lỗi: \(reason.code.rawValue)\n"
        try DurableWrite.replace("\(folder)/\(Self.letterName(for: name))", with: Array(letter.utf8), mode: 0o660)
        try Folder.move(source, to: "\(folder)/\(name)")
    }

    /// `NAME.reason.txt`; a name too long for that is cut at a character.
    static func letterName(for name: String) -> String {
        let ending = ".reason.txt"
        var stem = name
        while stem.utf8.count + ending.utf8.count > Folder.longestName { stem.removeLast() }
        return stem + ending
    }
}
