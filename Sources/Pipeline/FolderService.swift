package import Logging
package import Records
internal import Synchronization

/// The daemon's work: watches every pipeline's folder and takes each file on its way, a few at a time.
package final class FolderService: Sendable {
    let pipeline: ScanPipeline
    let inboxes: [any Inbox]
    let slots: Slots
    let log: Logger
    private let looked = Mutex<Set<String>>([])
    let ledger: TroubleLedger
    /// How often a file whose time changes, but not its bytes, is asked to leave before it is looked at anew.
    private static let departureTries = 3

    /// - Parameter scansAtOnce: scans under way at the same time; more than the workers, so that a short file does not wait for a long one.
    package init(pipeline: ScanPipeline, inboxes: [any Inbox], scansAtOnce: Int, log: Logger) {
        self.pipeline = pipeline
        self.inboxes = inboxes
        slots = Slots(scansAtOnce)
        self.log = log
        ledger = TroubleLedger(log: log)
    }

    /// Whether every folder has been looked at once: from then on nothing that is dropped there is missed.
    package var isWatching: Bool { looked.withLock { $0.count == inboxes.count } }

    /// What keeps work from going on, by pipeline, in English; empty when all is well.
    package var troubles: [String: String] { ledger.troubles }

    /// What lies in all inboxes and has not left them.
    package var backlog: InboxBacklog { inboxes.reduce(InboxBacklog()) { $0 + $1.backlog } }

    /// Goes on with what an earlier run left, and watches, until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            await forgetLostScans()
            for leftover in await leftovers() {
                await pipeline.noteWaiting(leftover)
                group.addTask { await self.resume(leftover) }
            }
            for inbox in inboxes { group.addTask { await self.watch(inbox) } }
        }
    }

    /// Looking goes on while files wait for a slot, so that what comes meanwhile is seen; they are taken in the order they were offered.
    private func watch(_ inbox: any Inbox) async {
        let (files, offers) = AsyncStream.makeStream(of: InboxFile.self)
        await withDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    for file in self.look(into: inbox) { offers.yield(file) }
                    await inbox.waitForChange()
                }
                offers.finish()
            }
            for await file in files {
                guard await slots.take() else { return }
                guard let file = inbox.begin(file) else {
                    slots.give()
                    continue
                }
                group.addTask {
                    await self.handle(file, in: inbox)
                    self.slots.give()
                }
            }
        }
    }

    private func look(into inbox: any Inbox) -> [InboxFile] {
        let name = inbox.pipeline.name
        do {
            let files = try inbox.look()
            looked.withLock { _ = $0.insert(name) }
            ledger.set(inbox.complaint, of: .folder, in: name)
            ledger.forget(in: name) { !inbox.holds($0) }
            if inbox.backlog == InboxBacklog() { ledger.set(nil, of: .work, in: name) }
            return files
        } catch {
            ledger.set(error.cause, of: .folder, in: name)
            return []
        }
    }

    /// One file of one inbox, to its outcome or back.
    private func handle(_ file: InboxFile, in inbox: any Inbox) async {
        let name = inbox.pipeline.name
        let source = ScanSource(
            location: file.location, fileName: file.path.name, folders: file.path.folders, pipeline: name, inboxPath: file.path)
        do {
            guard let scan = try await pipeline.take(source, isFinal: file.isOverdue) else { return inbox.putBack(file) }
            try await release(file, of: scan, from: inbox)
            ledger.set(nil, of: .work, in: name)
            ledger.set(nil, of: .file(file.path), in: name)
        } catch Interruption.noAccess where file.isOverdue {
            setAside(file, in: inbox)
        } catch {
            inbox.putBack(file)
            report(error, of: name)
        }
    }

    /// The inbox file of an ended scan leaves. Clients of shares set a file's time late: one that has changed since it was offered is
    /// still the scan's while its bytes are; with other bytes it is another scan, and stays.
    private func release(_ file: InboxFile, of scan: Scan, from inbox: any Inbox) async throws {
        var file = file
        for _ in 0..<Self.departureTries {
            guard let changed = try inbox.release(file, as: Departure(scan)) else { return try await released(scan) }
            let hash = await pipeline.store.hash(ofFileAt: changed.location)
            if hash != scan.sha256 {
                inbox.putBack(file)
                if hash != nil || !inbox.holds(file.path) { try await released(scan) }
                return
            }
            file = changed
        }
        inbox.putBack(file)
    }

    private func released(_ scan: Scan) async throws(Interruption) {
        try await Interruption.wrap { try await pipeline.catalogue.released(scan: scan.id) }
    }

    /// A file that may not be read, for as long as one that is not whole is waited for: it goes to the clerk with its reason. It was
    /// never taken, so the catalogue has nothing of it.
    private func setAside(_ file: InboxFile, in inbox: any Inbox) {
        let name = inbox.pipeline.name
        do {
            if try inbox.release(file, as: .rejected(SetAsideReason(.noAccess))) != nil { return inbox.putBack(file) }
            log.error("a file may not be read and was set aside", metadata: ["pipeline": "\(name)"])
            ledger.set(nil, of: .file(file.path), in: name)
        } catch {
            inbox.putBack(file)
            ledger.set("a file may neither be read nor moved: \(error.cause)", of: .file(file.path), in: name)
        }
    }

    private func report(_ error: any Error, of name: String) {
        let cause: String
        switch error {
        case Interruption.stopping, Interruption.sourceChanged, Interruption.notAFile, Interruption.noAccess: return
        case Interruption.noRoom(let said), Interruption.failed(let said): cause = said
        case let failure as InboxFailure: cause = failure.cause
        default: cause = "\(type(of: error))"
        }
        ledger.set(cause, of: .work, in: name)
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
