internal import Glibc

/// Removes files so that nobody recovers them with the usual tools: what they held is overwritten first.
///
/// What it cannot promise: drives that move data (SSDs), file systems that write beside the old place (btrfs, ZFS, snapshots),
/// network shares, and copies made elsewhere keep what was there.
package enum Shredding {
    /// Overwrites the file, gives up its length and its name, and removes it; each step is on the disk before the next.
    /// A file that is not there is removed already. All hard links to it lose their content.
    package static func shred(file path: String) throws(FileFailure) {
        guard let stamp = FileStamp.of(path) else { return }
        _ = unsafe chmod(path, 0o600)
        try overwrite(path, bytes: stamp.size)
        let folder = Folder.parent(of: path)
        let nameless = "\(folder)/.shredded-\(UInt64.random(in: 0...UInt64.max))"
        try Folder.move(path, to: nameless)
        try Folder.remove(file: nameless)
        try Folder.sync(folder)
    }

    /// A folder and all in it; links are removed, not followed.
    package static func shred(tree path: String) throws(FileFailure) {
        guard Folder.exists(path) else { return }
        for entry in try Folder.entries(of: path) {
            guard let name = Folder.makeReadable(entry, in: path) else { continue }
            let inner = path + "/" + name
            switch entry.kind {
            case .folder: try shred(tree: inner)
            case .file: try shred(file: inner)
            case .other: try Folder.remove(file: inner)
            }
        }
        try Folder.remove(tree: path)
    }

    /// Bytes by chance, so that no file system stores them as a hole.
    private static func overwrite(_ path: String, bytes: Int) throws(FileFailure) {
        let file = try OpenFile(path, O_WRONLY | O_NOFOLLOW)
        let block = (0..<min(max(bytes, 1), DurableWrite.chunkBytes)).map { _ in UInt8.random(in: 0...255) }
        var left = bytes
        while left > 0 {
            try file.write(left < block.count ? Array(block.prefix(left)) : block)
            left -= block.count
        }
        try file.sync()
        try file.truncate(to: 0)
        try file.sync()
    }
}
