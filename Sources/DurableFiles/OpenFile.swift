package import Glibc

/// An open file descriptor with one owner, closed when it goes.
package struct OpenFile: ~Copyable {
    private let descriptor: Int32
    private let path: String

    /// - Parameter flags: as for `open(2)`; close-on-exec is always added, so that no worker inherits it.
    package init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(FileFailure) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileFailure("open", path, code: errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Reads up to `count` bytes; empty at the end of the file.
    package func read(upTo count: Int) throws(FileFailure) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got: Int
            repeat { got = unsafe Glibc.read(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
            if got < 0 { failure = errno }
            filled = max(0, got)
        }
        if failure != 0 { throw FileFailure("read", path, code: failure) }
        return bytes
    }

    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done) }
            if written < 0 {
                if errno == EINTR { continue }
                throw FileFailure("write", path, code: errno)
            }
            done += written
        }
    }

    /// Returns when the bytes are on the disk.
    package func sync() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure("fsync", path, code: errno) }
    }

    package func stamp() throws(FileFailure) -> FileStamp {
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else { throw FileFailure("fstat", path, code: errno) }
        return FileStamp(info)
    }

    /// Makes it so many bytes long.
    package func truncate(to length: Int) throws(FileFailure) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure("ftruncate", path, code: errno) }
    }

    /// Whether it is a plain file: no folder, pipe or device.
    package func isPlain() throws(FileFailure) -> Bool {
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else { throw FileFailure("fstat", path, code: errno) }
        return info.st_mode & S_IFMT == S_IFREG
    }

    /// Whether it is the file that has this name now.
    func isStill(at path: String) throws(FileFailure) -> Bool {
        let (here, there) = (try stamp(), FileStamp.of(path))
        return here.inode == there?.inode && here.device == there?.device
    }

    /// Takes an exclusive lock without waiting; it is gone when the process is, however it ends. False when another holds it.
    package func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
