package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    package func route(record id: String, to unit: String, by who: String, at: Date) async throws(CatalogueFailure) {
        try await write { db in
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE id = ?)", arguments: [id]) == true else {
                throw CatalogueFailure.refused(Sentences.unknownRecord)
            }
            let before = try String.fetchOne(db, sql: "SELECT unit FROM record_route WHERE record = ?", arguments: [id])
            guard before != unit else { return }
            try db.execute(
                sql: """
                    INSERT INTO record_route (record, unit, who, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (record) DO UPDATE SET unit = excluded.unit, who = excluded.who, at = excluded.at
                    """, arguments: [id, unit.storable, who.storable, at.milliseconds])
            let detail = try JSONText.encode(["before": before, "after": unit])
            try AuditTrail.append(AuditEntry(at: at, who: who, what: .recordRouted, subject: id, detail: detail), to: db)
        }
    }

    package func route(ofRecord id: String) async throws(CatalogueFailure) -> RecordRoute? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT unit, who FROM record_route WHERE record = ?", arguments: [id]).map {
                RecordRoute(unit: try $0.value("unit"), by: try $0.value("who"))
            }
        }
    }
}
