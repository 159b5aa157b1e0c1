package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    package func replace(
        _ replacement: ScanReplacement, pageTexts: @Sendable (Int) throws -> PageText
    ) async throws(CatalogueFailure) {
        let (scan, records) = (replacement.scan, replacement.records)
        guard records.allSatisfy({ $0.scan == scan.id }) else { throw .refused(Sentences.wrongState) }
        try await write { db in
            guard let number = try Int64.fetchOne(db, sql: "SELECT seq FROM scan WHERE id = ? AND state = 'recorded'", arguments: [scan.id]) else {
                throw CatalogueFailure.outdated
            }
            try Self.refuseOthers(replacement, of: number, in: db)
            for id in replacement.withdrawn { try Self.withdraw(id, replacement, in: db) }
            try Self.clearPages(of: number, in: db)
            try db.execute(sql: "UPDATE scan SET pages = ?, media_type = ? WHERE seq = ?", arguments: [scan.pages, scan.mediaType?.rawValue, number])
            try Self.insertPages(of: scan, number: number, records: records, pageTexts: pageTexts, in: db)
            var folding = WordFolding()
            for record in records { try Self.replace(record, of: number, replacement, folding: &folding, in: db) }
            func standing(_ status: Record.Status) throws -> [String] {
                try String.fetchAll(
                    db, sql: "SELECT id FROM record WHERE scan = ? AND status = ? ORDER BY seq", arguments: [number, status.rawValue])
            }
            let detail = try JSONText.encode([
                "records": records.map(\.id), "withdrawn": replacement.withdrawn, "waiting": try standing(.needsReview),
                "rejected": try standing(.rejected),
            ])
            try AuditTrail.append(
                AuditEntry(at: replacement.at, who: replacement.by, what: .scanReadAgain, subject: scan.id, detail: detail), to: db)
        }
    }

    /// Every record that is there must be named, as it was looked at.
    private static func refuseOthers(_ replacement: ScanReplacement, of scan: Int64, in db: Database) throws {
        let stored = Set(try String.fetchAll(db, sql: "SELECT id FROM record WHERE scan = ?", arguments: [scan]))
        let named = Set(replacement.records.map(\.id)).union(replacement.withdrawn)
        guard named.isSuperset(of: stored), stored.isSuperset(of: replacement.withdrawn) else { throw CatalogueFailure.outdated }
        for id in replacement.withdrawn where try !isUntouched(id, in: db) { throw CatalogueFailure.outdated }
    }

    /// Nobody has decided anything on it, and nothing else rests on it.
    private static func isUntouched(_ id: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT NOT EXISTS (SELECT 1 FROM revision WHERE record = ?1 AND step <> 'read_again')
                    AND NOT EXISTS (SELECT 1 FROM reuse WHERE from_record = ?1) AND NOT EXISTS (SELECT 1 FROM record_route WHERE record = ?1)
                """, arguments: [id]) ?? false
    }

    private static func withdraw(_ id: String, _ replacement: ScanReplacement, in db: Database) throws {
        try erase(id, in: db)
        try AuditTrail.append(
            AuditEntry(
                at: replacement.at, who: replacement.by, what: .recordWithdrawn, subject: id,
                detail: try JSONText.encode(["scan": replacement.scan.id])), to: db)
    }

    /// Removes a record and all that hangs on it, save what the reuse ledger says.
    static func erase(_ id: String, in db: Database) throws {
        guard let seq = try Int64.fetchOne(db, sql: "SELECT seq FROM record WHERE id = ?", arguments: [id]) else { return }
        try SearchIndex.remove(seq, in: db)
        for statement in ["DELETE FROM record_page WHERE record = ?", "DELETE FROM person WHERE record = ?"] {
            try db.execute(sql: statement, arguments: [seq])
        }
        for table in ["revision", "fixity_fault", "record_route"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [id])
        }
        try db.execute(sql: "DELETE FROM record WHERE seq = ?", arguments: [seq])
    }

    static func clearPages(of scan: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM record_page WHERE scan = ?", arguments: [scan])
        try db.execute(
            sql: """
                UPDATE page_tally SET pages = pages - (SELECT count(*) FROM page WHERE page.scan = ?1 AND page.source = page_tally.source)
                WHERE pipeline = (SELECT pipeline FROM scan WHERE seq = ?1)
                """, arguments: [scan])
        try db.execute(sql: "DELETE FROM page WHERE scan = ?", arguments: [scan])
    }

    private static func replace(
        _ record: Record, of scan: Int64, _ replacement: ScanReplacement, folding: inout WordFolding, in db: Database
    ) throws {
        guard let seq = try Int64.fetchOne(db, sql: "SELECT seq FROM record WHERE id = ?", arguments: [record.id]) else {
            let seq = try RecordRow.insert(try CrossChecks.checked(record, in: db), ofScan: scan, in: db)
            try SearchIndex.add(seq, folding: &folding, in: db)
            return
        }
        try RecordRow.insertPages(record.pages, record: seq, scan: scan, in: db)
        if let revision = replacement.revisions.first(where: { $0.record == record.id }) {
            _ = try revise(record, as: revision, folding: &folding, in: db)
        } else {
            let stands = try Int.fetchOne(db, sql: "SELECT revision FROM record WHERE seq = ?", arguments: [seq])
            guard stands == record.revision else { throw CatalogueFailure.outdated }
            // Its words may be read better although nothing that is known of it has changed.
            try RecordRow.update(record, number: seq, in: db)
            try SearchIndex.remove(seq, in: db)
            try SearchIndex.add(seq, folding: &folding, in: db)
        }
    }
}
