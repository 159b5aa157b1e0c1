import Foundation
import Glibc

/// Files and their bytes.
enum Files {
    /// Paths of all files below a folder, from there, sorted by bytes; anything that is no folder counts.
    static func below(_ folder: String) -> [String] { collect(folder, "").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    private static func collect(_ folder: String, _ prefix: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var found: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    String(decoding: UnsafeBufferPointer(start: $0, count: strlen($0)), as: UTF8.self)
                }
            }
            if name == "." || name == ".." { continue }
            var info = stat()
            guard lstat("\(folder)/\(name)", &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFDIR {
                found += collect("\(folder)/\(name)", prefix + name + "/")
            } else {
                found.append(prefix + name)
            }
        }
        return found
    }

    /// Size and time of change of files, to see that something was written.
    static func stamps(_ paths: [String]) -> [String] {
        paths.map { path in
            var info = stat()
            return lstat(path, &info) == 0 ? "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)" : ""
        }
    }

    static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// Whether these bytes hold this text.
    static func hold(_ bytes: Data, _ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }

    /// The bytes of every file below a folder, by path.
    static func contents(below folder: String) throws -> [String: Data] {
        Dictionary(uniqueKeysWithValues: try below(folder).map { ($0, try bytes("\(folder)/\($0)")) })
    }
}
