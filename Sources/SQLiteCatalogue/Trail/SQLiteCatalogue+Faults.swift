package import Records

import GRDB

extension SQLiteCatalogue {
    /// Faults of one kind that are named one by one.
    static let listedFaults = 100
    /// FTS5 checks itself only as a writer, and others wait meanwhile: up to this many pages, which take it about five seconds,
    /// half of the time that a writer waits. In a larger catalogue the index is held against its records by `unfindable` alone.
    static let pagesForOwnCheck = 40_000

    package func faults() async throws(CatalogueFailure) -> [String] {
        let checks: [@Sendable (Database) throws -> [String]] = [
            Self.damage, { try Guards.missing(in: $0).map { "guards: the trigger \($0) is missing or another" } }, Self.danglingReferences,
            { try [AuditTrail.firstBreak(in: $0)].compactMap(\.self) }, Self.unindexed, Self.unfindable,
            Self.wrongTally, Self.wrongFigures, { try RevisionRow.faults(limit: Self.listedFaults, in: $0) },
            { try LedgerFaults.reuses(limit: Self.listedFaults, in: $0) }, { try LedgerFaults.reports(limit: Self.listedFaults, in: $0) },
            { try LedgerFaults.statuses(limit: Self.listedFaults, in: $0) }, { try LedgerFaults.outcomes(limit: Self.listedFaults, in: $0) },
            { try LedgerFaults.outside(limit: Self.listedFaults, in: $0) },
        ]
        do {
            let found = try await read { db in try checks.flatMap { try Self.sentences(of: $0, in: db) } }
            let restored = restoredGuards.map { "guards: the trigger \($0) was missing or another, and was put back at this opening" }
            return restored + found + (try await write { db in try Self.sentences(of: Self.damagedIndex, in: db) })
        } catch .unusable {
            return ["database: too damaged to be checked; restore it from a backup"]
        } catch {
            throw error
        }
    }

    /// A database that is too damaged to be checked is a fault, not a failure to check.
    private static func sentences(of check: (Database) throws -> [String], in db: Database) throws -> [String] {
        do {
            return try check(db)
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode) {
            return ["database: \((error.message ?? "damaged").split(whereSeparator: \.isNewline).joined(separator: " "))"]
        } catch is RowDecodingError {
            return ["database: a row does not hold what its table promises"]
        }
    }

    private static func damage(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA quick_check(\(listedFaults))").filter { $0 != "ok" }.map { "database: \($0)" }
    }

    private static func danglingReferences(in db: Database) throws -> [String] {
        let rows = try Row.fetchAll(db, sql: #"SELECT DISTINCT "table", parent FROM pragma_foreign_key_check"#)
        return try rows.map { row in
            let (table, parent): (String, String) = (try row.value("table"), try row.value("parent"))
            return "database: a row of \(table) refers to a row of \(parent) that is not there"
        }
    }

    /// Stored but not findable, and the reverse.
    private static func unindexed(in db: Database) throws -> [String] {
        let missing = try String.fetchAll(
            db, sql: "SELECT id FROM record WHERE seq NOT IN (SELECT id FROM search_docsize) ORDER BY seq LIMIT \(listedFaults)")
        let orphans = try Int64.fetchAll(
            db, sql: "SELECT id FROM search_docsize WHERE id NOT IN (SELECT seq FROM record) ORDER BY id LIMIT \(listedFaults)")
        return missing.map { "index: record \($0) is stored but not in the index" }
            + orphans.map { "index: entry \($0) belongs to no record" }
    }

    /// Looks each record up by the longest word of its opening, as a search would.
    private static func unfindable(in db: Database) throws -> [String] {
        var faults: [String] = []
        let records = try Row.fetchCursor(
            db,
            sql: """
                SELECT record.seq, record.id, substr(search.title || ' ' || search.reference || ' ' || search.body, 1, 400) AS opening
                FROM record CROSS JOIN search ON search.rowid = record.seq
                """)
        let probe = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?)")
        while faults.count < listedFaults, let row = try records.next() {
            let words = Words.split(try row.value("opening")).dropLast()
            guard let word = words.max(by: { $0.utf8.count < $1.utf8.count }) else { continue }
            let seq: Int64 = try row.value("seq")
            if try Bool.fetchOne(probe, arguments: ["\"\(word)\"", seq]) == false {
                faults.append("index: record \(try row.value("id") as String) is not found by its own words")
            }
        }
        return faults
    }

