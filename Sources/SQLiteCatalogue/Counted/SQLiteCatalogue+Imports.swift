package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    package func beginImport(_ scope: ImportRun.Scope, by who: String, at: Date) async throws(CatalogueFailure) -> ImportRun {
        try await write { db in
            try db.execute(sql: "INSERT INTO import_run (scope, who, at) VALUES (?, ?, ?)", arguments: [scope.name, who.storable, at.milliseconds])
            return ImportRun(number: Int(db.lastInsertedRowID), scope: scope)
        }
    }

    package func importInventory(
        _ rows: [ImportRow<InventoryItem>], in run: ImportRun, by who: String, at: Date
    ) async throws(CatalogueFailure) -> ImportBatch<InventoryItem> {
        try await write { db in
            try Self.refuseForeign(rows.map(\.value), in: db)
            let outcome = try Self.inventory.take(rows, in: run.number, db: db)
            if let entry = try outcome.entry(.inventoryImported, run.scope.subject, by: who, at: at) { try AuditTrail.append(entry, to: db) }
            return ImportBatch(count: outcome.count, duplicates: outcome.duplicates, completed: outcome.completed)
        }
    }

    package func importCases(
        _ rows: [ImportRow<Case>], in run: ImportRun, by who: String, at: Date
    ) async throws(CatalogueFailure) -> ImportBatch<Case> {
        try await write { db in
            let outcome = try Self.register.take(rows, in: run.number, db: db)
            if let entry = try outcome.entry(.casesImported, run.scope.subject, by: who, at: at) { try AuditTrail.append(entry, to: db) }
            return ImportBatch(count: outcome.count, duplicates: outcome.duplicates, completed: outcome.completed)
        }
    }

    package func endImport(
        _ run: ImportRun, counted: ImportCount, marks: Bool, by who: String, at: Date
    ) async throws(CatalogueFailure) -> Int {
        try await write { db in
            let marked = marks ? try Self.markUnlisted(run, at: at, in: db) : 0
            if run.scope == .cases { try CrossChecks.reviewCases(by: who, at: at, in: db) }
            let detail = [
                "run": run.number, "added": counted.added, "changed": counted.changed, "unchanged": counted.unchanged, "unlisted": marked,
            ]
            let what: AuditEntry.What = run.scope == .cases ? .casesImported : .inventoryImported
            try AuditTrail.append(
                AuditEntry(at: at, who: who, what: what, subject: run.scope.subject, detail: try JSONText.encode(detail)), to: db)
            return marked
        }
    }

    /// Rows that the table should list and does not. They stay, and count as before, until a person says what became of them.
    private static func markUnlisted(_ run: ImportRun, at: Date, in db: Database) throws -> Int {
        switch run.scope {
        case .inventory(let fonds):
            try db.execute(
                sql: "UPDATE inventory_item SET unlisted_at = ? WHERE fonds = ? AND ifnull(seen_in, 0) < ? AND unlisted_at IS NULL",
                arguments: [at.milliseconds, fonds, run.number])
        case .cases:
            let units = try String.fetchAll(
                db, sql: "SELECT DISTINCT ifnull(unit, '') FROM case_file WHERE seen_in = ?", arguments: [run.number])
            try db.execute(
                sql: """
                    UPDATE case_file SET unlisted_at = :at
                    WHERE ifnull(seen_in, 0) < :run AND unlisted_at IS NULL AND ifnull(unit, '') IN (SELECT value FROM json_each(:units))
                        AND received_on BETWEEN (SELECT min(received_on) FROM case_file WHERE seen_in = :run)
                            AND (SELECT max(received_on) FROM case_file WHERE seen_in = :run)
                    """, arguments: ["at": at.milliseconds, "run": run.number, "units": try JSONText.encode(units)])
        }
        return db.changesCount
    }
}

extension ImportRun.Scope {
    fileprivate var name: String {
        switch self {
        case .inventory: "inventory"
        case .cases: "cases"
        }
    }

    /// What the trail calls it.
    fileprivate var subject: String {
        switch self {
        case .inventory(let fonds): fonds
        case .cases: "cases"
        }
    }
}
