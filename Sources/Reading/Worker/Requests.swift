import Foundation
import Glibc
import Synchronization

/// The lines of standard input, read by a thread of their own.
///
/// At the end of input that thread ends the process at once, even while a C call hangs: so a worker never outlives a killed
/// daemon. (A parent-death signal would follow the thread that started the worker, not the daemon.)
final class Requests: Sendable {
    private let limit: Int
    private let lines = Mutex<[Data]>([])
    private let waiting = DispatchSemaphore(value: 0)

    /// A line longer than `limit` bytes ends the process.
    init(limit: Int) { self.limit = limit }

    func listen() { Thread.detachNewThread { [self] in readAll() } }

    /// The next line; waits for it.
    func next() -> Data {
        waiting.wait()
        return lines.withLock { $0.isEmpty ? Data() : $0.removeFirst() }
    }

    private func readAll() -> Never {
        var line = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { _exit(0) }
            for byte in buffer.prefix(count) {
                if byte == UInt8(ascii: "\n") {
                    lines.withLock { $0.append(line) }
                    line = Data()
                    waiting.signal()
                } else {
                    line.append(byte)
                }
            }
            if line.count > limit { _exit(EX_DATAERR) }
        }
    }
}
