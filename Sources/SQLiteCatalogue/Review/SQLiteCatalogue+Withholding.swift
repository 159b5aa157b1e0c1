package import Foundation
package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    /// Pages of the index that one transaction merges, so that other writers get their turn.
    private static let mergePages = 500

    /// What the index holds of a record lies in older parts of it until they are merged: so they are, before this returns.
    package func withhold(_ scan: Scan, by who: String) async throws(CatalogueFailure) {
        guard scan.state == .restricted else { throw .refused(Sentences.wrongState) }
        try await write { db in
            guard let number = try Int64.fetchOne(db, sql: "SELECT seq FROM scan WHERE id = ?", arguments: [scan.id]) else {
                throw CatalogueFailure.refused(Sentences.unknownScan)
            }
            guard try Self.state(of: scan.id, in: db) == .recorded else { return }
            for id in try String.fetchAll(db, sql: "SELECT id FROM record WHERE scan = ?", arguments: [number]) { try Self.empty(id, in: db) }
            try Self.clearPages(of: number, in: db)
            try ScanRow.save(scan.restrictedRemainder, in: db)
            try Self.forgetNames(of: scan.sha256, in: db)
            try AuditTrail.append(.ending(scan.restrictedRemainder, by: who), to: db)
        }
        try await mergeIndex()
        await emptyLog()
    }

    /// A record that the ledger of reuse names leaves an empty row: the ledger is only appended to.
    private static func empty(_ id: String, in db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reuse WHERE from_record = ?)", arguments: [id]) == true else {
            return try erase(id, in: db)
        }
        guard let row = try Row.fetchOne(db, sql: "\(RecordRow.selection) WHERE record.id = ?", arguments: [id]) else { return }
        let (seq, record) = (try row.value("seq") as Int64, try RecordRow.record(row, in: db))
        try db.execute(sql: "DELETE FROM record_page WHERE record = ?", arguments: [seq])
        for table in ["revision", "fixity_fault", "record_route"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [id])
        }
        let husk = Record(
            id: id, scan: record.scan, file: "", pages: [], kind: record.kind, form: "unknown", status: .rejected, reviewReasons: [],
            fields: Fields(),
            createdAt: record.createdAt)
        try RecordRow.update(husk, number: seq, in: db)
        try SearchIndex.remove(seq, in: db)
        var folding = WordFolding()
        try SearchIndex.add(seq, folding: &folding, in: db)
    }

    private static func state(of scan: String, in db: Database) throws -> ScanState? {
        try String.fetchOne(db, sql: "SELECT state FROM scan WHERE id = ?", arguments: [scan]).flatMap(ScanState.init(rawValue:))
    }

    /// Brings all parts of the index together, some at a time, until nothing is left to merge: a command that changed less than two rows
    /// has nothing more to do. https://www.sqlite.org/fts5.html#the_merge_command
    private func mergeIndex() async throws(CatalogueFailure) {
        var pages = -Self.mergePages
        while true {
            let step = pages
            let changed = try await write { db in
                let before = db.totalChangesCount
                try db.execute(sql: "INSERT INTO \(SearchIndex.table) (\(SearchIndex.table), rank) VALUES ('merge', ?)", arguments: [step])
                return db.totalChangesCount - before
            }
            if changed < 2 { return }
            pages = Self.mergePages
        }
    }

    @discardableResult
    package func release(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan {
        try await write { db in
            var scan = try Self.heldBack(hash, in: db)
            guard scan.releasedAt == nil else { return scan }
            guard let mark = scan.reason?.mark, let page = scan.markedPage else { throw CatalogueFailure.refused(Sentences.wrongState) }
            scan.releasedAt = Date(milliseconds: at.milliseconds)
            try db.execute(sql: "UPDATE scan SET released_at = ? WHERE id = ?", arguments: [at.milliseconds, scan.id])
            try db.execute(
                sql: "INSERT INTO released_mark (sha256, page, mark, who, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [hash.hex, page, mark.rawValue, who.storable, at.milliseconds])
            try AuditTrail.append(try .decision(.restrictedReleased, on: scan, by: who, because: because, at: at), to: db)
            return scan
        }
    }

    @discardableResult
    package func purged(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan {
        try await write { db in
            var scan = try Self.heldBack(hash, in: db)
            guard scan.releasedAt == nil else { throw CatalogueFailure.refused(Sentences.notRestricted) }
            scan.purgedAt = Date(milliseconds: at.milliseconds)
            try db.execute(sql: "UPDATE scan SET purged_at = ? WHERE id = ?", arguments: [at.milliseconds, scan.id])
            try AuditTrail.append(try .decision(.restrictedPurged, on: scan, by: who, because: because, at: at), to: db)
            return scan
        }
    }

    package func releasedMarks(of hash: ContentHash) async throws(CatalogueFailure) -> Set<SecretFinding> {
        try await read { db in
            Set(
                try Row.fetchAll(db, sql: "SELECT page, mark FROM released_mark WHERE sha256 = ?", arguments: [hash.hex]).map { row in
                    SecretFinding(mark: try row.choice("mark"), page: try row.value("page"))
                })
        }
    }

    /// The restricted scan of these bytes: the one that is held back, else the last that was released.
    private static func heldBack(_ hash: ContentHash, in db: Database) throws -> Scan {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM scan WHERE sha256 = ? AND state = 'restricted' ORDER BY released_at IS NOT NULL, seq DESC LIMIT 1",
            arguments: [hash.hex])
        guard let row else { throw CatalogueFailure.refused(Sentences.notRestricted) }
        return try ScanRow.scan(row)
    }
}

extension AuditEntry {
    fileprivate static func decision(_ what: What, on scan: Scan, by who: String, because: String, at: Date) throws -> AuditEntry {
        var detail = ["sha256": scan.sha256.hex, "because": because]
        detail["mark"] = scan.reason?.mark?.rawValue
        detail["page"] = scan.markedPage.map(String.init)
        return AuditEntry(at: at, who: who, what: what, subject: scan.id, detail: try JSONText.encode(detail))
    }
}
