/// What a new reading makes of a record that is there: its identity, what people decided, and the rest as it is read now.
package struct RecordMerge: Sendable {
    /// The record as it is to stand.
    package var record: Record
    /// Where a person's value stays although another was read now: the value and what was read.
    package var kept: [Revision.Change]

    /// - Parameters:
    ///   - record: as it stands.
    ///   - reading: as it was read now, with pages and reasons of its own.
    package init(_ record: Record, read reading: Record, work: HumanWork) {
        var merged = reading
        merged.id = record.id
        merged.createdAt = record.createdAt
        merged.copy = record.copy
        merged.revision = record.revision
        if work.isAccepted {
            Self.keepAll(of: record, in: &merged)
        } else {
            Self.keep(work.corrected, of: record, in: &merged)
        }
        merged.reviewReasons = Self.reasons(of: merged, before: record, work: work)
        merged.status = work.isRejected ? .rejected : merged.reviewReasons.isEmpty ? .accepted : .needsReview
        if work.isRejected { merged.reviewReasons = record.reviewReasons }
        self.record = merged
        kept = RecordFacts(merged).changes(to: RecordFacts(reading)).filter { work.isAccepted || work.corrected.contains(RecordFacts.root($0.field)) }
    }

    /// A person has accepted every value as it stood.
    private static func keepAll(of record: Record, in merged: inout Record) {
        merged.fields = record.fields
        (merged.kind, merged.form, merged.dossier) = (record.kind, record.form, record.dossier)
    }

    private static func keep(_ names: Set<String>, of record: Record, in merged: inout Record) {
        for name in names {
            switch name {
            case "kind": merged.kind = record.kind
            case "form": merged.form = record.form
            case RecordFacts.dossier: merged.dossier = record.dossier
            case RecordFacts.recipients: merged.fields.recipients = record.fields.recipients
            case RecordFacts.persons: merged.fields.persons = record.fields.persons
            default: merged.fields[name] = record.fields[name]
            }
        }
    }

    /// What the reading gives, without what people have answered; with what still stands of the reasons that no reading gives.
    private static func reasons(of merged: Record, before: Record, work: HumanWork) -> [String] {
        var reasons = merged.reviewReasons.filter { !work.waived.contains($0) && !isAbout($0, work.corrected) }
        let standing = before.reviewReasons.filter {
            isAbout($0, work.corrected) || ReviewReason.isOfCatalogue($0) || [ReviewReason.splitChanged, ReviewReason.noArchivalCopy].contains($0)
        }
        reasons += standing.filter { !reasons.contains($0) }
        if before.pages != merged.pages, !reasons.contains(ReviewReason.splitChanged) { reasons.append(ReviewReason.splitChanged) }
        return reasons
    }

    /// `low_confidence:number` of a number that a person has written.
    private static func isAbout(_ reason: String, _ corrected: Set<String>) -> Bool {
        let parts = reason.split(separator: ":", maxSplits: 1)
        return parts.count == 2 && corrected.contains(String(parts[1]))
    }
}
