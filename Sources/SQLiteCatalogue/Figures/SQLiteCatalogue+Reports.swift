import Crypto
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
                    ORDER BY at DESC LIMIT 1
                    """, arguments: [moment.milliseconds]
            ).map(Date.init(milliseconds:))
        }
    }

    package func issuedReports(of period: String) async throws(CatalogueFailure) -> [Data] {
        try await read { db in
            try Data.fetchAll(db, sql: "SELECT report FROM report WHERE period = ? ORDER BY amendment", arguments: [period])
        }
    }

    package func issue(report: Data, of period: String, amendment: Int, by who: String, at: Date) async throws(CatalogueFailure) -> Data {
        try await write { db in
            let known = "SELECT report FROM report WHERE period = ? AND amendment = ?"
            if let earlier = try Data.fetchOne(db, sql: known, arguments: [period, amendment]) { return earlier }
            try db.execute(
                sql: "INSERT INTO report (period, amendment, issued_at, report) VALUES (?, ?, ?, ?)",
                arguments: [period, amendment, at.milliseconds, report])
            let hash = SHA256.hash(data: report).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            try AuditTrail.append(
                AuditEntry(
                    at: at, who: who, what: .reportIssued, subject: period,
                    detail: try JSONText.encode(["amendment": String(amendment), "sha256": hash])), to: db)
            return report
        }
    }

    package func reportFile(of period: String, amendment: Int, form: String) async throws(CatalogueFailure) -> Data? {
        try await read { db in
            try Data.fetchOne(
                db, sql: "SELECT bytes FROM report_file WHERE period = ? AND amendment = ? AND form = ?", arguments: [period, amendment, form])
        }
    }

    package func keep(reportFile bytes: Data, of period: String, amendment: Int, form: String) async throws(CatalogueFailure) -> Data {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO report_file (period, amendment, form, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [period, amendment, form, bytes])
            return try Data.fetchOne(
                db, sql: "SELECT bytes FROM report_file WHERE period = ? AND amendment = ? AND form = ?", arguments: [period, amendment, form])
                ?? bytes
        }
    }
}
