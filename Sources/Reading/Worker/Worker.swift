import Foundation
import Glibc
import Records

/// The loop of a worker process: requests in, answers out, until its parent closes the pipe.
///
/// Everything that parses bytes of a scan happens below this loop. Libraries may crash, hang or balloon here; the parent sees a
/// dead process and goes on.
package enum Worker {
    /// Never returns: the process ends with its standard input.
    package static func run(_ limits: WorkerLimits) -> Never {
        useOneThread()
        limits.apply()
        let answers = Answers()
        let requests = Requests(limit: limits.requestBytes)
        let desk = WorkerDesk()
        requests.listen()
        while true {
            let line = requests.next()
            limits.allowNextRequest()
            answers.write(desk.answer(line))
        }
    }

    /// Tesseract's OpenMP threads cost more than they bring where processes share cores. The runtime reads its variable when the
    /// process starts, so a process that lacks it starts itself again.
    private static func useOneThread() {
        guard unsafe getenv("OMP_THREAD_LIMIT") == nil, unsafe setenv("OMP_THREAD_LIMIT", "1", 1) == 0 else { return }
        var arguments = unsafe CommandLine.arguments.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        _ = unsafe execv("/proc/self/exe", arguments)
    }
}

/// Answers single requests; holds the warm engine.
final class WorkerDesk {
    private let recogniser = PageRecogniser()

    func answer(_ line: Data) -> WorkerAnswer {
        do throws(ReadingFailure) {
            switch try request(line) {
            case .examine(let path): return .examined(try FileExaminer().examine(path))
            case .read(let request): return .read(try recogniser.read(request))
            }
        } catch { return .failed(error) }
    }

    private func request(_ line: Data) throws(ReadingFailure) -> WorkerRequest {
        do { return try JSONDecoder().decode(WorkerRequest.self, from: line) } catch {
            throw ReadingFailure(.unreadable, "a request that is not understood")
        }
    }
}
