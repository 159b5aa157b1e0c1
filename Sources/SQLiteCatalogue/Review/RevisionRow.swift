import Foundation
import GRDB
import Records
import struct Records.Record

/// How a revision stands in its row, and what the trail says of it.
enum RevisionRow {
    static func revisions(ofRecord id: String, in db: Database) throws -> [Revision] {
        try Row.fetchAll(db, sql: "SELECT * FROM revision WHERE record = ? ORDER BY number", arguments: [id]).map(revision)
    }

    private static func revision(_ row: Row) throws -> Revision {
        Revision(
            record: try row.value("record"), number: try row.value("number"), step: try row.choice("step"), by: try row.value("who"),
            because: try row.value("because"), at: try row.date("at"), changes: try row.json("changes"))
    }

    /// Writes the row and its entry in the trail.
    /// - Parameter status: what the record's is after it.
    static func insert(_ revision: Revision, leaving status: Record.Status, in db: Database) throws {
        let salt = UUID().uuidString
        let changes = try JSONText.encode(revision.changes).storable
        try db.execute(
            sql: "INSERT INTO revision (record, number, step, who, because, at, changes, salt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                revision.record, revision.number, revision.step.rawValue, revision.by.storable, revision.because?.storable,
                revision.at.milliseconds, changes, salt,
            ])
        let detail = Detail(
            revision: revision.number, fields: revision.changes.map(\.field),
            status: status.rawValue,
            digest: Digest.of(salt: salt, [changes, revision.because?.storable]))
        try AuditTrail.append(
            AuditEntry(at: revision.at, who: revision.by, what: revision.step.entry, subject: revision.record, detail: try JSONText.encode(detail)),
            to: db)
    }

    /// What the trail bears of a revision: which fields it changed, and by what their values are recognised, not the values.
    struct Detail: Codable {
        let revision: Int
        let fields: [String]
        /// The record's status after it; nil in entries of older versions.
        let status: String?
        let digest: String
    }

    /// Revisions that are not what the trail says they were, and records that lack some.
    static func faults(limit: Int, in db: Database) throws -> [String] {
        var faults = try Row.fetchAll(
            db,
            sql: """
                SELECT record.id, record.revision, (SELECT count(*) FROM revision WHERE revision.record = record.id) AS steps FROM record
                JOIN scan ON scan.seq = record.scan WHERE scan.state = 'recorded' AND record.revision <> steps + 1 LIMIT \(limit)
                """
        ).map { row in "revisions: record \(try row.value("id") as String) does not have as many as it says" }
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM revision ORDER BY seq")
        let entries = try db.cachedStatement(sql: "SELECT detail FROM audit WHERE subject = ? AND what = ?")
        while faults.count < limit, let row = try rows.next() {
            let revision = try revision(row)
            let found = Digest.of(salt: try row.value("salt"), [try row.value("changes"), revision.because])
            let details = try String.fetchAll(entries, arguments: [revision.record, revision.step.entry.rawValue]).compactMap {
                try? JSONDecoder().decode(Detail.self, from: Data($0.utf8))
            }
            if !details.contains(where: { $0.revision == revision.number && $0.digest == found }) {
                faults.append("revisions: number \(revision.number) of record \(revision.record) is not what the trail says")
            }
        }
        return faults
    }
}

extension Revision.Step {
    fileprivate var entry: AuditEntry.What {
        switch self {
        case .accepted: .recordAccepted
        case .corrected: .recordCorrected
        case .rejected: .recordRejected
        case .readAgain: .recordReadAgain
        }
    }
}
