internal import Glibc

/// A file that lies in a folder for a moment, and goes with whoever made it. What a killed process leaves has lost its lock, by which the
/// next sweep tells it.
package struct HeldFile: ~Copyable {
    package let path: String
    private let file: OpenFile

    /// - Parameters:
    ///   - beginning: of the name, by which `sweep` finds it.
    ///   - ending: of the name.
    package init(in folder: String, beginning: String, ending: String) throws(FileFailure) {
        while true {
            let path = "\(folder)/\(beginning)\(UInt64.random(in: 0...UInt64.max))\(ending)"
            let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
            // A sweep may come between the two lines, and then another file is made.
            guard file.lock(), try file.isStill(at: path) else { continue }
            self.path = path
            self.file = file
            return
        }
    }

    deinit { try? Folder.remove(file: path) }

    /// Removes the files of such names that no process holds.
    package static func sweep(_ folder: String, beginnings: [String]) {
        guard let entries = try? Folder.entries(of: folder) else { return }
        for entry in entries where entry.kind == .file && beginnings.contains(where: entry.name.hasPrefix) {
            removeAbandoned("\(folder)/\(entry.name)")
        }
    }

    /// Removes a file that no process holds. Who has made one and has no lock on it yet sees that it is gone.
    static func removeAbandoned(_ path: String) {
        guard let file = try? OpenFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), file.lock(), (try? file.isStill(at: path)) == true else { return }
        try? Folder.remove(file: path)
    }
}