    private static func wrongTally(in db: Database) throws -> [String] {
        let wrong = try Bool.fetchOne(db, sql: "SELECT (SELECT count(*) FROM page) <> (SELECT ifnull(sum(pages), 0) FROM page_tally)") ?? false
        let scans = "SELECT pipeline, state, count(*) FROM scan WHERE released_at IS NULL GROUP BY pipeline, state"
        let kept = "SELECT pipeline, state, scans FROM scan_tally WHERE scans > 0"
        let isMiscounted =
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT * FROM (\(scans)) EXCEPT \(kept)) OR EXISTS (\(kept) EXCEPT SELECT * FROM (\(scans)))") ?? false
        return (wrong ? ["database: the sum of pages differs from the pages that are there"] : [])
            + (isMiscounted ? ["database: the sums of scans differ from the scans that are there"] : [])
    }

    /// Figures that are not what the records say, or that the trail does not account for.
    private static func wrongFigures(in db: Database) throws -> [String] {
        let stale = try FigureKeeper.stale(limit: listedFaults, in: db).map { "figures: of \($0) are not what its records say" }
        let untold = try String.fetchAll(
            db,
            sql: """
                SELECT code FROM case_state WHERE NOT EXISTS (SELECT 1 FROM change WHERE kind = 'case' AND subject = code)
                UNION ALL SELECT code FROM item_state WHERE NOT EXISTS (SELECT 1 FROM change WHERE kind = 'item' AND subject = code)
                LIMIT \(listedFaults)
                """
        ).map { "figures: the trail says nothing of \($0)" }
        let sums = try ["case", "item"].filter { table in
            let (kept, counted) = ("SELECT * FROM \(table)_tally WHERE \(table)s > 0", FigureTriggers.recount(table))
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (\(kept) EXCEPT SELECT * FROM (\(counted))) OR EXISTS (SELECT * FROM (\(counted)) EXCEPT \(kept))") ?? false
        }
        return stale + untold + (try unaccounted(in: db)) + sums.map { "figures: the sums over each \($0) differ from what they sum" }
    }

    /// Figures that are there without what they are of, or without the trail, and the reverse: whoever changed a row and its figures alike is
    /// found by the last change that the trail tells.
    private static func unaccounted(in db: Database) throws -> [String] {
        guard try FigureRule.stored(in: db) != nil else { return [] }
        return try [(TrailChange.Kind.caseFile, "case_file", "case_code"), (.item, "inventory_item", "file_code")].flatMap { kind, rows, key in
            let (states, columns) = FigureSQL.table(of: kind)
            func codes(_ sql: String, _ sentence: (String) -> String) throws -> [String] {
                try String.fetchAll(db, sql: "\(sql) LIMIT \(listedFaults)").map(sentence)
            }
            // With one `max`, SQLite takes the other columns from its row: https://www.sqlite.org/lang_select.html#bareagg
            let told = "SELECT subject, after, max(seq) FROM change WHERE kind = '\(kind.rawValue)' GROUP BY subject"
            let differs = columns.map { column in
                // Entries of versions that told less hold what they tell.
                let value = "told.after ->> '$.\(column)'"
                return FigureSQL.laterColumns.contains(column)
                    ? "ifnull(\(value), state.\(column)) IS NOT state.\(column)" : "\(value) IS NOT state.\(column)"
            }
            return try codes("SELECT code FROM \(states) WHERE code NOT IN (SELECT \(key) FROM \(rows))") {
                "figures: of \($0) stand without its row"
            }
                + codes("SELECT DISTINCT subject FROM change WHERE kind = '\(kind.rawValue)' AND subject NOT IN (SELECT code FROM \(states))") {
                    "figures: of \($0) are gone, but the trail tells of them"
                }
                + codes(
                    """
                    SELECT state.code FROM \(states) AS state JOIN (\(told)) AS told ON told.subject = state.code
                    WHERE \(differs.joined(separator: " OR "))
                    """
                ) { "figures: of \($0) are not what the trail says" }
        }
    }

    private static func damagedIndex(in db: Database) throws -> [String] {
        guard let pages = try Int.fetchOne(db, sql: "SELECT count(*) FROM record_page"), pages <= pagesForOwnCheck else { return [] }
        do {
            try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
            return []
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return ["index: does not agree with what it was made from; build it anew"]
        }
    }
}
