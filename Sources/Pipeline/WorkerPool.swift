package import Foundation
package import Logging
package import Records
internal import Synchronization

/// The reading workers: as many processes as asked for, each with a warm engine, each doing one page at a time.
///
/// Whatever a file does to a worker (crash, hang, eat memory) ends that worker and that attempt, and nothing else.
package final class WorkerPool: PageReader {
    /// How a worker is started and how long it may take.
    package struct Settings: Sendable {
        /// This program.
        package var executable: String
        /// What makes it a worker.
        package var arguments: [String]
        package var workers: Int
        /// Wall-clock time for one page.
        package var pageBound: Duration
        /// Wall-clock time for a first look at a file, which reads all of it.
        package var examineBound: Duration
        /// Wall-clock time for an archival copy: to begin and end it, and for each of its pages.
        package var archiveBound: (base: Duration, page: Duration)

        package init(
            executable: String, arguments: [String], workers: Int, pageBound: Duration = .seconds(120), examineBound: Duration = .seconds(120),
            archiveBound: (base: Duration, page: Duration) = (.seconds(30), .seconds(10))
        ) {
            self.executable = executable
            self.arguments = arguments
            self.workers = workers
            self.pageBound = pageBound
            self.examineBound = examineBound
            self.archiveBound = archiveBound
        }
    }

    package let settings: Settings
    let meter: ReadingMeter
    let queue = JobQueue()
    let log: Logger
    private let alive = Mutex(0)

    package init(settings: Settings, meter: ReadingMeter, log: Logger) {
        self.settings = settings
        self.meter = meter
        self.log = log
    }

    /// Workers that are running now.
    package var workersAlive: Int { alive.withLock { $0 } }
    /// Pages and files that wait for one.
    package var waiting: Int { queue.count }

    /// Keeps the workers running until the task is cancelled; then ends them and answers who waits.
    package func run() async {
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                for _ in 0..<settings.workers { group.addTask { await self.keepOneRunning() } }
            }
        } onCancel: {
            queue.close()
        }
        queue.close()
    }

    private func keepOneRunning() async {
        var pause = Self.firstPause
        while let job = await queue.next() {
            let worker = WorkerSession(pool: self)
            alive.withLock { $0 += 1 }
            let began = await worker.run(first: job)
            alive.withLock { $0 -= 1 }
            if Task.isCancelled { return }
            if began {
                meter.workerEnded()
                pause = Self.firstPause
            } else {
                queue.giveBack(job)
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    /// Between tries to start a worker when the system refuses (no memory, no processes).
    private static let firstPause = Duration.milliseconds(200)
    private static let longestPause = Duration.seconds(10)

    package func examine(_ path: String) async throws(ReadingFailure) -> Examination {
        switch await queue.ask(.examine(path: path), bound: settings.examineBound) {
        case .success(.examined(let examination)): return examination
        case .success(.failed(let failure)): throw failure
        case .success: throw .otherAnswer
        case .failure(let failure): throw failure
        }
    }

    package func read(_ request: PageRequest) async throws(ReadingFailure) -> PageReading {
        let started = ContinuousClock.now
        switch await queue.ask(.read(request), bound: settings.pageBound) {
        case .success(.read(let reading)):
            meter.pageRead(in: .now - started)
            return reading
        case .success(.failed(let failure)): throw failure
        case .success: throw .otherAnswer
        case .failure(let failure): throw failure
        }
    }

    package func archive(_ request: ArchivalRequest) async throws(ReadingFailure) {
        let bound = settings.archiveBound.base + settings.archiveBound.page * request.pages.count
        switch await queue.ask(.archive(request), bound: bound) {
        case .success(.archived): return
        case .success(.failed(let failure)): throw failure
        case .success: throw .otherAnswer
        case .failure(let failure): throw failure
        }
    }

    /// Pieces of a page as JPEG, in the order of the boxes.
    package func crop(_ request: CropRequest) async throws(ReadingFailure) -> [Data] {
        switch await queue.ask(.crop(request), bound: settings.pageBound) {
        case .success(.cropped(let pieces)): return pieces
        case .success(.failed(let failure)), .failure(let failure): throw failure
        case .success: throw .otherAnswer
        }
    }

    /// Writes the rows of a workbook down at `output`, one JSON object a line.
    package func writeRows(ofWorkbook path: String, to output: String) async throws(ReadingFailure) {
        switch await queue.ask(.table(path: path, output: output), bound: settings.examineBound) {
        case .success(.tabled): return
        case .success(.failed(let failure)), .failure(let failure): throw failure
        case .success: throw .otherAnswer
        }
    }

    /// Whether a worker can be started here and has what pages in these languages need; the answer is the proof.
    package func prepare(_ languages: String) async throws(ReadingFailure) {
        switch await queue.ask(.prepare(languages: languages), bound: settings.examineBound) {
        case .success(.prepared): return
        case .success(.failed(let failure)), .failure(let failure): throw failure
        case .success: throw ReadingFailure(.crashed, "the worker answered another question", mayPass: true)
        }
    }
}

extension ReadingFailure {
    fileprivate static let otherAnswer = ReadingFailure(.crashed, "the worker answered another question", mayPass: true)
}
