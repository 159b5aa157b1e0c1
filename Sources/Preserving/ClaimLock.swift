internal import DurableFiles
internal import Glibc

/// Holds the lock on one scan's folder for as long as it lives.
final class ClaimLock: Sendable {
    private let file: OpenFile

    /// Nil when another process (or this one) holds it, or the folder is gone.
    init?(folder: String) {
        guard let file = try? OpenFile("\(folder)/\(ScanFile.lock)", O_RDWR | O_CREAT), file.lock() else { return nil }
        self.file = file
    }
}
