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
            let question = desk.question(line)
            limits.allowNextRequest(pages: question.pages)
            answers.write(desk.answer(question))
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

    /// What a line asks.
    func question(_ line: Data) -> Result<WorkerRequest, ReadingFailure> {
        do { return .success(try JSONDecoder().decode(WorkerRequest.self, from: line)) } catch {
            return .failure(ReadingFailure(.unreadable, "a request that is not understood"))
        }
    }

    func answer(_ question: Result<WorkerRequest, ReadingFailure>) -> WorkerAnswer {
        do throws(ReadingFailure) {
            switch try question.get() {
            case .examine(let path): return .examined(try FileExaminer().examine(path))
            case .read(let request): return .read(try recogniser.read(request))
            case .archive(let request):
                try ArchivalWriter().write(request)
                return .archived
            case .crop(let request): return .cropped(try PageCropper().crops(request))
            case .table(let path, let output):
                try WorkbookReader().write(rowsOf: path, to: output)
                return .tabled
            case .prepare(let languages):
                try recogniser.prepare(languages)
                return .prepared
            }
        } catch { return .failed(error) }
    }
}

extension Result<WorkerRequest, ReadingFailure> {
    /// Pages that the request is about; 1 where it does not say.
    fileprivate var pages: Int {
        if case .success(.archive(let request)) = self { max(1, request.pages.count) } else { 1 }
    }
}
