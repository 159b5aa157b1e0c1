package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    package func record(id: String) async throws(CatalogueFailure) -> Record? {
        try await records("WHERE record.id = ? AND scan.state = 'recorded'", [id]).first
    }

    package func records(ofScan id: String) async throws(CatalogueFailure) -> [Record] {
        try await records("WHERE scan.id = ? AND scan.state = 'recorded' ORDER BY record.seq", [id])
    }

    package func records(ofDossier code: String) async throws(CatalogueFailure) -> [Record] {
        try await records("WHERE record.dossier = ? AND scan.state = 'recorded' AND record.status <> 'rejected' ORDER BY record.seq", [code.storable])
    }

    package func records(in status: Record.Status, after: String?, limit: Int) async throws(CatalogueFailure) -> [Record] {
        // The status stands in the text, so that its partial index serves. https://www.sqlite.org/partialindex.html
        try await records(
            """
            WHERE record.status = '\(status.rawValue)' AND scan.state = 'recorded' AND record.seq > ifnull((SELECT seq FROM record WHERE id = ?), 0)
            ORDER BY record.seq LIMIT ?
            """, [after, max(0, limit)])
    }

    package func pageTexts(ofRecord id: String) async throws(CatalogueFailure) -> [PageText] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT page.* FROM record JOIN record_page ON record_page.record = record.seq
                    JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
                    WHERE record.id = ? ORDER BY record_page.place, record_page.page
                    """, arguments: [id]
            ).map { row in
                PageText(
                    page: try row.value("page"), text: try row.value("text"), confidence: try row.value("confidence"),
                    source: try row.choice("source"), rotation: try row.value("rotation"), skew: try row.value("skew"))
            }
        }
    }

    private func records(_ clause: String, _ arguments: StatementArguments) async throws(CatalogueFailure) -> [Record] {
        try await read { db in
            try Row.fetchAll(db, sql: "\(RecordRow.selection) \(clause)", arguments: arguments).map { try RecordRow.record($0, in: db) }
        }
    }
}
