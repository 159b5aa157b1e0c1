internal import Glibc

/// Folders and what happens to the files in them: listing, moving, making, syncing.
package enum Folder {
    package struct Entry: Sendable, Equatable {
        package enum Kind: Sendable { case file, folder, other }
        package var name: String
        package var kind: Kind
        package var stamp: FileStamp
    }

    /// The longest name that a file system takes, in bytes.
    package static let longestName = 255

    /// What the folder holds, in no order, without `.` and `..`. Symbolic links and devices are `.other`. A name that is not
    /// UTF-8 is made so first, on the disk: it could not be spoken of otherwise.
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
            guard let name = name(from: bytes, in: path) else { continue }
            var info = stat()
            guard unsafe lstat(path + "/" + name, &info) == 0 else { continue }
            let kind: Entry.Kind =
                switch info.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                default: .other
                }
            entries.append(Entry(name: name, kind: kind, stamp: FileStamp(info)))
        }
        return entries
    }

    /// The bytes as UTF-8; a name in another encoding is renamed with `_` for each byte that does not fit. Nil when that fails.
    private static func name(from bytes: [UInt8], in folder: String) -> String? {
        if let name = String(validating: bytes, as: UTF8.self) { return name }
        let readable = String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        let target = free(name: readable, in: folder)
        let old = Array(folder.utf8CString.dropLast()) + [CChar(bitPattern: 47)] + bytes.map { CChar(bitPattern: $0) } + [0]
        return unsafe rename(old, folder + "/" + target) == 0 ? target : nil
    }

    package static func make(_ path: String, mode: UInt32 = 0o700) throws(FileFailure) {
        if unsafe mkdir(path, mode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw FileFailure("mkdir", path, code: errno)
        }
        try make(String(path[..<slash]), mode: mode)
        guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw FileFailure("mkdir", path, code: errno) }
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
            let inner = path + "/" + entry.name
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

    package static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `name`, or `name (2)` and so on where that is taken, cut at a character so that it fits the file system.
    package static func free(name: String, in folder: String, reserve: Int = 0) -> String {
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        let stem = dot.map { String(name[..<$0]) } ?? name
        let ending = dot.map { String(name[$0...]) } ?? ""
        for count in 1... {
            let tail = (count == 1 ? "" : " (\(count))") + ending
            let candidate = fitting(stem, bytes: longestName - reserve - tail.utf8.count) + tail
            if !exists(folder + "/" + candidate) { return candidate }
        }
        return name
    }

    /// The longest beginning of `text` of at most `bytes` bytes.
    private static func fitting(_ text: String, bytes: Int) -> String {
        var cut = text
        while cut.utf8.count > max(1, bytes), !cut.isEmpty { cut.removeLast() }
        return cut
    }

    /// Bytes free for this user on the file system of `path`; nil when it cannot be told.
    package static func freeBytes(at path: String) -> Int? {
        var info = statvfs()
        guard unsafe statvfs(path, &info) == 0 else { return nil }
        return Int(info.f_bavail) * Int(info.f_frsize)
    }

    package static func canWrite(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }
}
