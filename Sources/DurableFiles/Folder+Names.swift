internal import Glibc

/// Names of files: free ones, ones that fit, and ones that are no UTF-8.
extension Folder {
    /// The longest name that a file system takes, in bytes.
    package static let longestName = 255
    /// What follows the last dot is kept when a name is cut, if it is not longer than this, in bytes.
    private static let longestEnding = 32

    /// `name`, or `name (2)` and so on where that is taken, cut at a character so that it fits the file system.
    package static func free(name: String, in folder: String) -> String {
        var count = 1
        while exists("\(folder)/\(numbered(name, count))") { count += 1 }
        return numbered(name, count)
    }

    /// `name` for 1, `name (2)` for 2 and so on, before the ending, cut at a character.
    /// - Parameter reserve: bytes that are left free for something behind it.
    package static func numbered(_ name: String, _ count: Int, reserve: Int = 0) -> String {
        let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")).flatMap { name.utf8.distance(from: $0, to: name.endIndex) > longestEnding ? nil : $0 }
        let tail = (count == 1 ? "" : " (\(count))") + (dot.map { String(name[$0...]) } ?? "")
        var stem = dot.map { String(name[..<$0]) } ?? name
        while stem.utf8.count > max(1, longestName - reserve - tail.utf8.count), !stem.isEmpty { stem.removeLast() }
        return stem + tail
    }

    /// Gives a file whose name is no UTF-8 one that can be read, and returns it; nil when that is not allowed here.
    /// - Parameter name: the new name; a free one where it is not said.
    package static func makeReadable(_ entry: Entry, as name: String? = nil, in folder: String) -> String? {
        guard let bytes = entry.otherName else { return entry.name }
        let target = name ?? free(name: entry.name, in: folder)
        return unsafe rename(inside(folder, bytes), "\(folder)/\(target)") == 0 ? target : nil
    }

    /// `_` for each byte that is not ASCII.
    static func readable(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// The path of an entry, as the system takes it.
    static func inside(_ folder: String, _ name: [UInt8]) -> [CChar] {
        Array(folder.utf8CString.dropLast()) + [CChar(bitPattern: UInt8(ascii: "/"))] + name.map { CChar(bitPattern: $0) } + [0]
    }
}
