import Foundation
import GRDB
import Records
import struct Records.Record
import Testing

@testable import SQLiteCatalogue

@Suite("What was done, counted and reported stands as it was done, or is found")
struct SQLiteLedgerTests {
    let place: TemporaryCatalogue
    let catalogue: SQLiteCatalogue

    /// One reuse that stands, one that was undone, a report with an amendment, and records of each status.
    init() async throws {
        place = try TemporaryCatalogue()
        catalogue = try place.open()
        _ = try await catalogue.importCases(
            [Case(caseCode: "C1", components: ["A", "B", "C", "Z"]), Case(caseCode: "C2")], by: "lan", at: Samples.noon)
        for id in ["kept", "accepted", "rejected", "corrected"] {
            try await catalogue.add(id, ["Giấy \(id)"], kind: .tthc, status: .needsReview, dossier: "C2")
        }
        try await catalogue.add("plain", ["Giấy khai"], kind: .tthc, dossier: "C2")
        for (id, step, status) in [("accepted", Revision.Step.accepted, Record.Status.accepted), ("rejected", .rejected, .rejected)] {
            var record = try #require(try await catalogue.record(id: id))
            record.status = status
            try await catalogue.revise(
                record, as: Revision(record: id, number: 0, step: step, by: "lan", because: "đã xem", at: Samples.noon, changes: []))
        }
        for (id, component, because) in [("u1", "A", "Chị Lò Thị Mai nộp bản cũ"), ("u2", "B", nil)] as [(String, String, String?)] {
            try await catalogue.recordReuse(
                ReuseEvent(
                    id: id, caseCode: "C1", component: component, fromRecord: "plain", sourceKind: .component, by: "chị Na", because: because,
                    at: Samples.noon))
        }
        try await catalogue.undoReuse("u2", by: "anh Minh", because: "ghi nhầm", at: Samples.noon + 60)
        for amendment in 0...1 {
            let report = Data("{\"number\":\(amendment)}".utf8)
            _ = try await catalogue.issue(
                report: report, of: "2026-10", amendment: amendment, forms: ["csv": Data("a;b".utf8), "json": report], by: "lan", at: Samples.noon)
        }
    }

    @Test("nothing that the program wrote is a fault, and no reason or name stands in the trail")
    func whole() async throws {
        #expect(try await catalogue.faults() == [])
        let details = try await catalogue.trail(after: 0, limit: 100).compactMap(\.detail).joined()
        #expect(!details.contains("Mai") && !details.contains("ghi nhầm"))
        for told in ["\"component\":\"A\"", "\"from_record\":\"plain\"", "\"source_kind\":\"component\"", "\"undoes\":\"u2\""] {
            #expect(details.contains(told), "\(told)")
        }
    }

    private static let changes = [
        "UPDATE reuse SET because = 'bịa' WHERE id = 'u1'", "DELETE FROM reuse", "INSERT OR REPLACE INTO reuse SELECT * FROM reuse WHERE id = 'u1'",
        "UPDATE report SET issued_at = 0", "DELETE FROM report WHERE amendment = 1", "INSERT OR REPLACE INTO report SELECT * FROM report",
        "UPDATE report_file SET bytes = x'00'", "DELETE FROM report_file", "INSERT OR REPLACE INTO report_file SELECT * FROM report_file",
    ]

    @Test("the tables of reuses and reports refuse to be changed", arguments: changes)
    func appendOnly(change: String) async throws {
        #expect(throws: DatabaseError.self) { try place.tamper { try $0.execute(sql: change) } }
        #expect(try await catalogue.faults() == [])
    }

    @Test(
        "where the triggers were taken away first, the trail tells",
        arguments: [
            ("UPDATE reuse SET who = 'x' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET because = 'bịa' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET because = NULL, salt = NULL WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET case_code = 'C2' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET component = 'Z' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET from_record = 'kept' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET source_kind = 'result' WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET at = at + 1 WHERE id = 'u1'", "reuse: u1 is not what the trail says"),
            ("UPDATE reuse SET undoes = NULL WHERE id = 'u2-undone'", "reuse: u2-undone is not what the trail says"),
            ("UPDATE reuse SET because = 'khác' WHERE id = 'u2-undone'", "reuse: u2-undone is not what the trail says"),
            ("DELETE FROM reuse WHERE id = 'u2-undone'", "reuse: the ledger lacks u2-undone, of which the trail tells"),
            (
                "INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, at) VALUES ('u9', 'C2', 'A', 'plain', 'component', 'x', 0)",
                "reuse: u9 stands in no entry of the trail"
            ),
            ("UPDATE report SET report = x'00' WHERE amendment = 1", "reports: 2026-10, number 1 is not what was issued"),
            (
                "UPDATE report_file SET bytes = CAST('giả' AS BLOB) WHERE form = 'csv' AND amendment = 0",
                "reports: 2026-10, number 0, as csv is not what was issued"
            ),
            ("DELETE FROM report_file WHERE form = 'csv' AND amendment = 1", "reports: 2026-10, number 1, as csv was issued and is not there"),
            ("DELETE FROM report_file; DELETE FROM report", "reports: 2026-10, number 0 was issued and is not there"),
            ("INSERT INTO report VALUES ('2026-09', 0, 0, x'00')", "reports: 2026-09, number 0 stands in no entry of the trail"),
            (
                "INSERT INTO report_file VALUES ('2026-10', 0, 'html', x'00')", "reports: 2026-10, number 0, as html stands in no entry of the trail"
            ),
            (
                "UPDATE record SET status = 'accepted' WHERE id = 'rejected'",
                "records: rejected is accepted, but what was done to it left it rejected"
            ),
            (
                "UPDATE record SET status = 'accepted' WHERE id = 'kept'", "records: kept is accepted, but what was done to it left it needs_review"
            ),
            (
                "UPDATE record SET status = 'rejected' WHERE id = 'plain'", "records: plain is rejected, but what was done to it left it accepted"
            ),
        ])
    func behindItsBack(change: String, fault: String) async throws {
        try place.tamper { db in
            for table in ["reuse", "report", "report_file"] {
                for what in ["changed", "deleted"] { try db.execute(sql: "DROP TRIGGER \(table)_is_not_\(what)") }
            }
            try db.execute(sql: change)
        }
        // Also after the next opening, which settles the figures that the change moved.
        #expect(try await place.open().faults().contains(fault))
    }

