package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    package func importCases(_ cases: [Case], by who: String, at: Date) async throws(CatalogueFailure) -> ImportCount {
        try await write { db in
            let count = try Self.register.run(cases, in: db)
            try AuditTrail.append(.imported(.casesImported, "cases", count, by: who, at: at), to: db)
            return count
        }
    }

    package func caseFile(code: String) async throws(CatalogueFailure) -> Case? {
        try await read { db in try Self.caseFile(code, in: db) }
    }

    package func caseProgress(in period: Period) async throws(CatalogueFailure) -> [CaseProgress] {
        try await read { db in
            let days = period.days
            return try Row.fetchAll(
                db, sql: Self.progress,
                arguments: [
                    "results": JSONText.encode(PaperRole.resultForms.sorted()), "receipts": JSONText.encode(PaperRole.receiptForms.sorted()),
                    "from": days?.lowerBound.description, "to": days?.upperBound.description,
                ]
            ).map { row in
                CaseProgress(
                    file: try Self.caseFile(row), componentRecords: try row.value("component_records"),
                    resultRecords: try row.value("result_records"), electronicResults: try row.value("electronic_results"),
                    reuses: try row.value("reuses"))
            }
        }
    }

    static func caseFile(_ code: String, in db: Database) throws -> Case? {
        try Row.fetchOne(db, sql: "SELECT * FROM case_file WHERE case_code = ?", arguments: [code]).map(caseFile)
    }

    /// A result is electronic when every page of it came with a text layer of its own.
    private static let progress = """
        WITH filed AS (
            SELECT record.dossier, record.form IN (SELECT value FROM json_each(:results)) AS is_result,
                (SELECT min(page.source = 'text_layer') FROM record_page
                    JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
                    WHERE record_page.record = record.seq) AS is_electronic
            FROM record WHERE record.dossier IN (SELECT case_code FROM case_file)
                AND record.form NOT IN (SELECT value FROM json_each(:receipts))
        ), papers AS (
            SELECT dossier, sum(NOT is_result) AS components, sum(is_result) AS results,
                sum(is_result AND ifnull(is_electronic, 0)) AS electronic
            FROM filed GROUP BY dossier
        ), reused AS (SELECT case_code, count(*) AS reuses FROM reuse GROUP BY case_code)
        SELECT case_file.*, ifnull(papers.components, 0) AS component_records, ifnull(papers.results, 0) AS result_records,
            ifnull(papers.electronic, 0) AS electronic_results, ifnull(reused.reuses, 0) AS reuses
        FROM case_file LEFT JOIN papers ON papers.dossier = case_file.case_code LEFT JOIN reused ON reused.case_code = case_file.case_code
        WHERE :from IS NULL OR case_file.received_on IS NULL OR case_file.received_on BETWEEN :from AND :to ORDER BY case_file.case_code
        """

    private static var register: Importing<Case> {
        Importing(
            table: "case_file",
            columns: [
                "case_code", "procedure_code", "procedure_name", "unit", "applicant_name", "applicant_id", "received_on", "closed_on", "channel",
                "result_required", "components",
            ],
            code: \.caseCode, decode: caseFile,
            arguments: { file in
                [
                    file.caseCode, file.procedureCode, file.procedureName, file.unit, file.applicantName, file.applicantID,
                    file.receivedOn?.description, file.closedOn?.description, file.channel?.rawValue, file.resultRequired,
                    try JSONText.encode(file.components),
                ]
            })
    }

    private static func caseFile(_ row: Row) throws -> Case {
        Case(
            caseCode: try row.value("case_code"), procedureCode: try row.value("procedure_code"), procedureName: try row.value("procedure_name"),
            unit: try row.value("unit"), applicantName: try row.value("applicant_name"), applicantID: try row.value("applicant_id"),
            receivedOn: try row.day("received_on"), closedOn: try row.day("closed_on"), channel: try row.optionalChoice("channel"),
            resultRequired: try row.value("result_required"), components: try row.json("components"))
    }
}
