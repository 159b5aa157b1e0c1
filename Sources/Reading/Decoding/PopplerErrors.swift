import CPoppler
import Synchronization

/// Counts Poppler's complaints about damaged image data, in place of its printing: it draws such a page white and reports success.
enum PopplerErrors {
    private static let counter = Atomic<Int>(0)

    /// Takes over GLib's log, which carries them: "Syntax error at position 10035: Bad two dim code (0000) in CCITTFax stream".
    static func listen() {
        _ = unsafe g_log_set_default_handler(
            { _, _, message, _ in
                guard let message = unsafe message else { return }
                let text = unsafe String(cString: message)
                if text.contains("error"), text.contains("stream") { PopplerErrors.counter.add(1, ordering: .relaxed) }
            }, nil)
    }

    /// Errors so far in this process; compare before and after a call.
    static var count: Int { counter.load(ordering: .relaxed) }
}
