import Foundation
import Glibc
import Records

/// The real standard output, kept for answers alone: what libraries print goes nowhere.
struct Answers {
    private let descriptor: Int32

    /// Takes standard output away from everyone else in the process. Library chatter may quote a file, so errors go nowhere too.
    init() {
        descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        dup2(nowhere, STDOUT_FILENO)
        dup2(nowhere, STDERR_FILENO)
        close(nowhere)
    }

    /// Writes one line. A parent that no longer reads ends the process.
    func write(_ answer: WorkerAnswer) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard var line = try? encoder.encode(answer) else { _exit(EX_SOFTWARE) }
        line.append(UInt8(ascii: "\n"))
        var rest = line[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { _exit(EX_IOERR) }
            rest = rest.dropFirst(count)
        }
    }
}
