import Foundation
import GRDB
import Records

/// Works off `dossier_changed`: computes the figures of each of these dossiers anew from the records, and says what changed.
///
/// Everything that moves a figure passes here, and what passes here stands in the trail: so figures of any past day can be computed
/// from the trail alone.
enum FigureKeeper {
    /// Dossiers that one entry of the trail takes along. What is beyond them goes into further entries.
    static let dossiersAnEntry = 2_000

    /// Whether dossiers wait. Without a rule of this version of the program there is nothing to compute by: the next opening that brings one
    /// computes everything.
    static func isBehind(in db: Database) throws -> Bool {
        try isNoted(in: db) && FigureRule.stored(in: db) != nil
    }

    private static func isNoted(in db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM dossier_changed)")) ?? false
    }

    /// Brings the states up to date, for the first `dossiersAnEntry` codes, and returns what changed, in order of code.
    static func settle(in db: Database) throws -> [TrailChange] {
        guard try isNoted(in: db), let rule = try FigureRule.stored(in: db)?.arguments() else { return [] }
        let last = try String.fetchOne(
            db, sql: "SELECT max(code) FROM (SELECT code FROM dossier_changed ORDER BY code LIMIT \(dossiersAnEntry))")
        let changed = "SELECT code FROM dossier_changed WHERE code <= :last"
        var changes: [TrailChange] = []
        for row in try Row.fetchAll(db, sql: FigureSQL.cases(changed), arguments: rule + ["last": last]) {
            let after = try CaseFigures(row: row)
            try note(row, .caseFile, after, before: try row.hasState ? try CaseFigures(row: row, prefix: "old_") : nil, in: &changes)
        }
        for row in try Row.fetchAll(db, sql: FigureSQL.items(changed), arguments: ["last": last]) {
            let after = try ItemFigures(row: row)
            try note(row, .item, after, before: try row.hasState ? try ItemFigures(row: row, prefix: "old_") : nil, in: &changes)
        }
        for change in changes { try save(change, in: db) }
        try db.execute(sql: "DELETE FROM dossier_changed WHERE code <= ?", arguments: [last])
        return changes
    }

    /// The codes whose states are not what their records say, at most `limit`; none where nothing says what they are to be.
    static func stale(limit: Int, in db: Database) throws -> [String] {
        guard let rule = try FigureRule.stored(in: db)?.arguments() else { return [] }
        var codes: [String] = []
        let cases = try Row.fetchCursor(db, sql: FigureSQL.cases("SELECT case_code AS code FROM case_file"), arguments: rule)
        while codes.count < limit, let row = try cases.next() {
            if try !row.hasState || CaseFigures(row: row) != CaseFigures(row: row, prefix: "old_") { codes.append(try row.value("code")) }
        }
        let items = try Row.fetchCursor(db, sql: FigureSQL.items("SELECT file_code AS code FROM inventory_item"))
        while codes.count < limit, let row = try items.next() {
            if try !row.hasState || ItemFigures(row: row) != ItemFigures(row: row, prefix: "old_") { codes.append(try row.value("code")) }
        }
        return codes
    }

    private static func note<Figures: Codable & Equatable & SendableMetatype>(
        _ row: Row, _ kind: TrailChange.Kind, _ after: Figures, before: Figures?, in changes: inout [TrailChange]
    ) throws {
        guard after != before else { return }
        changes.append(
            TrailChange(kind: kind, subject: try row.value("code"), before: try before.map(JSONText.encode), after: try JSONText.encode(after)))
    }

    private static func save(_ change: TrailChange, in db: Database) throws {
        let (table, columns) = FigureSQL.table(of: change.kind)
        let values = columns.map { "json_extract(?2, '$.\($0)')" }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO \(table) (code, \(columns.joined(separator: ", "))) VALUES (?1, \(values))
                ON CONFLICT (code) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
                """)
        try statement.execute(arguments: [change.subject, change.after])
    }
}

extension Row {
    /// Whether the state of this dossier has been computed before.
    fileprivate var hasState: Bool {
        get throws { try value("has_state") }
    }
}
