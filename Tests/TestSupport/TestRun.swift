package import Foundation
import Glibc

/// The folder in which everything temporary of one run of the tests lies. It goes with the process, however its tests end; what a killed run
/// has left goes with the next one.
package enum TestRun {
    package static let folder: URL = {
        let parent = FileManager.default.temporaryDirectory
        sweep(parent)
        let name = "\(prefix)\(UUID().uuidString.prefix(8))"
        let folder = parent.appending(path: name)
        let draft = parent.appending(path: ".\(name)")
        // Locked before it has its name, so that no other run takes it for one that nobody has.
        if (try? FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)) != nil {
            _ = locked(draft)
            rename(draft.path, folder.path)
            atexit { TestRun.remove(TestRun.folder) }
        }
        return folder
    }()

    private static let prefix = "sohoa-tests-"

    private static func sweep(_ parent: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix) {
            let left = parent.appending(path: name)
            guard let lock = locked(left) else { continue }
            remove(left)
            close(lock)
        }
    }

    /// Holds a folder for as long as this process lives; nil where another one does.
    private static func locked(_ folder: URL) -> Int32? {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    /// A process that is just being ended may still take files away or bring them: then once more.
    private static func remove(_ folder: URL) {
        for _ in 1...5 where (try? FileManager.default.removeItem(at: folder)) == nil && access(folder.path, F_OK) == 0 { sched_yield() }
    }
}
