package import Foundation
package import Logging
package import Records

/// The way of a scan, in one place. Read `take` and `finish` first: the rest of the program serves them.
package struct ScanPipeline: Sendable {
    let reader: any PageReader
    let understander: any Understander
    let store: any ScanStore
    let catalogue: any Catalogue
    let pipelines: [PipelineDefinition]
    let limits: Limits
    /// Who takes scans in, in the trail.
    let actor: String
    let clock: @Sendable () -> Date
    let log: Logger

    /// How much of one scan is under way at once.
    package struct Limits: Sendable {
        /// Pages of one scan that wait for or are in a worker at the same time. Twice the workers keeps every worker busy.
        package var pagesAhead: Int

        package init(workers: Int) { pagesAhead = 2 * max(1, workers) }
    }

    package init(
        reader: any PageReader, understander: any Understander, store: any ScanStore, catalogue: any Catalogue, pipelines: [PipelineDefinition],
        limits: Limits, actor: String = AuditEntry.daemon, log: Logger, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.reader = reader
        self.understander = understander
        self.store = store
        self.catalogue = catalogue
        self.pipelines = pipelines
        self.limits = limits
        self.actor = actor
        self.clock = clock
        self.log = log
    }

    /// Takes one file from where it lies to its outcome.
    ///
    /// - Parameters:
    ///   - isFinal: whether the file is as whole as it will ever be; else one that is not whole is left where it is.
    ///   - progress: called as pages are read.
    /// - Returns: the scan in its outcome; nil when the file is not ready, or another process works on the same bytes.
    package func take(_ source: ScanSource, isFinal: Bool, progress: @escaping Progress = { _ in }) async throws(Interruption) -> Scan? {
        if !isFinal, await isStillBeingWritten(source.location) { return nil }
        guard let spooled = try await Interruption.wrap({ try await store.spool(source) }) else { return nil }
        return try await finish(spooled, progress: progress)
    }

    /// Takes a scan whose bytes are in the spool to its outcome. Every step can be repeated: after a crash the same call goes on
    /// where the last one stopped.
    package func finish(_ spooled: SpooledScan, progress: @escaping Progress = { _ in }) async throws(Interruption) -> Scan {
        defer { store.leave(spooled.sha256) }
        if let earlier = try await knownAlready(spooled) { return earlier }
        var work = ScanWork(spooled, pipeline: pipelines.first { $0.name == spooled.pipeline }, life: ScanLife(attempts: try failures(of: spooled)))
        work.released = try await Interruption.wrap { try await catalogue.releasedMarks(of: work.hash) }
        try await note(work, as: .reading)
        var action = work.life.event(try await examine(&work))
        while true {
            switch action {
            case .read(let pages): action = try await read(pages, of: &work, progress: progress)
            case .promote:
                try await Interruption.wrap { try await store.promote(work.hash) }
                action = work.life.event(.stored)
            case .catalogue:
                try await enterIntoCatalogue(&work)
                action = work.life.event(.catalogued)
            case .restrict(let finding): return try await restrict(work, finding)
            case .reject(let reason): return try await reject(work, reason)
            case .release, .nothing:
                try Interruption.wrap { try store.discard(work.hash) }
                return work.scan
            }
        }
    }

    /// Whether the file, where it lies, is one that is still being written: not whole, but it may become so.
    private func isStillBeingWritten(_ location: String) async -> Bool {
        do {
            _ = try await reader.examine(location)
            return false
        } catch {
            return error.mayPass && [.empty, .truncated].contains(error.code)
        }
    }

    private func failures(of spooled: SpooledScan) throws(Interruption) -> [Int: Int] {
        try Interruption.wrap { try store.failures(of: spooled.sha256) }
    }

    /// Tells the catalogue what is under way: by hash alone, since nothing of the file has passed its screen.
    private func note(_ work: ScanWork, as state: ScanState) async throws(Interruption) {
        var scan = work.scan
        scan.fileName = nil
        scan.inboxPath = nil
        scan.state = state
        try await Interruption.wrap { try await catalogue.note(scan) }
    }

    /// Tells the catalogue of a scan in the spool whose turn has not come. Only for show: where it fails, the turn comes all the same.
    func noteWaiting(_ spooled: SpooledScan) async {
        try? await note(ScanWork(spooled, pipeline: pipelines.first { $0.name == spooled.pipeline }, life: ScanLife()), as: .waiting)
    }

    /// The first look at the bytes in the spool. A look that ends its worker is tried as often as a page.
    func examine(_ work: inout ScanWork) async throws(Interruption) -> ScanLife.Event {
        var last = ReadingFailure(.crashed, "never looked at")
        for _ in 0..<ScanLife.attemptsPerPage {
            do {
                let found = try await reader.examine(store.original(of: work.hash))
                work.scan.mediaType = found.mediaType
                work.scan.pages = found.pages
                return .examined(pages: found.pages, alreadyRead: try Interruption.wrap { try store.pagesRead(of: work.hash) })
            } catch let failure as ReadingFailure {
                if Task.isCancelled { throw .stopping }
                if failure.isInstallationFault { throw .failed(failure.detail) }
                last = failure
                if ![.crashed, .timedOut].contains(failure.code) { break }
            } catch let interruption as Interruption {
                throw interruption
            } catch {
                throw .failed("\(error)")
            }
        }
        log.notice("a file was refused", metadata: ["scan": "\(work.scan.id)", "code": "\(last.code.rawValue)", "detail": "\(last.detail)"])
        return .refused(SetAsideReason(last))
    }
}

/// One scan while it is under way.
struct ScanWork {
    let spooled: SpooledScan
    let pipeline: PipelineDefinition?
    var scan: Scan
    var life: ScanLife
    /// Marks on its pages that a person has said to be none.
    var released: Set<SecretFinding> = []
    let started = ContinuousClock.now

    init(_ spooled: SpooledScan, pipeline: PipelineDefinition?, life: ScanLife) {
        self.spooled = spooled
        self.pipeline = pipeline
        self.life = life
        scan = Scan(
            id: spooled.id, sha256: spooled.sha256, fileName: spooled.fileName, pipeline: pipeline?.name ?? Self.noPipeline, bytes: spooled.bytes,
            state: .reading, takenAt: spooled.takenAt, inboxPath: spooled.inboxPath)
    }

    var hash: ContentHash { spooled.sha256 }

    /// Stands for the pipeline of a file that was read in place and has not shown yet where it belongs.
    static let noPipeline = "ingest"

    mutating func ended(_ state: ScanState, at now: Date) {
        let elapsed = (ContinuousClock.now - started).components
        scan.state = state
        scan.finishedAt = now
        scan.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    }
}
