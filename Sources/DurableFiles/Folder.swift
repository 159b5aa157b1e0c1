internal import Glibc

/// Folders and what happens to the files in them: listing, moving, making, syncing.
package enum Folder {
    package struct Entry: Sendable, Equatable {
        package enum Kind: Sendable { case file, folder, other }
        /// For reading; where the name on the disk is no UTF-8, `_` stands for each byte that does not fit.
        package var name: String
        package var kind: Kind
        package var stamp: FileStamp
        /// The name on the disk where it is no UTF-8: such a file must be given another name before it can be opened.
        package var otherName: [UInt8]?
    }

    /// What the folder holds, in no order, without `.` and `..`. Symbolic links and devices are `.other`. A file that goes meanwhile is
    /// left out; one that cannot be looked at is an error. Nothing is changed: a listing of other people's folders must not rename
    /// their files.
    package static func entries(of path: String) throws(FileFailure) -> [Entry] {
        guard let folder = unsafe opendir(path) else { throw FileFailure("opendir", path, code: errno) }
        defer { unsafe closedir(folder) }
        var entries: [Entry] = []
        while let entry = unsafe readdir(folder) {
            let bytes = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: longestName + 1) { start in
                    unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                }
            }
            if bytes == [46] || bytes == [46, 46] { continue }
            var info = stat()
            guard unsafe lstat(inside(path, bytes), &info) == 0 else {
                if errno == ENOENT { continue }
                throw FileFailure("lstat", path, code: errno)
            }
            let kind: Entry.Kind =
                switch info.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                default: .other
                }
            let name = String(validating: bytes, as: UTF8.self)
            entries.append(
                Entry(name: name ?? readable(bytes), kind: kind, stamp: FileStamp(info), otherName: name == nil ? bytes : nil))
        }
        return entries
    }

    /// Makes a folder and those above it that are missing, with these rights whatever the umask; one that is there stays as it is.
    package static func make(_ path: String, mode: UInt32 = 0o700) throws(FileFailure) {
        if makeOne(path, mode) { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw FileFailure("mkdir", path, code: errno)
        }
        try make(String(path[..<slash]), mode: mode)
        guard makeOne(path, mode) else { throw FileFailure("mkdir", path, code: errno) }
    }

    /// The umask takes rights away that a shared folder needs, so they are set again on what is new. Where a share does not let us,
    /// the folder is narrower than asked for, never wider.
    private static func makeOne(_ path: String, _ mode: UInt32) -> Bool {
        guard unsafe mkdir(path, mode) == 0 else { return errno == EEXIST }
        _ = unsafe chmod(path, mode)
        return true
    }

    /// Renames within one file system and returns when both folders are on the disk.
    package static func move(_ from: String, to target: String) throws(FileFailure) {
        guard unsafe rename(from, target) == 0 else { throw FileFailure("rename", from, code: errno) }
        try sync(parent(of: target))
        if parent(of: from) != parent(of: target) { try sync(parent(of: from)) }
    }

    /// Removes a file; a file that is not there is removed already.
    package static func remove(file path: String) throws(FileFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileFailure("unlink", path, code: errno) }
    }

    /// Removes a folder and all in it; a folder that is not there is removed already.
    package static func remove(tree path: String) throws(FileFailure) {
        guard exists(path) else { return }
        for entry in try entries(of: path) {
            guard let name = entry.otherName == nil ? entry.name : makeReadable(entry, in: path) else { continue }
            let inner = path + "/" + name
            if entry.kind == .folder { try remove(tree: inner) } else { try remove(file: inner) }
        }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw FileFailure("rmdir", path, code: errno) }
    }

    /// Returns when the folder's entries are on the disk. A network share that cannot sync folders is left alone.
    package static func sync(_ path: String) throws(FileFailure) {
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        do { try folder.sync() } catch { if ![EINVAL, ENOTSUP].contains(error.code) { throw error } }
    }

    package static func exists(_ path: String) -> Bool {
        var info = stat()
        return unsafe lstat(path, &info) == 0
    }

    /// The path without links, as far as it exists; what does not exist yet stands behind it as it was.
    package static func real(_ path: String) -> String {
        if let found = unsafe realpath(path, nil) {
            defer { unsafe Glibc.free(found) }
            return unsafe String(cString: found)
        }
        let above = parent(of: path)
        guard above != path, above != "." else { return path }
        return real(above) + path.dropFirst(above.count)
    }

    package static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Bytes free for this user on the file system of `path`; nil when it cannot be told.
    package static func freeBytes(at path: String) -> Int? {
        var info = statvfs()
        guard unsafe statvfs(path, &info) == 0 else { return nil }
        return Int(info.f_bavail) * Int(info.f_frsize)
    }

    package static func canWrite(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }
}
