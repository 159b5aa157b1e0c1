internal import Foundation
package import Records

/// One record after its scan was read again.
package struct RereadRecord: Sendable, Equatable {
    package var id: String
    package var outcome: Outcome
    /// Before and after.
    package var changes: [Revision.Change]
    /// A person's value that stays, and what was read now.
    package var kept: [Revision.Change]
    package var status: Record.Status?
    package var reviewReasons: [String]

    package enum Outcome: String, Sendable, Codable {
        case unchanged, changed
        /// Pages that were another record's, or none's.
        case added
        /// It has no pages left, and nobody had worked on it.
        case withdrawn
        /// It has no pages left, but people have worked on it: it stays as it was, and waits for a person.
        case stranded
    }
}

/// What becomes of a scan's records when it is read again. Pure: who keeps whose identity, and what is new.
///
/// A record keeps its identity where it shares more pages with a new part than any other does. A part that nobody had is a new record,
/// which a person looks at. A record whose pages have all gone to others is withdrawn, unless a person has worked on it: that
/// is never taken away without one.
struct RereadPlan {
    /// What ties people to a record.
    struct Bond {
        var work: HumanWork
        /// Reused for a case, or routed.
        var isUsed: Bool
        var isFree: Bool { work.isEmpty && !isUsed }
    }

    struct Planned {
        var record: Record
        var before: Record?
        var kept: [Revision.Change] = []
        /// Made of pages that were read now.
        var isRead = true
        var outcome: RereadRecord.Outcome?

        var changes: [Revision.Change] { before.map { $0.changes(to: record) } ?? [] }
    }

    var records: [Planned] = []
    private(set) var withdrawn: [Record] = []

    init(_ stored: [Record], readings: [Record], work: [String: Bond]) {
        let owner = Self.owners(of: readings, among: stored)
        var numbers = (stored.compactMap(Self.number).max() ?? 0)
        for (index, reading) in readings.enumerated() {
            if let old = owner[index].map({ stored[$0] }) {
                let merge = RecordMerge(old, read: reading, work: work[old.id]?.work ?? HumanWork([]))
                records.append(Planned(record: merge.record, before: old, kept: merge.kept))
            } else {
                numbers += 1
                records.append(Planned(record: Self.added(reading, number: numbers), outcome: .added))
            }
        }
        let kept = Set(owner.values)
        for (index, old) in stored.enumerated() where !kept.contains(index) {
            if work[old.id]?.isFree ?? true { withdrawn.append(old) } else { records.append(Self.stranded(old)) }
        }
    }

    /// Greedily: the two that share most pages first.
    private static func owners(of readings: [Record], among stored: [Record]) -> [Int: Int] {
        var pairs: [(reading: Int, record: Int, shared: Int)] = []
        for (reading, new) in readings.enumerated() {
            for (record, old) in stored.enumerated() {
                let shared = Set(new.pages).intersection(old.pages).count
                if shared > 0 { pairs.append((reading, record, shared)) }
            }
        }
        pairs.sort { ($0.shared, -$0.reading, -$0.record) > ($1.shared, -$1.reading, -$1.record) }
        var owner: [Int: Int] = [:]
        var taken: Set<Int> = []
        for pair in pairs where owner[pair.reading] == nil && !taken.contains(pair.record) {
            owner[pair.reading] = pair.record
            taken.insert(pair.record)
        }
        return owner
    }

    /// `SCAN-3` → 3.
    private static func number(of record: Record) -> Int? { record.id.split(separator: "-").last.flatMap { Int($0) } }

    private static func added(_ reading: Record, number: Int) -> Record {
        var record = reading
        record.id = "\(reading.scan)-\(number)"
        record.reviewReasons.append(ReviewReason.splitChanged)
        record.status = .needsReview
        return record
    }

    private static func stranded(_ old: Record) -> Planned {
        var record = old
        if !record.reviewReasons.contains(ReviewReason.splitChanged), record.status != .rejected {
            record.reviewReasons.append(ReviewReason.splitChanged)
            record.status = .needsReview
        }
        return Planned(record: record, before: old, isRead: false, outcome: .stranded)
    }

    func replacement(of scan: Scan, by who: String, at now: Date) -> ScanReplacement {
        let revisions = records.compactMap { planned -> Revision? in
            guard planned.before != nil, !planned.changes.isEmpty else { return nil }
            return Revision(
                record: planned.record.id, number: planned.record.revision + 1, step: .readAgain, by: who, at: now, changes: planned.changes)
        }
        return ScanReplacement(
            scan: scan, records: records.map(\.record), revisions: revisions, withdrawn: withdrawn.map(\.id), by: who, at: now)
    }

    var outcomes: [RereadRecord] {
        records.map { planned in
            RereadRecord(
                id: planned.record.id, outcome: planned.outcome ?? (planned.changes.isEmpty ? .unchanged : .changed), changes: planned.changes,
                kept: planned.kept, status: planned.record.status, reviewReasons: planned.record.reviewReasons)
        } + withdrawn.map { RereadRecord(id: $0.id, outcome: .withdrawn, changes: [], kept: [], status: nil, reviewReasons: []) }
    }
}

extension RereadPlan.Planned {
    /// The copy that was made now; where none could be, the one that is there serves while it shows the same pages.
    mutating func take(_ copy: ArchivalCopy?) {
        if let copy { record.copy = copy } else if before?.pages != record.pages { record.copy = nil }
        let lacks = record.reviewReasons.contains(ReviewReason.noArchivalCopy)
        // A person may have let it pass that there is none.
        let isNews = before.map { $0.copy != nil } ?? true
        if record.copy == nil, isNews, !lacks, record.status != .rejected {
            record.reviewReasons.append(ReviewReason.noArchivalCopy)
            record.status = .needsReview
        } else if record.copy != nil, lacks {
            record.reviewReasons.removeAll { $0 == ReviewReason.noArchivalCopy }
            if record.reviewReasons.isEmpty, record.status == .needsReview { record.status = .accepted }
        }
    }
}
