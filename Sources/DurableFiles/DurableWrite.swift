internal import Glibc

/// Writing that is whole or not there.
package enum DurableWrite {
    /// Writes `bytes` to `path` by way of a temporary file beside it, synced before it takes the name: after a crash the file
    /// holds either what it held or all of `bytes`.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure) {
        let draft = Folder.parent(of: path) + "/.draft-\(UInt64.random(in: 0...UInt64.max))"
        do {
            let file = try OpenFile(draft, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
            // The umask takes rights away that others need; where a share does not let us set them, the file is narrower, never wider.
            _ = unsafe chmod(draft, mode)
            try file.write(bytes)
            try file.sync()
        } catch {
            try? Folder.remove(file: draft)
            throw error
        }
        try Folder.move(draft, to: path)
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
