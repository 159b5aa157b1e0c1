package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    package func lastWork(until moment: Date) async throws(CatalogueFailure) -> Date? {
        try await read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT at FROM audit WHERE at <= ? AND what IN ('scan_recorded', 'inventory_imported', 'cases_imported', 'reuse_recorded')
                        AND (what IN ('scan_recorded', 'reuse_recorded') OR detail ->> '$.added' > 0 OR detail ->> '$.changed' > 0)
                    ORDER BY at DESC LIMIT 1
                    """, arguments: [moment.milliseconds]
            ).map(Date.init(milliseconds:))
        }
    }

    package func issuedReports(of period: String) async throws(CatalogueFailure) -> [Data] {
        try await read { db in
            let issued = try IssuedReport.all(of: period, in: db)
            let rows = try Row.fetchAll(db, sql: "SELECT amendment, report FROM report WHERE period = ? ORDER BY amendment", arguments: [period])
            return try rows.map { row in
                let bytes: Data = try row.value("report")
                let key = IssuedReport.Key(period: period, amendment: try row.value("amendment"))
                guard issued[key]?.knows(bytes, as: nil) == .same else { throw CatalogueFailure.refused(Sentences.reportChanged) }
                return bytes
            }
        }
    }

    package func issue(
        report: Data, of period: String, amendment: Int, forms: [String: Data], by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data {
        try await write { db in
            let known = "SELECT report FROM report WHERE period = ? AND amendment = ?"
            if let earlier = try Data.fetchOne(db, sql: known, arguments: [period, amendment]) { return earlier }
            let issued = try IssuedReport.all(of: period, in: db)[IssuedReport.Key(period: period, amendment: amendment)]
            if issued != nil { throw CatalogueFailure.refused(Sentences.reportGone) }
            try db.execute(
                sql: "INSERT INTO report (period, amendment, issued_at, report) VALUES (?, ?, ?, ?)",
                arguments: [period, amendment, at.milliseconds, report])
            for (form, bytes) in forms { try Self.keep(bytes, of: period, amendment, form, in: db) }
            let detail = IssuedReport.Detail(amendment: String(amendment), sha256: Digest.of(report), forms: forms.mapValues { Digest.of($0) })
            try AuditTrail.append(
                AuditEntry(at: at, who: who, what: .reportIssued, subject: period, detail: try JSONText.encode(detail)), to: db)
            return report
        }
    }

    package func reportFile(of period: String, amendment: Int, form: String) async throws(CatalogueFailure) -> Data? {
        try await read { db in try Self.file(of: period, amendment, form, in: db) }
    }

    package func keep(
        reportFile bytes: Data, of period: String, amendment: Int, form: String, by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data {
        try await write { db in
            if let earlier = try Self.file(of: period, amendment, form, in: db) { return earlier }
            try Self.keep(bytes, of: period, amendment, form, in: db)
            var forms = [form: Digest.of(bytes)]
            // Those that an older version kept without telling the trail of them.
            let others = try Row.fetchAll(
                db, sql: "SELECT form, bytes FROM report_file WHERE period = ? AND amendment = ? AND form <> ?", arguments: [period, amendment, form])
            for row in others { forms[try row.value("form")] = Digest.of(try row.value("bytes") as Data) }
            let detail = IssuedReport.Detail(amendment: String(amendment), sha256: nil, forms: forms)
            try AuditTrail.append(
                AuditEntry(at: at, who: who, what: .reportIssued, subject: period, detail: try JSONText.encode(detail)), to: db)
            return bytes
        }
    }

    private static func keep(_ bytes: Data, of period: String, _ amendment: Int, _ form: String, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO report_file (period, amendment, form, bytes) VALUES (?, ?, ?, ?)", arguments: [period, amendment, form, bytes])
    }

    /// As it was issued: what the trail does not know again is not handed out.
    private static func file(of period: String, _ amendment: Int, _ form: String, in db: Database) throws -> Data? {
        let issued = try IssuedReport.all(of: period, in: db)[IssuedReport.Key(period: period, amendment: amendment)]
        let bytes = try Data.fetchOne(
            db, sql: "SELECT bytes FROM report_file WHERE period = ? AND amendment = ? AND form = ?", arguments: [period, amendment, form])
        guard let bytes else {
            if issued?.forms?[form] != nil { throw CatalogueFailure.refused(Sentences.reportGone) }
            return nil
        }
        guard issued?.knows(bytes, as: form) == .same else { throw CatalogueFailure.refused(Sentences.reportChanged) }
        return bytes
    }
}
