import CTIFF
import Synchronization

/// Counts what libtiff complains about, in place of its printing: a damaged strip otherwise decodes to white without a word.
enum TIFFErrors {
    private static let counter = Atomic<Int>(0)

    /// Takes over libtiff's handlers.
    static func listen() {
        _ = unsafe TIFFSetErrorHandler { _, _, _ in TIFFErrors.counter.add(1, ordering: .relaxed) }
        _ = unsafe TIFFSetWarningHandler(nil)
    }

    /// Errors so far in this process; compare before and after a call.
    static var count: Int { counter.load(ordering: .relaxed) }
}
