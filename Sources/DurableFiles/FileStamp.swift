package import Glibc

/// What tells one state of a file from another without reading it.
package struct FileStamp: Sendable, Hashable {
    /// Bytes.
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int
    package var inode: UInt64
    package var device: UInt64

    package init(_ info: stat) {
        size = Int(info.st_size)
        modified = Int(info.st_mtim.tv_sec) * 1_000_000_000 + Int(info.st_mtim.tv_nsec)
        inode = UInt64(info.st_ino)
        device = UInt64(info.st_dev)
    }

    package init(size: Int, modified: Int, inode: UInt64, device: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
        self.device = device
    }

    /// Of the file itself, not of what a symbolic link points to. Nil when there is none.
    package static func of(_ path: String) -> FileStamp? {
        var info = stat()
        guard unsafe lstat(path, &info) == 0 else { return nil }
        return FileStamp(info)
    }
}
