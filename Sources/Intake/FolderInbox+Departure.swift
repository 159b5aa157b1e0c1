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
        let names = Self.names(for: path.name, in: folder)
        let letter = "Tệp: \(path.name)\nLý do: \(reason.message)\nMã lỗi: \(reason.code.rawValue)\n"
        try DurableWrite.replace("\(folder)/\(names.letter)", with: Array(letter.utf8), mode: 0o660)
        try Folder.move(source, to: "\(folder)/\(names.file)")
    }

    /// Free names for a file and its letter, with one number for both: `NAME` and `NAME.reason.txt`, else `NAME (2)` and so on. A name
    /// too long for the ending is cut at a character, so that two long names may ask for one letter.
    private static func names(for name: String, in folder: String) -> (file: String, letter: String) {
        let ending = ".reason.txt"
        var count = 1
        while true {
            let file = Folder.numbered(name, count)
            let letter = Folder.numbered(name, count, reserve: ending.utf8.count) + ending
            if !Folder.exists("\(folder)/\(file)"), !Folder.exists("\(folder)/\(letter)") { return (file, letter) }
            count += 1
        }
    }
}
