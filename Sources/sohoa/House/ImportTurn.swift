import DurableFiles
import Foundation
import Glibc

/// One import of a table at a time on one data folder: each marks what its table no longer lists, and two at once would take each other's
/// rows for missing. What freezes a report takes the turn too: the middle of an import is no state of an office. The kernel ends the turn with the
/// process.
struct ImportTurn: ~Copyable {
    private let lock: OpenFile

    private static let pause = Duration.milliseconds(200)

    /// Waits for the turn, and says that it does.
    /// - Parameter waits: what is said then.
    static func taken(in data: String, saying waits: String = Phrases.importWaits) async throws -> ImportTurn {
        do {
            let lock = try OpenFile("\(data)/import.lock", O_RDWR | O_CREAT)
            if lock.lock() { return ImportTurn(lock: lock) }
            StandardError.say(waits)
            while !lock.lock() { try await Task.sleep(for: pause) }
            return ImportTurn(lock: lock)
        } catch let failure as FileFailure {
            throw Complaint(Phrases.cannotUseData(data, failure.cause))
        }
    }

    /// To be called last, so that the turn lasts until then.
    consuming func end() {}
}
