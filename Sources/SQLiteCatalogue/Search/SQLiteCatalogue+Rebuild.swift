package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    /// Bytes of text that one transaction of a rebuild indexes: other writers get their turn about every second.
    static let rebuildBatchBytes = 4 << 20
    /// Records that one transaction of a rebuild indexes.
    static let rebuildBatchRecords = 200

    /// A second index grows beside the first in many small transactions, so that writers get in between and readers go on with
    /// the old one. The last transaction finds nothing left to add and puts the new index in the place of the old: a rebuild that
    /// is killed leaves the old index as it was. What it left behind is cleared away by the next.
    package func rebuildIndex(by who: String, at: Date, progress: @Sendable (Int, Int) -> Void) async throws(CatalogueFailure) {
        let builder = UUID().uuidString
        try await write { db in try Self.beginIndex(builder, in: db) }
        var done = (records: 0, last: Int64(0))
        while true {
            let (last, records) = (done.last, done.records)
            let batch = try await write { db in
                try Self.requireBuilder(builder, in: db)
                let batch = try Self.extendIndex(after: last, in: db)
                if batch.records == 0 { try Self.finishIndex(records: records, by: who, at: at, in: db) }
                return batch
            }
            if batch.records == 0 { return }
            done = (done.records + batch.records, batch.last)
            progress(done.records, max(batch.all, done.records))
        }
    }

    private static func beginIndex(_ builder: String, in db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(SearchIndex.successor)")
        try db.execute(sql: SearchIndex.create(SearchIndex.successor))
        try db.execute(sql: "INSERT OR REPLACE INTO index_builder (one, id) VALUES (1, ?)", arguments: [builder])
    }

    private static func requireBuilder(_ builder: String, in db: Database) throws {
        guard try String.fetchOne(db, sql: "SELECT id FROM index_builder") == builder else {
            throw CatalogueFailure.busy(Sentences.otherRebuild)
        }
    }

    private static func extendIndex(after last: Int64, in db: Database) throws -> (records: Int, last: Int64, all: Int) {
        let next = try Int64.fetchAll(
            db, sql: "SELECT seq FROM record WHERE seq > ? ORDER BY seq LIMIT ?", arguments: [last, rebuildBatchRecords])
        var folding = WordFolding()
        var reached = (records: 0, last: last, bytes: 0)
        for seq in next where reached.bytes < rebuildBatchBytes {
            reached.bytes += try SearchIndex.add(seq, to: SearchIndex.successor, folding: &folding, in: db)
            reached = (reached.records + 1, seq, reached.bytes)
        }
        return (reached.records, reached.last, try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0)
    }

    private static func finishIndex(records: Int, by who: String, at: Date, in db: Database) throws {
        // The old index holds nothing that the tables do not hold: overwriting what it leaves would only keep writers waiting.
        try db.execute(sql: "PRAGMA secure_delete = FAST")
        defer { try? db.execute(sql: "PRAGMA secure_delete = ON") }
        try db.execute(sql: "DROP TABLE \(SearchIndex.table)")
        try db.execute(sql: "ALTER TABLE \(SearchIndex.successor) RENAME TO \(SearchIndex.table)")
        try db.execute(sql: "DELETE FROM index_builder")
        try AuditTrail.append(
            AuditEntry(at: at, who: who, what: .indexRebuilt, subject: "index", detail: try JSONText.encode(["records": records])), to: db)
    }
}
