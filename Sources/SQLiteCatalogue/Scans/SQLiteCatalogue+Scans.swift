package import Records

import GRDB

extension SQLiteCatalogue {
    /// A name or path that is passed along is not written: the scan has not passed its screen.
    package func note(_ scan: Scan) async throws(CatalogueFailure) {
        guard !scan.state.isOutcome else { throw .refused(Sentences.wrongState) }
        try await write { db in
            guard try !Self.hasEnded(scan.id, in: db) else { return }
            try ScanRow.save(scan.nameless, in: db)
        }
    }

    package func forget(scan id: String) async throws(CatalogueFailure) {
        try await write { db in
            try db.execute(sql: "DELETE FROM scan WHERE id = ? AND state IN ('waiting', 'reading')", arguments: [id])
        }
    }

    package func released(scan id: String) async throws(CatalogueFailure) {
        try await write { db in
            try db.execute(sql: "UPDATE scan SET inbox_path = NULL WHERE id = ? AND inbox_path IS NOT NULL", arguments: [id])
        }
    }

    package func scan(id: String) async throws(CatalogueFailure) -> Scan? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM scan WHERE id = ?", arguments: [id]).map(ScanRow.scan)
        }
    }

    /// Where both exist, the restricted one: what is held back stays back.
    package func settledScan(_ hash: ContentHash) async throws(CatalogueFailure) -> Scan? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM scan WHERE sha256 = ? AND (state = 'recorded' OR state = 'restricted' AND released_at IS NULL)
                    ORDER BY state = 'restricted' DESC LIMIT 1
                    """,
                arguments: [hash.hex]
            ).map(ScanRow.scan)
        }
    }

    package func scans(in state: ScanState?, after: String?, limit: Int) async throws(CatalogueFailure) -> [Scan] {
        try await read { db in
            let start = try after.map { try Self.place(ofScan: $0, in: db) } ?? 0
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM scan WHERE seq > ? \(state == nil ? "" : "AND state = ?") ORDER BY seq LIMIT ?",
                arguments: StatementArguments([start]) + (state.map { [$0.rawValue] } ?? []) + [max(0, limit)])
            return try rows.map(ScanRow.scan)
        }
    }

    package func unfinishedScans() async throws(CatalogueFailure) -> [Scan] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM scan WHERE state IN ('waiting', 'reading') ORDER BY seq").map(ScanRow.scan)
        }
    }

    package func unreleasedScans() async throws(CatalogueFailure) -> [Scan] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM scan WHERE inbox_path IS NOT NULL ORDER BY seq").map(ScanRow.scan)
        }
    }

    private static func place(ofScan id: String, in db: Database) throws -> Int64 {
        guard let seq = try Int64.fetchOne(db, sql: "SELECT seq FROM scan WHERE id = ?", arguments: [id]) else {
            throw CatalogueFailure.refused(Sentences.unknownScan)
        }
        return seq
    }

    static func hasEnded(_ id: String, in db: Database) throws -> Bool {
        let state = try String.fetchOne(db, sql: "SELECT state FROM scan WHERE id = ?", arguments: [id])
        return state.flatMap(ScanState.init(rawValue:))?.isOutcome ?? false
    }
}
