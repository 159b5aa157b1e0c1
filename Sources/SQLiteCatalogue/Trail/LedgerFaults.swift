import GRDB
import Records

/// What ledgers hold against what the trail says was written to them, both ways. Entries of older versions say less, and hold what they say.
enum LedgerFaults {
    /// Reuses and undoings.
    static func reuses(limit: Int, in db: Database) throws -> [String] {
        let told = "what IN ('reuse_recorded', 'reuse_undone')"
        let strange = try Row.fetchAll(
            db,
            sql: """
                SELECT reuse.id, count(audit.seq) AS entries FROM reuse LEFT JOIN audit ON audit.subject = reuse.id AND audit.\(told)
                GROUP BY reuse.seq HAVING count(audit.seq) = 0 OR max(
                    audit.at <> reuse.at OR audit.who <> storable(reuse.who)
                    OR audit.what <> iif(reuse.undoes IS NULL, 'reuse_recorded', 'reuse_undone')
                    OR audit.detail ->> '$.case' IS NOT storable(reuse.case_code) OR audit.detail ->> '$.component' IS NOT storable(reuse.component)
                    OR audit.detail ->> '$.from_record' IS NOT reuse.from_record OR audit.detail ->> '$.undoes' IS NOT reuse.undoes
                    OR ifnull(audit.detail ->> '$.source_kind', reuse.source_kind) <> reuse.source_kind
                    OR (audit.detail ->> '$.digest' IS NOT NULL AND audit.detail ->> '$.digest' IS NOT salted_digest(reuse.salt, reuse.because)))
                LIMIT \(limit)
                """
        ).map { row in
            let isUntold = try row.value("entries") as Int == 0
            return "reuse: \(try row.value("id") as String) " + (isUntold ? "stands in no entry of the trail" : "is not what the trail says")
        }
        // Rows of old that named no component or person were no reuse, and were left behind when the ledger was made.
        let missing = try String.fetchAll(
            db,
            sql: """
                SELECT subject FROM audit WHERE \(told) AND trim(who) <> '' AND trim(ifnull(detail ->> '$.component', '')) <> ''
                    AND subject NOT IN (SELECT id FROM reuse) LIMIT \(limit)
                """
        ).map { "reuse: the ledger lacks \($0), of which the trail tells" }
        return strange + missing
    }

    /// Reports that were issued, in each form.
    static func reports(limit: Int, in db: Database) throws -> [String] {
        var faults: [String] = []
        let issued = try IssuedReport.all(in: db)
        var found: Set<String> = []
        for (table, form) in [("report", "NULL"), ("report_file", "form")] {
            let bytes = table == "report" ? "report" : "bytes"
            let rows = try Row.fetchCursor(db, sql: "SELECT period, amendment, \(form) AS form, \(bytes) AS bytes FROM \(table)")
            while let row = try rows.next() {
                let key = IssuedReport.Key(period: try row.value("period"), amendment: try row.value("amendment"))
                let name: String? = try row.value("form")
                found.insert(key.name(name))
                switch issued[key]?.knows(try row.value("bytes"), as: name) ?? .untold {
                case .same: break
                case .other: faults.append("reports: \(key.name(name)) is not what was issued")
                case .untold: faults.append("reports: \(key.name(name)) stands in no entry of the trail")
                }
            }
        }
        for (key, report) in issued {
            faults += report.names(key).filter { !found.contains($0) }.map { "reports: \($0) was issued and is not there" }
        }
        return Array(faults.sorted().prefix(limit))
    }

    /// Figures that were settled because something other than a command had changed rows, until a person has answered for it.
    static func outside(limit: Int, in db: Database) throws -> [String] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT audit.seq, count(*) AS changes, group_concat(DISTINCT change.subject) AS subjects
                FROM audit JOIN change ON change.entry = audit.seq
                WHERE audit.what = 'figures_settled' AND audit.detail ->> '$.cause' = 'outside' AND NOT EXISTS (
                    SELECT 1 FROM audit AS answer
                    WHERE answer.what = 'change_acknowledged' AND answer.subject = CAST(audit.seq AS TEXT) AND answer.seq > audit.seq)
                GROUP BY audit.seq LIMIT \(limit)
                """
        ).map { row in
            let subjects = (try row.value("subjects") as String).split(separator: ",").sorted()
            let named = subjects.prefix(namedSubjects).joined(separator: ", ") + (subjects.count > namedSubjects ? ", …" : "")
            let entry = try row.value("seq") as Int
            return "figures: of \(named) changed without a command (entry \(entry)): rows were written by something else; "
                + "find out by whom, then answer for it with: sohoa trail acknowledge \(entry) --by USER --because TEXT"
        }
    }

    /// Subjects of one entry that are named.
    private static let namedSubjects = 5

    /// Scans whose outcome is another than the trail tells.
    static func outcomes(limit: Int, in db: Database) throws -> [String] {
        let told =
            "CASE what WHEN 'scan_recorded' THEN 'recorded' WHEN 'scan_rejected' THEN 'rejected' WHEN 'scan_restricted' THEN 'restricted' ELSE 'duplicate' END"
        return try Row.fetchAll(
            db,
            sql: """
                SELECT scan.id, scan.state, told.state AS told FROM scan JOIN (
                    SELECT subject, \(told) AS state, max(seq) FROM audit
                    WHERE what IN ('scan_recorded', 'scan_rejected', 'scan_restricted', 'scan_duplicate') GROUP BY subject) AS told ON told.subject = scan.id
                WHERE scan.state NOT IN ('waiting', 'reading') AND scan.state <> told.state LIMIT \(limit)
                """
        ).map { row in
            "scans: \(try row.value("id") as String) is \(try row.value("state") as String), but the trail says that it was \(try row.value("told") as String)"
        }
    }

    /// Records whose status is another than what was done to them has left. Those of which the trail tells no status are passed over.
    static func statuses(limit: Int, in db: Database) throws -> [String] {
        let told = """
            SELECT json_each.value AS record, 'accepted' AS status, seq * 2 AS place FROM audit, json_each(audit.detail, '$.records')
                WHERE what IN ('scan_recorded', 'scan_read_again') AND json_type(detail, '$.waiting') IS NOT NULL
            UNION ALL SELECT json_each.value, 'needs_review', seq * 2 + 1 FROM audit, json_each(audit.detail, '$.waiting')
                WHERE what IN ('scan_recorded', 'scan_read_again', 'cases_imported')
            UNION ALL SELECT json_each.value, 'rejected', seq * 2 + 1 FROM audit, json_each(audit.detail, '$.rejected')
                WHERE what = 'scan_read_again'
            UNION ALL SELECT json_each.value, 'accepted', seq * 2 + 1 FROM audit, json_each(audit.detail, '$.accepted')
                WHERE what = 'cases_imported'
            UNION ALL SELECT subject, detail ->> '$.status', seq * 2 FROM audit
                WHERE what IN ('record_accepted', 'record_corrected', 'record_rejected', 'record_read_again') AND detail ->> '$.status' IS NOT NULL
            """
        return try Row.fetchAll(
            db,
            sql: """
                SELECT record.id, record.status, told.status AS told FROM (SELECT record, status, max(place) FROM (\(told)) GROUP BY record) AS told
                JOIN record ON record.id = told.record JOIN scan ON scan.seq = record.scan
                WHERE scan.state = 'recorded' AND record.status <> told.status LIMIT \(limit)
                """
        ).map { row in
            "records: \(try row.value("id") as String) is \(try row.value("status") as String), but what was done to it left it \(try row.value("told") as String)"
        }
    }
}
