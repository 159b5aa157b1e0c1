internal import Glibc

/// Writing that is whole or not there.
package enum DurableWrite {
    /// Writes `bytes` to `path` by way of a temporary file beside it, synced before it takes the name: after a crash the file
    /// holds either what it held or all of `bytes`. What the crash left of the temporary file goes when the write is done again.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure) {
        let draft = try Draft.new(for: path, mode: mode)
        do {
            // The umask takes rights away that others need; where a share does not let us set them, the file is narrower, never wider.
            _ = unsafe chmod(draft.path, mode)
            try draft.file.write(bytes)
            try draft.file.sync()
        } catch {
            try? Folder.remove(file: draft.path)
            throw error
        }
        try Folder.move(draft.path, to: path)
    }

    /// The name that the temporary file of `path` has, unless another process writes there: always the same, so that the next write finds
    /// what a crash left. It is short, however long the file's own name is.
    package static func draft(of path: String) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
        let sum = name.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Folder.parent(of: path) + "/.draft-\(sum)"
    }

    package static func contents(of path: String) throws(FileFailure) -> [UInt8] {
        let file = try OpenFile(path, O_RDONLY)
        var bytes: [UInt8] = []
        while true {
            let chunk = try file.read(upTo: chunkBytes)
            if chunk.isEmpty { return bytes }
            bytes += chunk
        }
    }

    /// Bytes read at a time.
    package static let chunkBytes = 1 << 20
}

/// A new temporary file that this process holds.
private struct Draft: ~Copyable {
    let path: String
    let file: OpenFile

    static func new(for target: String, mode: UInt32) throws(FileFailure) -> Draft {
        let usual = DurableWrite.draft(of: target)
        HeldFile.removeAbandoned(usual)
        if let draft = try make(usual, mode: mode), draft.file.lock(), try draft.file.isStill(at: usual) { return draft }
        // Another writes the same file now; whoever ends last has the name.
        let other = Folder.parent(of: target) + "/.draft-\(UInt64.random(in: 0...UInt64.max))"
        return Draft(path: other, file: try OpenFile(other, O_WRONLY | O_CREAT | O_EXCL, mode: mode))
    }

    /// Nil where there is one.
    private static func make(_ path: String, mode: UInt32) throws(FileFailure) -> Draft? {
        do { return Draft(path: path, file: try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)) } catch  where error.code == EEXIST {
            return nil
        }
    }
}
