internal import Foundation
internal import Logging
package import Records

/// What people decide on records that are there.
extension ScanPipeline {
    /// A record as somebody finds it who is to decide.
    package struct Standing: Sendable {
        package var record: Record
        package var work: HumanWork
        /// Of its scan; nil where it is no more.
        package var pipeline: PipelineDefinition?
    }

    /// What is decided: the record as it is to stand, and which of its values were named.
    package struct Decision: Sendable {
        package var record: Record
        package var changes: [Revision.Change]

        package init(record: Record, changes: [Revision.Change] = []) {
            self.record = record
            self.changes = changes
        }
    }

    /// Why a decision could not be carried out; nothing of it was, then.
    package enum RevisingFailure: Error, Sendable, Equatable {
        case noRecord
        /// The original is missing or not what it was, so that no copy may be made of it.
        case damagedOriginal
        case noCopy
        /// Others kept deciding on the same record.
        case outdated
    }

    /// How often a decision is taken anew because somebody else was quicker.
    private static let decisionTries = 5

    /// Carries out what a person decides. The record, its index and its trail change in one transaction; the archival copy that bears its
    /// new title is there before it, and the old one goes after it.
    ///
    /// - Parameter decide: asked with the record as it stands, and again where another was quicker; nil where there is nothing to do.
    /// - Returns: the record as it stands now.
    package func revise(
        _ id: String, as step: Revision.Step, by who: String, because: String?, decide: (Standing) throws -> Decision?
    ) async throws -> Record {
        for _ in 0..<Self.decisionTries {
            guard let record = try await catalogue.record(id: id), let scan = try await catalogue.scan(id: record.scan) else {
                throw RevisingFailure.noRecord
            }
            let work = HumanWork(try await catalogue.revisions(ofRecord: id))
            let standing = Standing(record: record, work: work, pipeline: pipelines.first { $0.name == scan.pipeline })
            guard var decision = try decide(standing) else { return record }
            let copy = try await laterCopy(of: decision.record, before: record, scan)
            if let copy { decision.record.take(copy) }
            let revision = Revision(
                record: id, number: record.revision + 1, step: step, by: who, because: because, at: clock(), changes: decision.changes)
            do {
                let stored = try await catalogue.revise(decision.record, as: revision)
                if copy != nil, let old = record.copy { try? store.remove(old) }
                return stored
            } catch {
                if let copy { try? store.remove(copy) }
                guard error == .outdated else { throw error }
            }
        }
        throw RevisingFailure.outdated
    }

    /// A copy that says what is known now; nil where the present one does.
    private func laterCopy(of record: Record, before: Record, _ scan: Scan) async throws -> ArchivalCopy? {
        guard record.status != .rejected else { return nil }
        guard before.copy == nil || record.archivalProperties(scan) != before.archivalProperties(scan) else { return nil }
        guard await store.isIntact(scan.sha256) == true else {
            if before.copy == nil { return nil }
            throw RevisingFailure.damagedOriginal
        }
        let copy = try await archivalCopy(of: record, scan, name: Self.laterName(of: record))
        if copy == nil, before.copy != nil { throw RevisingFailure.noCopy }
        return copy
    }
}

extension Record {
    /// Has its copy, and no longer waits for one.
    fileprivate mutating func take(_ copy: ArchivalCopy) {
        self.copy = copy
        reviewReasons.removeAll { $0 == ReviewReason.noArchivalCopy }
        if reviewReasons.isEmpty, status == .needsReview { status = .accepted }
    }
}
