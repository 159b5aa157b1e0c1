package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    /// The fewest contradictions: of the entries before the place, those that say they are later; of those behind it, those that say
    /// they are not.
    package func trailLength(at moment: Date) async throws(CatalogueFailure) -> Int {
        try await read { db in
            let last = moment.milliseconds
            let row = try Row.fetchOne(db, sql: "SELECT count(*) AS entries, ifnull(max(seq), 0) AS last FROM audit WHERE at <= ?", arguments: [last])
            let (entries, end): (Int, Int) = (try row?.value("entries") ?? 0, try row?.value("last") ?? 0)
            if entries == end { return entries }
            var (place, best, score) = (0, entries, entries)
            let times = try Row.fetchCursor(db, sql: "SELECT seq, at <= ? AS is_before FROM audit ORDER BY seq", arguments: [last])
            while let row = try times.next() {
                score += try row.value("is_before") ? -1 : 1
                if score < best { (place, best) = (try row.value("seq"), score) }
            }
            return place
        }
    }

    package func trail(after: Int, limit: Int) async throws(CatalogueFailure) -> [TrailEntry] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", arguments: [after, max(0, limit)]).map { row in
                TrailEntry(
                    number: try row.value("seq"), at: try row.date("at"), who: try row.value("who"), what: try row.value("what"),
                    subject: try row.value("subject"), detail: try row.value("detail"), hash: try row.value("hash"),
                    changes: try AuditTrail.changes(of: try row.value("seq"), in: db))
            }
        }
    }

    /// Vietnam is seven hours ahead of UTC all year.
    package func trailHeads() async throws(CatalogueFailure) -> [TrailHead] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT date(at / 1000 + 25200, 'unixepoch') AS day, max(seq) AS entry, hash FROM audit GROUP BY day ORDER BY entry
                    """)
            return try rows.compactMap { row in
                try row.day("day").map { TrailHead(day: $0, entry: try row.value("entry"), hash: try row.value("hash")) }
            }
        }
    }
}
