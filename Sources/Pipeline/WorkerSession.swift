internal import Foundation
internal import Logging
internal import Records
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// The life of one worker process, from its first job to its end.
struct WorkerSession {
    let pool: WorkerPool

    /// An answer longer than this is a runaway, not a page.
    private static let longestAnswerBytes = 64 << 20

    /// Works until the queue is closed or the worker dies. False when the process could not be started; then `first` is untouched.
    func run(first: JobQueue.Job) async -> Bool {
        let begun = Mutex(false)
        do {
            _ = try await Subprocess.run(
                .path(.init(pool.settings.executable)), arguments: .init(pool.settings.arguments),
                environment: .inherit.updating(["OMP_THREAD_LIMIT": "1"]), platformOptions: Self.ownGroup, input: .inputWriter, output: .sequence,
                error: .discarded
            ) { process in
                begun.withLock { $0 = true }
                await withTaskCancellationHandler {
                    await self.work(with: process, first: first)
                } onCancel: {
                    try? process.send(signal: .kill, toProcessGroup: true)
                }
                try? process.send(signal: .kill, toProcessGroup: true)
            }
        } catch {
            if !begun.withLock({ $0 }) { pool.log.error("a reading worker could not be started", metadata: ["cause": "\(error)"]) }
        }
        return begun.withLock { $0 }
    }

    private static var ownGroup: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        return options
    }

    private typealias Process = Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>

    private func work(with process: Process, first: JobQueue.Job) async {
        var lines = AnswerLines(process.standardOutput, longest: Self.longestAnswerBytes)
        var next: JobQueue.Job? = first
        while let job = next {
            let result = await answer(job, process, &lines)
            job.answer.resume(returning: result)
            if case .failure = result { return }
            next = await pool.queue.next()
        }
    }

    /// One question, one answer, within the bound; after it, the whole process group is ended.
    private func answer(_ job: JobQueue.Job, _ process: Process, _ lines: inout AnswerLines) async -> Result<WorkerAnswer, ReadingFailure> {
        let isLate = LateFlag()
        let bound = job.bound
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                guard (try? await Task.sleep(for: bound)) != nil else { return }
                isLate.raise()
                try? process.send(signal: .kill, toProcessGroup: true)
            }
            defer { group.cancelAll() }
            do {
                let question = try JSONEncoder().encode(job.request) + [10]
                _ = try await process.standardInputWriter.write(Array(question))
                if let line = try await lines.next() { return .success(try JSONDecoder().decode(WorkerAnswer.self, from: line)) }
            } catch {
                pool.log.debug("a reading worker broke off", metadata: ["cause": "\(type(of: error))"])
            }
            if Task.isCancelled { return .failure(.stopping) }
            return .failure(
                isLate.isRaised
                    ? ReadingFailure(.timedOut, "no answer within \(bound)", mayPass: true)
                    : ReadingFailure(.crashed, "the worker ended without an answer", mayPass: true))
        }
    }
}

/// Whether the bound has passed.
private final class LateFlag: Sendable {
    private let flag = Atomic(false)
    func raise() { flag.store(true, ordering: .relaxed) }
    var isRaised: Bool { flag.load(ordering: .relaxed) }
}

/// The worker's answers, a line each.
private struct AnswerLines {
    private var chunks: SubprocessOutputSequence.Iterator
    private var pending = Data()
    private let longest: Int

    init(_ output: SubprocessOutputSequence, longest: Int) {
        chunks = output.makeAsyncIterator()
        self.longest = longest
    }

    /// Nil at the end of the stream, or when a line is longer than allowed.
    mutating func next() async throws -> Data? {
        var searched = 0
        while true {
            if let end = pending[(pending.startIndex + searched)...].firstIndex(of: 10) {
                let line = Data(pending[..<end])
                pending = Data(pending[(end + 1)...])
                return line
            }
            searched = pending.count
            guard pending.count <= longest, let chunk = try await chunks.next() else { return nil }
            unsafe chunk.withUnsafeBytes { unsafe pending.append(contentsOf: $0) }
        }
    }
}
