internal import Records
internal import Synchronization

/// Work that waits for a worker: first come, first served. Who fans out a long file keeps only a few pages here at a time, so a
/// short file never waits for a long one.
final class JobQueue: Sendable {
    struct Job: Sendable {
        let request: WorkerRequest
        /// Wall-clock time after which the worker is ended.
        let bound: Duration
        let answer: CheckedContinuation<Result<WorkerAnswer, ReadingFailure>, Never>
    }

    private struct State {
        var jobs: [Job] = []
        var waiting: [CheckedContinuation<Job?, Never>] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.jobs.count } }

    func ask(_ request: WorkerRequest, bound: Duration) async -> Result<WorkerAnswer, ReadingFailure> {
        await withCheckedContinuation { answer in put(Job(request: request, bound: bound, answer: answer), first: false) }
    }

    /// Gives back a job that no worker has begun.
    func giveBack(_ job: Job) { put(job, first: true) }

    private func put(_ job: Job, first: Bool) {
        enum Turn { case queued, refused, handed(CheckedContinuation<Job?, Never>) }
        let turn: Turn = state.withLock { state in
            if state.isClosed { return .refused }
            if !state.waiting.isEmpty { return .handed(state.waiting.removeFirst()) }
            state.jobs.insert(job, at: first ? 0 : state.jobs.endIndex)
            return .queued
        }
        switch turn {
        case .queued: break
        case .refused: job.answer.resume(returning: .failure(.stopping))
        case .handed(let worker): worker.resume(returning: job)
        }
    }

    /// The next job; nil when the queue is closed.
    func next() async -> Job? {
        await withCheckedContinuation { worker in
            let job: Job?? = state.withLock { state in
                if state.isClosed { return .some(nil) }
                if !state.jobs.isEmpty { return state.jobs.removeFirst() }
                state.waiting.append(worker)
                return nil
            }
            if let job { worker.resume(returning: job) }
        }
    }

    /// Answers everyone who waits, now and later: jobs with `stopping`, workers with nil.
    func close() {
        let left = state.withLock { state in
            defer { state = State(isClosed: true) }
            return state
        }
        for job in left.jobs { job.answer.resume(returning: .failure(.stopping)) }
        for worker in left.waiting { worker.resume(returning: nil) }
    }
}

extension ReadingFailure {
    /// The daemon is stopping: nothing is wrong with the file.
    static let stopping = ReadingFailure(.crashed, "stopping", mayPass: true)
}
