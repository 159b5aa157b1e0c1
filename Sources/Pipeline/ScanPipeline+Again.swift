internal import Foundation
internal import Logging
package import Records

/// Reading a recorded scan again, after an upgrade or with a new rule.
extension ScanPipeline {
    /// What came of it.
    package enum Rereading: Sendable {
        case replaced([RereadRecord])
        /// A page bears a mark of secrecy: the catalogue knows nothing of the scan any more, and its files have to be set aside.
        case restricted(Scan)
    }

    /// How often a new reading is put in place anew because somebody decided on one of its records meanwhile.
    private static let replacingTries = 5

    /// Reads the original in the store again, page by page, screens each page as at the first time, and puts what is read in the place of what
    /// was. Records keep their identity by the pages they share; what people decided stays.
    ///
    /// Killed at any moment, the catalogue has either the old or the new; the same call again goes through.
    /// - Returns: nil while another process works on the same bytes.
    package func readAgain(
        _ id: String, by who: String, progress: @escaping Progress = { _ in }
    ) async throws(Interruption) -> Rereading? {
        guard let scan = try await Interruption.wrap({ try await catalogue.scan(id: id) }), scan.state == .recorded else {
            throw .failed("no recorded scan \(id)")
        }
        guard let spooled = store.claim(scan.sha256) else { return nil }
        defer { store.leave(scan.sha256) }
        guard await store.isIntact(scan.sha256) == true else { throw .failed("the original is not what was taken; see sohoa verify") }
        var work = ScanWork(spooled, pipeline: pipelines.first { $0.name == spooled.pipeline }, life: ScanLife())
        work.scan = scan
        work.released = try await Interruption.wrap { try await catalogue.releasedMarks(of: scan.sha256) }
        if let finding = try await readAllAgain(&work, progress: progress) { return .restricted(try await withhold(work.scan, finding, by: who)) }
        return .replaced(try await replace(work, by: who))
    }

    /// Returns the mark that was found.
    private func readAllAgain(_ work: inout ScanWork, progress: @escaping Progress) async throws(Interruption) -> SecretFinding? {
        let event = try await examine(&work)
        guard case .examined(let pages, _) = event else { throw .failed("the original cannot be read any more") }
        guard case .read(let all) = work.life.event(.examined(pages: pages, alreadyRead: [])) else { throw .failed("the original has no pages") }
        var action = try await read(all, of: &work, progress: progress)
        while case .read(let more) = action { action = try await read(more, of: &work, progress: progress) }
        switch action {
        case .restrict(let finding): return finding
        case .reject(let reason): throw .failed("a page cannot be read any more: \(reason.code.rawValue)")
        default: return nil
        }
    }

    private func withhold(_ scan: Scan, _ finding: SecretFinding, by who: String) async throws(Interruption) -> Scan {
        var held = scan
        held.state = .restricted
        (held.fileName, held.inboxPath) = (nil, nil)
        held.markedPage = finding.page
        held.reason = SetAsideReason(.secretMark, mark: finding.mark)
        held.finishedAt = clock()
        let restricted = held
        try await Interruption.wrap { try await catalogue.withhold(restricted, by: who) }
        log.info("a recorded scan was held back", metadata: ["scan": "\(scan.id)"])
        return restricted
    }

    private func replace(_ work: ScanWork, by who: String) async throws(Interruption) -> [RereadRecord] {
        let readings = try makeRecords(of: work)
        for _ in 0..<Self.replacingTries {
            let stored = try await Interruption.wrap { try await catalogue.records(ofScan: work.scan.id) }
            var plan = RereadPlan(stored, readings: readings, work: try await humanWork(on: stored))
            let copies = try await copies(for: &plan, work.scan)
            let replacement = plan.replacement(of: work.scan, by: who, at: clock())
            do {
                try await catalogue.replace(replacement) { page in PageText(try store.reading(of: page, of: work.hash)) }
                for old in copies.old { try? store.remove(old) }
                log.info("a scan was read again", metadata: ["scan": "\(work.scan.id)", "records": "\(replacement.records.count)"])
                return plan.outcomes
            } catch {
                for new in copies.new { try? store.remove(new) }
                guard error == .outdated else { throw Interruption(error) }
            }
        }
        throw .failed("its records kept changing meanwhile")
    }

    private func humanWork(on records: [Record]) async throws(Interruption) -> [String: RereadPlan.Bond] {
        var bonds: [String: RereadPlan.Bond] = [:]
        for record in records {
            let revisions = try await Interruption.wrap { try await catalogue.revisions(ofRecord: record.id) }
            let isUsed = try await Interruption.wrap { try await isRestedOn(record) }
            bonds[record.id] = RereadPlan.Bond(work: HumanWork(revisions), isUsed: isUsed)
        }
        return bonds
    }

    /// Whether the ledger of reuse or a person's routing rests on it.
    private func isRestedOn(_ record: Record) async throws -> Bool {
        if try await catalogue.route(ofRecord: record.id) != nil { return true }
        return try await catalogue.isReused(record.id)
    }

    /// New archival copies, whose text layer is the new reading; one that comes out the same is none.
    private func copies(for plan: inout RereadPlan, _ scan: Scan) async throws(Interruption) -> (new: [ArchivalCopy], old: [ArchivalCopy]) {
        var new: [ArchivalCopy] = []
        var old = plan.withdrawn.compactMap(\.copy)
        for index in plan.records.indices where plan.records[index].isRead {
            let record = plan.records[index].record
            let copy: ArchivalCopy?
            do {
                copy = try await archivalCopy(
                    of: record, scan, name: record.copy == nil && record.revision == 1 ? record.id : Self.laterName(of: record))
            } catch {
                for copy in new { try? store.remove(copy) }
                throw error
            }
            if let copy, copy.sha256 == record.copy?.sha256, copy.path != record.copy?.path {
                try? store.remove(copy)
                continue
            }
            if let copy {
                new.append(copy)
                if let replaced = record.copy, replaced != copy { old.append(replaced) }
            }
            plan.records[index].take(copy)
        }
        return (new, old)
    }
}
