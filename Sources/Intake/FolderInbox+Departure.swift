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

    /// The letter comes before the file: a file in `rejected/` never lies there without its reason. Where the file cannot be moved the
    /// letter goes again, so that tries do not pile up.
    private func reject(_ source: String, _ path: InboxPath, _ reason: SetAsideReason) throws(FileFailure) {
        let folder = ([self.path(.rejected)] + path.folders).joined(separator: "/")
        try Folder.make(folder, mode: 0o770)
        let letter = Array("Tệp: \(path.name)\nLý do: \(reason.message)\nMã lỗi: \(reason.code.rawValue)\n".utf8)
        let names = Self.names(for: path.name, and: letter, in: folder)
        try DurableWrite.replace("\(folder)/\(names.letter)", with: letter, mode: 0o660)
        do {
            try Folder.move(source, to: "\(folder)/\(names.file)")
        } catch {
            if Folder.exists(source) { try? Folder.remove(file: "\(folder)/\(names.letter)") }
            throw error
        }
    }

    /// Free names for a file and its letter, with one number for both: `NAME` and `NAME.reason.txt`, else `NAME (2)` and so on. A name
    /// too long for the ending is cut at a character, so that two long names may ask for one letter. The very same letter without its
    /// file is what a crash left, and serves again.
    private static func names(for name: String, and letter: [UInt8], in folder: String) -> (file: String, letter: String) {
        let ending = ".reason.txt"
        var count = 1
        while true {
            let file = Folder.numbered(name, count)
            let own = Folder.numbered(name, count, reserve: ending.utf8.count) + ending
            let isFree = !Folder.exists("\(folder)/\(own)") || (try? DurableWrite.contents(of: "\(folder)/\(own)")) == letter
            if isFree, !Folder.exists("\(folder)/\(file)") { return (file, own) }
            count += 1
        }
    }
}