    @Test("the outcome of a scan is what the trail says", arguments: ["rejected", "restricted", "duplicate"])
    func outcomes(state: String) async throws {
        let scan = try #require(try await catalogue.record(id: "plain")).scan
        try place.tamper { try $0.execute(sql: "UPDATE scan SET state = ? WHERE id = ?", arguments: [state, scan]) }
        #expect(try await place.open().faults().contains("scans: \(scan) is \(state), but the trail says that it was recorded"))
    }

    @Test("figures that something other than a command moved are named until somebody answers for them")
    func outside() async throws {
        try place.tamper { try $0.execute(sql: "UPDATE case_file SET received_on = '2026-10-05' WHERE case_code = 'C2'") }
        let catalogue = try place.open()
        let entry = try #require(try await catalogue.trail(after: 0, limit: 100).last { $0.what == "figures_settled" })
        #expect(entry.changes.map(\.subject) == ["C2"])
        let fault = try #require(try await catalogue.faults().first)
        #expect(fault.hasPrefix("figures: of C2 changed without a command (entry \(entry.number))"))
        try await catalogue.audit(AuditEntry(at: Samples.noon, who: "lan", what: .changeAcknowledged, subject: String(entry.number), detail: nil))
        #expect(try await catalogue.faults() == [])
    }

    @Test("a report that is no longer what was issued is not handed out, and one that is gone is not issued a second time")
    func damagedReport() async throws {
        #expect(try await catalogue.reportFile(of: "2026-10", amendment: 0, form: "csv") == Data("a;b".utf8))
        try place.tamper { db in
            for what in ["changed", "deleted"] { try db.execute(sql: "DROP TRIGGER report_file_is_not_\(what)") }
            try db.execute(sql: "DROP TRIGGER report_is_not_deleted; UPDATE report_file SET bytes = CAST('giả' AS BLOB) WHERE form = 'csv'")
        }
        await #expect(throws: CatalogueFailure.self) { try await catalogue.reportFile(of: "2026-10", amendment: 0, form: "csv") }
        try place.tamper { try $0.execute(sql: "DELETE FROM report_file; DELETE FROM report") }
        await #expect(throws: CatalogueFailure.self) { try await catalogue.reportFile(of: "2026-10", amendment: 0, form: "csv") }
        await #expect(throws: CatalogueFailure.self) {
            try await catalogue.issue(report: Data("{}".utf8), of: "2026-10", amendment: 0, forms: [:], by: "lan", at: Samples.noon)
        }
        #expect(try await catalogue.issuedReports(of: "2026-10") == [])
    }

    @Test("a form that is kept later is known to the trail too, with those that an older version kept and did not tell of")
    func laterForm() async throws {
        let report = Data("{}".utf8)
        let hash = Digest.of(report)
        try place.tamper { db in
            try db.execute(sql: "INSERT INTO report VALUES ('2026-09', 0, 0, ?)", arguments: [report])
            try db.execute(sql: "INSERT INTO report_file VALUES ('2026-09', 0, 'csv', x'41')")
        }
        try await catalogue.audit(
            AuditEntry(
                at: Samples.noon, who: "lan", what: .reportIssued, subject: "2026-09", detail: #"{"amendment":"0","sha256":"\#(hash)"}"#))
        #expect(try await catalogue.faults() == [])
        #expect(try await catalogue.reportFile(of: "2026-09", amendment: 0, form: "csv") == Data("A".utf8))
        let kept = try await catalogue.keep(
            reportFile: Data("B".utf8), of: "2026-09", amendment: 0, form: "html", by: "lan", at: Samples.noon)
        #expect(kept == Data("B".utf8))
        #expect(try await catalogue.faults() == [])
        try place.tamper { db in
            try db.execute(sql: "DROP TRIGGER report_file_is_not_changed; UPDATE report_file SET bytes = CAST('giả' AS BLOB)")
        }
        #expect(try await catalogue.faults().contains("reports: 2026-09, number 0, as csv is not what was issued"))
    }

    @Test("reuses and records of an older version, of which the trail says less, are no fault")
    func older() async throws {
        try place.tamper { db in
            try db.execute(
                sql: """
                    INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, because, at)
                    VALUES ('old', 'C1', 'A', 'kept', 'component', 'lan', 'vì', 5)
                    """)
        }
        try await catalogue.audit(
            AuditEntry(
                at: Date(milliseconds: 5), who: "lan", what: .reuseRecorded, subject: "old",
                detail: #"{"case":"C1","component":"A","from_record":"kept"}"#))
        #expect(try await catalogue.faults() == [])
    }
}
