package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    package func end(_ scan: Scan, by who: String) async throws(CatalogueFailure) {
        switch scan.state {
        case .restricted:
            let forgotNames = try await write { db in try Self.restrict(scan.restrictedRemainder, by: who, in: db) }
            if forgotNames { await emptyLog() }
        case .duplicate, .rejected:
            try await write { db in
                guard try !Self.hasEnded(scan.id, in: db) else { return }
                try ScanRow.save(scan, in: db)
                try AuditTrail.append(.ending(scan, by: who), to: db)
            }
        case .waiting, .reading, .recorded:
            throw .refused(Sentences.wrongState)
        }
    }

    /// Returns whether names had to be forgotten that an earlier, failed try of the same bytes had left.
    private static func restrict(_ scan: Scan, by who: String, in db: Database) throws -> Bool {
        guard try !hasEnded(scan.id, in: db) else { return false }
        if try isSettled(scan.sha256, as: .restricted, in: db) {
            try db.execute(sql: "DELETE FROM scan WHERE id = ?", arguments: [scan.id])
            return false
        }
        try ScanRow.save(scan, in: db)
        let forgotNames = try forgetNames(of: scan.sha256, in: db)
        try AuditTrail.append(.ending(scan, by: who), to: db)
        return forgotNames
    }

    /// What files of these bytes were called. Returns whether anything had to be forgotten.
    @discardableResult
    static func forgetNames(of hash: ContentHash, in db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE scan SET file_name = NULL, inbox_path = NULL
                WHERE sha256 = ? AND state IN ('duplicate', 'rejected') AND (file_name IS NOT NULL OR inbox_path IS NOT NULL)
                """, arguments: [hash.hex])
        return db.changesCount > 0
    }

    static func isSettled(_ hash: ContentHash, as state: ScanState, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM scan WHERE sha256 = ? AND state = ? AND released_at IS NULL)",
            arguments: [hash.hex, state.rawValue])
            ?? false
    }

    /// Moves everything from the write-ahead log to the database and empties the log, so that it keeps no older version of a row.
    /// Best effort: a reader that holds an old snapshot keeps the log until the next checkpoint.
    func emptyLog() async {
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            return
        }
    }
}

extension AuditEntry {
    /// The entry for a scan's outcome. Its detail names the bytes by their hash, never by a name.
    static func ending(_ scan: Scan, records: [Record] = [], by who: String) -> AuditEntry {
        var detail = Detail(sha256: scan.sha256.hex, bytes: scan.bytes, pipeline: scan.pipeline)
        let what: What
        switch scan.state {
        case .restricted:
            what = .scanRestricted
            detail.mark = scan.reason?.mark
            detail.page = scan.markedPage
        case .duplicate:
            what = .scanDuplicate
            detail.duplicateOf = scan.duplicateOf
        case .rejected:
            what = .scanRejected
            detail.reason = scan.reason?.code
        case .waiting, .reading, .recorded:
            what = .scanRecorded
            detail.pages = scan.pages
            detail.records = records.map(\.id)
            detail.waiting = records.filter { $0.status == .needsReview }.map(\.id)
        }
        return AuditEntry(at: scan.finishedAt ?? scan.takenAt, who: who, what: what, subject: scan.id, detail: detail.json)
    }

    private struct Detail: Encodable {
        var sha256: String
        var bytes: Int
        var pipeline: String
        var mark: SecretMark?
        var page: Int?
        var duplicateOf: String?
        var reason: SetAsideReason.Code?
        var pages: Int?
        var records: [String]?
        /// Those of the records that wait for review.
        var waiting: [String]?

        enum CodingKeys: String, CodingKey {
            case sha256, bytes, pipeline, mark, page
            case duplicateOf = "duplicate_of"
            case reason, pages, records, waiting
        }

        var json: String? { try? JSONText.encode(self) }
    }
}
