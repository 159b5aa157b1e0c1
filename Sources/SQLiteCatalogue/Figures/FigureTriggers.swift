import GRDB

/// The triggers that note which dossiers' figures may have changed, and that keep the tallies.
///
/// They are made at every opening where they are missing, for a table that a migration makes anew loses its triggers.
enum FigureTriggers {
    static func ensure(in db: Database) throws {
        for trigger in all { try db.execute(sql: trigger) }
    }

    /// Before a table that they name is made anew.
    static func remove(in db: Database) throws {
        let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'figures!_%' ESCAPE '!'")
        for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
    }

    static func areMissing(in db: Database) throws -> Bool {
        let there = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'figures!_%' ESCAPE '!'") ?? 0
        return there < all.count
    }

    private static let all = marks + tallies

    /// One that notes the codes that `codes` selects; none twice.
    private static func mark(_ name: String, _ event: String, _ codes: String) -> String {
        """
        CREATE TRIGGER IF NOT EXISTS figures_\(name) AFTER \(event) BEGIN
            INSERT INTO dossier_changed SELECT DISTINCT code FROM (\(codes))
                WHERE code IS NOT NULL AND code NOT IN (SELECT code FROM dossier_changed);
        END
        """
    }

    private static func ofRecord(_ row: String) -> String {
        "SELECT \(row).dossier AS code UNION ALL SELECT case_code FROM reuse WHERE from_record = \(row).id"
    }

    private static func ofRecordNamed(_ id: String) -> String {
        "SELECT dossier AS code FROM record WHERE id = \(id) UNION ALL SELECT case_code FROM reuse WHERE from_record = \(id)"
    }

    private static let marks = [
        mark("record_in", "INSERT ON record", "SELECT NEW.dossier AS code"),
        mark("record_out", "DELETE ON record", ofRecord("OLD")),
        mark(
            "record_changed", "UPDATE OF dossier, status, form, type_code, issued_on, pdf, scan ON record",
            "\(ofRecord("OLD")) UNION ALL \(ofRecord("NEW"))"),
        mark("pages_in", "INSERT ON record_page", "SELECT dossier AS code FROM record WHERE seq = NEW.record"),
        mark("pages_out", "DELETE ON record_page", "SELECT dossier AS code FROM record WHERE seq = OLD.record"),
        mark(
            "page_changed", "UPDATE OF source ON page",
            "SELECT record.dossier AS code FROM record_page JOIN record ON record.seq = record_page.record "
                + "WHERE record_page.scan = NEW.scan AND record_page.page = NEW.page"),
        mark(
            "scan_changed", "UPDATE OF state ON scan",
            "SELECT dossier AS code FROM record WHERE scan = NEW.seq "
                + "UNION ALL SELECT reuse.case_code FROM record JOIN reuse ON reuse.from_record = record.id WHERE record.scan = NEW.seq"),
        mark("case_in", "INSERT ON case_file", "SELECT NEW.case_code AS code"),
        mark(
            "case_changed",
            "UPDATE OF unit, procedure_code, received_on, result_required, reported_digitized, reported_reused, replacement_result, unlisted_at ON case_file",
            "SELECT NEW.case_code AS code"),
        mark("item_in", "INSERT ON inventory_item", "SELECT NEW.file_code AS code"),
        mark(
            "item_changed", "UPDATE OF fonds, unit, state, total_pages, total_documents, unlisted_at ON inventory_item",
            "SELECT NEW.file_code AS code"),
        mark("reuse_in", "INSERT ON reuse", "SELECT NEW.case_code AS code"),
        mark("reuse_out", "DELETE ON reuse", "SELECT OLD.case_code AS code"),
        mark("fault_in", "INSERT ON fixity_fault", ofRecordNamed("NEW.record")),
        mark("fault_out", "DELETE ON fixity_fault", ofRecordNamed("OLD.record")),
    ]

