internal import Glibc
internal import Synchronization

/// Tells that something happened in a folder or below it, by inotify. Only a hint: network shares send no events, and the queue can
/// overflow. What is there is found by looking.
final class FolderEvents: Sendable {
    private let descriptor: Int32
    private let watches = Mutex<[String: Int32]>([:])
    private static let mask = UInt32(IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MODIFY | IN_DELETE | IN_ONLYDIR)
    /// Bytes of events taken at a time.
    private static let bufferBytes = 64 * 1024

    /// Nil when the system gives no watcher (its number is bounded); then the interval alone serves.
    init?() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Watches these folders, and no others.
    func watch(_ folders: Set<String>) {
        watches.withLock { watches in
            for folder in folders where watches[folder] == nil {
                let watch = unsafe inotify_add_watch(descriptor, folder, Self.mask)
                if watch >= 0 { watches[folder] = watch }
            }
            for (folder, watch) in watches where !folders.contains(folder) {
                inotify_rm_watch(descriptor, watch)
                watches[folder] = nil
            }
        }
    }

    /// Whether anything has happened since the last call.
    func drain() -> Bool {
        var happened = false
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: Self.bufferBytes, alignment: 8)
        defer { unsafe buffer.deallocate() }
        while unsafe read(descriptor, buffer, Self.bufferBytes) > 0 { happened = true }
        return happened
    }
}
