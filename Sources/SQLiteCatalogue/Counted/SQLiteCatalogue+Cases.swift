package import Records

import GRDB

extension SQLiteCatalogue {
    package func caseFile(code: String) async throws(CatalogueFailure) -> Case? {
        try await read { db in try Self.caseFile(code, in: db) }
    }

    package func caseProgress(in period: Period) async throws(CatalogueFailure) -> [CaseProgress] {
        let days = period.days
        return try await progress(
            "WHERE ?1 IS NULL OR case_file.received_on IS NULL OR case_file.received_on BETWEEN ?1 AND ?2 ORDER BY case_file.case_code",
            [days?.lowerBound.description, days?.upperBound.description])
    }

    package func caseProgress(code: String) async throws(CatalogueFailure) -> CaseProgress? {
        try await progress("WHERE case_file.case_code = ?", [code]).first
    }

    private func progress(_ clause: String, _ arguments: StatementArguments) async throws(CatalogueFailure) -> [CaseProgress] {
        try await read { db in
            let now = FigureSQL.caseColumns.map { "state.\($0) AS now_\($0)" }.joined(separator: ", ")
            return try Row.fetchAll(
                db, sql: "SELECT case_file.*, \(now) FROM case_file JOIN case_state AS state ON state.code = case_file.case_code \(clause)",
                arguments: arguments
            ).map { row in CaseProgress(file: try Self.caseFile(row), figures: try CaseFigures(row: row, prefix: "now_")) }
        }
    }

    static func caseFile(_ code: String, in db: Database) throws -> Case? {
        try Row.fetchOne(db, sql: "SELECT * FROM case_file WHERE case_code = ?", arguments: [code]).map(caseFile)
    }

    static var register: Importing<Case> {
        Importing(
            table: "case_file",
            columns: Case.Column.allCases.map(\.rawValue),
            silent: ["applicant_name", "applicant_id"], code: \.caseCode, decode: caseFile,
            arguments: { file in
                [
                    file.caseCode, file.procedureCode, file.procedureName, file.unit, file.applicantName, file.applicantID,
                    file.receivedOn?.description, file.closedOn?.description, file.channel?.rawValue, file.resultRequired,
                    try JSONText.encode(file.components), file.reportedDigitized, file.reportedReused, file.replacementResult,
                ]
            })
    }

    private static func caseFile(_ row: Row) throws -> Case {
        Case(
            caseCode: try row.value("case_code"), procedureCode: try row.value("procedure_code"), procedureName: try row.value("procedure_name"),
            unit: try row.value("unit"), applicantName: try row.value("applicant_name"), applicantID: try row.value("applicant_id"),
            receivedOn: try row.day("received_on"), closedOn: try row.day("closed_on"), channel: try row.optionalChoice("channel"),
            resultRequired: try row.value("result_required"), components: try row.json("components"),
            reportedDigitized: try row.value("reported_digitized"), reportedReused: try row.value("reported_reused"),
            replacementResult: try row.value("replacement_result"))
    }
}
