import DurableFiles
import Foundation
import Logging
import Pipeline
import Records
import ServiceLifecycle
import Synchronization
import Web

/// Folders and workers of the running daemon, and what it says of itself.
final class Daemon: Service, ServiceStatus {
    private let house: Installation
    private let folders: FolderService
    private let workers: WorkerPool
    private let meter = ReadingMeter()
    private let log: Logger
    private let state = Mutex(State())

    private struct State {
        /// What keeps workers from reading, in words for people; nil once they have been proven.
        var workersTrouble: String? = Phrases.workersNotProven
        /// Nil until the store was measured for the first time.
        var storeBytes: Int?
    }

    /// Less free room than this, in bytes, and the daemon says that it is not ready: a few hundred scans.
    static let leastFreeBytes = 200 << 20
    /// Between two tries to prove the workers.
    private static let provingPause = Duration.seconds(15)
    /// The store is measured by walking it, which takes time: not more often than this, and not for more than a twentieth of the time.
    private static let measurePause = Duration.seconds(60)
    private static let measureShare = 20

    init(house: Installation, log: Logger) throws {
        self.house = house
        self.log = log
        workers = house.workers(meter, log: log)
        folders = FolderService(
            pipeline: house.scanPipeline(reader: workers, log: log), inboxes: try house.inboxes(),
            scansAtOnce: house.configuration.workerCount + 2, log: log)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.workers.run() }
                group.addTask { await self.folders.run() }
                group.addTask { await self.proveWorkers() }
                group.addTask { await self.showProgress() }
                group.addTask { await self.setAsideLeftovers() }
                group.addTask { await self.measureStore() }
            }
        }
    }

    /// Asks at the start whether a worker can be started here and read what each pipeline is in, and again until it can: whoever
    /// mends the machine need not start the daemon anew.
    private func proveWorkers() async {
        repeat {
            let trouble = await workersTrouble()
            state.withLock { $0.workersTrouble = trouble }
            if trouble == nil { return }
        } while (try? await Task.sleep(for: Self.provingPause)) != nil
    }

    /// What was held back when a program ended before its files were set aside.
    private func setAsideLeftovers() async {
        do {
            try await HeldFiles(house).setAsideLeftovers()
        } catch {
            log.error("a file that is held back could not be set aside; run sohoa restricted list")
        }
    }

    private func workersTrouble() async -> String? {
        for languages in house.languages {
            do {
                try await workers.prepare(languages)
            } catch {
                return error.isInstallationFault ? Phrases.noLanguageData(languages) : Phrases.workersNotProven
            }
        }
        return nil
    }

    /// On a terminal, one line that says what is under way.
    private func showProgress() async {
        guard StandardError.isTerminal else { return }
        while (try? await Task.sleep(for: .milliseconds(500))) != nil {
            let read = meter.figures.pagesByDuration.reduce(0, +)
            StandardError.write("\r\u{1B}[K" + Phrases.underWay(read: read, waiting: workers.waiting) + "\r")
        }
    }

    func readiness() async -> [ReadinessCheck] {
        let free = Folder.freeBytes(at: house.data) ?? 0
        let workersTrouble = state.withLock(\.workersTrouble)
        let troubles = folders.troubles
        return [
            ReadinessCheck(name: "disk", isReady: free >= Self.leastFreeBytes, detail: free >= Self.leastFreeBytes ? nil : Phrases.diskLow(free)),
            ReadinessCheck(name: "workers", isReady: workersTrouble == nil, detail: workersTrouble),
            ReadinessCheck(
                name: "watcher", isReady: folders.isWatching && troubles.isEmpty,
                detail: troubles.isEmpty ? (folders.isWatching ? nil : Phrases.notWatching) : Phrases.foldersInTrouble(troubles)),
        ]
    }

    func gauges() async -> DaemonGauges {
        let figures = meter.figures
        let backlog = folders.backlog
        return DaemonGauges(
            pipelines: house.pipelines.map(\.name), queuePages: workers.waiting + backlog.files, oldestWaiting: backlog.oldestSeen,
            workerRestarts: figures.restarts, storeBytes: state.withLock(\.storeBytes),
            pageReadSeconds: DurationHistogram(bounds: ReadingMeter.buckets, counts: figures.pagesByDuration, sum: figures.pageSeconds),
            version: Version.text)
    }

    /// Beside the scrapes, none of which waits for it.
    private func measureStore() async {
        var pause = Duration.zero
        repeat {
            let started = ContinuousClock.now
            let bytes = await house.store.bytesUsed()
            if Task.isCancelled { return }
            state.withLock { $0.storeBytes = bytes }
            pause = max(Self.measurePause, (ContinuousClock.now - started) * Self.measureShare)
        } while (try? await Task.sleep(for: pause)) != nil
    }
}
