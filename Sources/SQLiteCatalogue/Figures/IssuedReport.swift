import Foundation
import GRDB
import Records

/// What the trail says of one report that was issued: by what its bytes are recognised, in each form.
struct IssuedReport {
    /// Of the report's own JSON.
    var sha256: String?
    /// By form. Entries of older versions tell of none, and then any form is taken for what was issued.
    var forms: [String: String]?

    struct Key: Hashable {
        let period: String
        let amendment: Int

        /// `2026-10, number 0`, `2026-10, number 0, as csv`.
        func name(_ form: String?) -> String { "\(period), number \(amendment)" + (form.map { ", as \($0)" } ?? "") }
    }

    enum Knowledge { case same, other, untold }

    /// - Parameter form: nil for the report's own JSON.
    func knows(_ bytes: Data, as form: String?) -> Knowledge {
        guard let form else { return sha256.map { $0 == Digest.of(bytes) ? .same : .other } ?? .untold }
        guard let forms else { return .same }
        return forms[form].map { $0 == Digest.of(bytes) ? .same : .other } ?? .untold
    }

    /// Everything that was issued of it.
    func names(_ key: Key) -> [String] { (sha256 == nil ? [] : [key.name(nil)]) + (forms ?? [:]).keys.map { key.name($0) } }

    /// What an entry bears.
    struct Detail: Codable {
        var amendment: String
        var sha256: String?
        var forms: [String: String]?
    }

    /// - Parameter period: nil for all.
    static func all(of period: String? = nil, in db: Database) throws -> [Key: IssuedReport] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT subject, detail FROM audit WHERE what = 'report_issued' AND (?1 IS NULL OR subject = ?1) ORDER BY seq",
            arguments: [period])
        var issued: [Key: IssuedReport] = [:]
        for row in rows {
            let text: String? = try row.value("detail")
            guard let detail = try? JSONDecoder().decode(Detail.self, from: Data((text ?? "").utf8)), let amendment = Int(detail.amendment) else {
                continue
            }
            let key = Key(period: try row.value("subject"), amendment: amendment)
            var report = issued[key] ?? IssuedReport()
            if let hash = detail.sha256 { report.sha256 = report.sha256 ?? hash }
            if let forms = detail.forms { report.forms = (report.forms ?? [:]).merging(forms) { first, _ in first } }
            issued[key] = report
        }
        return issued
    }
}