    private static let tallies: [String] = [("case", caseKey, caseSums), ("item", itemKey, itemSums)].flatMap { table, key, sums in
        [
            tally("\(table)_counted", "INSERT", table, key, sums, signs: ["NEW": 1]),
            tally("\(table)_uncounted", "DELETE", table, key, sums, signs: ["OLD": -1]),
            tally("\(table)_recounted", "UPDATE", table, key, sums, signs: ["OLD": -1, "NEW": 1]),
        ]
    }

    private static func tally(
        _ name: String, _ event: String, _ table: String, _ key: [(String, String)], _ sums: [(String, String)], signs: [String: Int]
    ) -> String {
        let columns = (key + sums).map(\.0).joined(separator: ", ")
        let steps = signs.sorted { $0.value < $1.value }.map { row, sign in
            let values = key.map { $0.1.replacing("@", with: row) } + sums.map { "\(sign) * \($0.1.replacing("@", with: row))" }
            return """
                INSERT INTO \(table)_tally (\(columns)) VALUES (\(values.joined(separator: ", ")))
                    ON CONFLICT DO UPDATE SET \(sums.map { "\($0.0) = \($0.0) + excluded.\($0.0)" }.joined(separator: ", "));
                """
        }
        return "CREATE TRIGGER IF NOT EXISTS figures_\(name) AFTER \(event) ON \(table)_state BEGIN \(steps.joined(separator: "\n")) END"
    }

    /// Columns of the tallies' keys, and what stands there for a row `@`: what decides how a case or item stands, and no more.
    private static let caseKey = [
        ("unit", "ifnull(@.unit, '')"), ("result_required", "ifnull(@.result_required, -1)"),
        ("components", "@.components > 0"), ("results", "@.results > 0"), ("electronic_results", "@.electronic_results > 0"),
        ("reuses", "@.reuses > 0"), ("damaged", "@.damaged > 0"), ("reported_digitized", "ifnull(@.reported_digitized, -1)"),
        ("reported_reused", "ifnull(@.reported_reused, -1)"), ("unlisted", "@.unlisted"),
        ("month", "ifnull(substr(@.received_on, 1, 7), '')"),
    ]
    /// What cases of one group have in common, whenever they were received.
    static let caseGroupColumns = caseKey.map(\.0).filter { $0 != "month" }
    private static let caseSums = [("cases", "1")]
    private static let itemKey = [
        ("fonds", "@.fonds"), ("unit", "ifnull(@.unit, '')"), ("state", "@.state"), ("total_pages", "@.total_pages IS NOT NULL"),
        ("scanned_pages", "ifnull(@.scanned_pages >= @.total_pages, 0)"), ("records", "@.records > 0"), ("needs_review", "@.needs_review > 0"),
        ("without_archival_copy", "@.without_archival_copy > 0"), ("damaged", "@.damaged > 0"), ("unlisted", "@.unlisted"),
    ]
    private static let itemSums = [
        ("items", "1"), ("documents_done", "ifnull(min(@.done_documents, @.total_documents), 0)"),
        ("documents_waiting", "ifnull(max(0, min(@.records, @.total_documents) - @.done_documents), 0)"),
        ("documents_of", "ifnull(@.total_documents, 0)"), ("documents_unknown", "(@.total_documents IS NULL)"),
        ("pages_done", "ifnull(min(@.done_pages, @.total_pages), 0)"),
        ("pages_waiting", "ifnull(max(0, min(@.scanned_pages, @.total_pages) - @.done_pages), 0)"), ("pages_of", "ifnull(@.total_pages, 0)"),
        ("pages_unknown", "(@.total_pages IS NULL)"),
    ]

    /// What the tallies must hold: the same sums from the states.
    static func recount(_ table: String) -> String {
        let (key, sums) = table == "case" ? (caseKey, caseSums) : (itemKey, itemSums)
        let values = key.map { $0.1.replacing("@", with: "s") } + sums.map { "sum(\($0.1.replacing("@", with: "s")))" }
        return
            "SELECT \(values.joined(separator: ", ")) FROM \(table)_state AS s GROUP BY \((1...key.count).map(String.init).joined(separator: ", "))"
    }
}
