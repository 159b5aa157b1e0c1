import Foundation
import Glibc
import TestSupport

/// A file system in memory that is easily filled.
struct SmallDisk {
    let path: String

    struct NoMount: Error {}

    init(megabytes: Int) throws {
        path = TestRun.folder.path + "/đĩa nhỏ \(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw NoMount()
        }
    }

    private var filler: String { path + "/đầy" }

    /// Writes until only so many bytes are left.
    func fill(leaving bytes: Int) throws {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { throw NoMount() }
        try Data(count: max(0, Int(info.f_bavail) * Int(info.f_frsize) - bytes)).write(to: URL(fileURLWithPath: filler))
    }

    func free() { unlink(filler) }

    func unmount() {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}
