import CTIFF
import Synchronization

/// Counts what libtiff complains about, in place of its printing: a damaged strip otherwise decodes to white without a word.
enum TIFFErrors {
    private static let counter = Atomic<Int>(0)
    private static let doubtCounter = Atomic<Int>(0)

    /// Takes over libtiff's handlers. Leptonica takes the plain ones away when it reads from memory, so these are the extended ones.
    static func listen() {
        _ = unsafe TIFFSetErrorHandler(nil)
        _ = unsafe TIFFSetWarningHandler(nil)
        _ = unsafe TIFFSetErrorHandlerExt { _, _, _, _ in TIFFErrors.counter.add(1, ordering: .relaxed) }
        _ = unsafe TIFFSetWarningHandlerExt { _, _, _, _ in TIFFErrors.doubtCounter.add(1, ordering: .relaxed) }
    }

    /// Errors so far in this process; compare before and after a call.
    static var count: Int { counter.load(ordering: .relaxed) }
    /// Errors and warnings: a row of a fax that has the wrong length is only warned of.
    static var doubts: Int { count + doubtCounter.load(ordering: .relaxed) }
}
