package import Records

import GRDB

extension SQLiteCatalogue {
    package func audit(_ entry: AuditEntry) async throws(CatalogueFailure) {
        try await write { db in try AuditTrail.append(entry, to: db) }
    }

    /// Every figure comes from an index or a kept sum: none reads a row a page or a scan.
    package func counts() async throws(CatalogueFailure) -> CatalogueCounts {
        try await read { db in
            let oldest = try Int64.fetchOne(db, sql: "SELECT min(taken_at) FROM scan WHERE state IN ('waiting', 'reading')")
            return CatalogueCounts(
                scans: try Self.scanCounts(in: db), pages: try Self.pageCounts(in: db),
                recordsToReview: try Int.fetchOne(db, sql: "SELECT count(*) FROM record WHERE status = 'needs_review'") ?? 0,
                damagedRecords: try Int.fetchOne(db, sql: "SELECT count(*) FROM fixity_fault") ?? 0,
                oldestUnfinished: oldest.map { .init(milliseconds: $0) })
        }
    }

    private static func scanCounts(in db: Database) throws -> [CatalogueCounts.PipelineState: Int] {
        var counts: [CatalogueCounts.PipelineState: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT pipeline, state, scans FROM scan_tally WHERE scans > 0") {
            counts[.init(pipeline: try row.value("pipeline"), state: try row.choice("state"))] = try row.value("scans")
        }
        return counts
    }

    private static func pageCounts(in db: Database) throws -> [CatalogueCounts.PipelineSource: Int] {
        var counts: [CatalogueCounts.PipelineSource: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT pipeline, source, pages FROM page_tally") {
            counts[.init(pipeline: try row.value("pipeline"), source: try row.choice("source"))] = try row.value("pages")
        }
        return counts
    }
}
