package import Logging
package import Records
internal import Synchronization

/// The daemon's work: watches every pipeline's folder and takes each file on its way, a few at a time.
package final class FolderService: Sendable {
    let pipeline: ScanPipeline
    let inboxes: [any Inbox]
    let slots: Slots
    let log: Logger
    private let state: Mutex<State>

    private struct State {
        var looked: Set<String> = []
        var trouble: [String: String] = [:]
    }

    /// - Parameter scansAtOnce: scans under way at the same time; more than the workers, so that a short file does not wait for a long one.
    package init(pipeline: ScanPipeline, inboxes: [any Inbox], scansAtOnce: Int, log: Logger) {
        self.pipeline = pipeline
        self.inboxes = inboxes
        slots = Slots(scansAtOnce)
        self.log = log
        state = Mutex(State())
    }

    /// Whether every folder has been looked at once: from then on nothing that is dropped there is missed.
    package var isWatching: Bool { state.withLock { $0.looked.count == inboxes.count } }

    /// What keeps work from going on, by pipeline, in English; empty when all is well.
    package var troubles: [String: String] { state.withLock { $0.trouble } }

    /// Goes on with what an earlier run left, and watches, until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            await forgetLostScans()
            for leftover in await leftovers() { group.addTask { await self.resume(leftover) } }
            for inbox in inboxes { group.addTask { await self.watch(inbox) } }
        }
    }

    private func watch(_ inbox: any Inbox) async {
        let name = inbox.pipeline.name
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    let files = try inbox.look()
                    state.withLock { _ = $0.looked.insert(name) }
                    set(trouble: nil, of: name)
                    for file in files {
                        guard await slots.take() else { return }
                        group.addTask {
                            await self.handle(file, in: inbox)
                            self.slots.give()
                        }
                    }
                } catch {
                    report(error, of: name)
                }
                await inbox.waitForChange()
            }
        }
    }

    /// One file of one inbox, to its outcome or back.
    private func handle(_ file: InboxFile, in inbox: any Inbox) async {
        let source = ScanSource(
            location: file.location, fileName: file.path.name, folders: file.path.folders, pipeline: inbox.pipeline.name, inboxPath: file.path)
        do {
            guard let scan = try await pipeline.take(source, isFinal: file.isOverdue) else { return inbox.putBack(file) }
            try inbox.release(file, as: Departure(scan))
            try await Interruption.wrap { try await pipeline.catalogue.released(scan: scan.id) }
            set(trouble: nil, of: inbox.pipeline.name)
        } catch {
            inbox.putBack(file)
            report(error, of: inbox.pipeline.name)
        }
    }

    private func report(_ error: any Error, of name: String) {
        let cause: String
        switch error {
        case Interruption.stopping, Interruption.sourceChanged: return
        case Interruption.noRoom(let said), Interruption.failed(let said): cause = said
        case let failure as InboxFailure: cause = failure.cause
        default: cause = "\(type(of: error))"
        }
        set(trouble: cause, of: name)
    }

    private func set(trouble: String?, of name: String) {
        let before = state.withLock { state in
            defer { state.trouble[name] = trouble }
            return state.trouble[name]
        }
        if let trouble, trouble != before { log.error("a folder cannot be worked on", metadata: ["pipeline": "\(name)", "cause": "\(trouble)"]) }
    }
}

/// What an earlier run left.
extension FolderService {
    private func leftovers() async -> [SpooledScan] {
        var found: [SpooledScan] = (try? await pipeline.store.leftovers()) ?? []
        let unfinished = (try? await pipeline.catalogue.unfinishedScans()) ?? []
        for scan in unfinished where pipeline.store.isStored(scan.sha256) {
            if let claimed = pipeline.store.claim(scan.sha256) { found.append(claimed) }
        }
        return found
    }

    /// Scans that the catalogue believes to be under way but of which no bytes are left here: their files are still in their inboxes.
    private func forgetLostScans() async {
        for scan in (try? await pipeline.catalogue.unfinishedScans()) ?? [] where !pipeline.store.isKept(scan.sha256) {
            try? await pipeline.catalogue.forget(scan: scan.id)
        }
        for scan in (try? await pipeline.catalogue.unreleasedScans()) ?? [] {
            guard let path = scan.inboxPath, let inbox = inboxes.first(where: { $0.pipeline.name == scan.pipeline }) else { continue }
            if !inbox.holds(InboxPath(path)) { try? await pipeline.catalogue.released(scan: scan.id) }
        }
    }

    /// Finishes a scan; its inbox file, if it is still there, leaves when the folder is looked at and shows it again.
    private func resume(_ spooled: SpooledScan) async {
        guard await slots.take() else { return pipeline.store.leave(spooled.sha256) }
        defer { slots.give() }
        do {
            _ = try await pipeline.finish(spooled)
        } catch {
            report(error, of: spooled.pipeline ?? ScanWork.noPipeline)
        }
    }
}

extension Departure {
    init(_ scan: Scan) {
        self =
            switch scan.state {
            case .rejected: .rejected(scan.reason ?? SetAsideReason(.unreadable))
            case .restricted: .restricted
            case .recorded, .duplicate, .waiting, .reading: .done
            }
    }
}
