/// What a paper filed under a case is to that case.
package enum PaperRole: String, Sendable, CaseIterable {
    /// Handed in by the applicant, or made on the way.
    case component
    /// What the procedure ends with.
    case result
    /// Handed out by the office on the way: neither component nor result, and counted as nothing.
    case receipt
}

/// Which papers are results and receipts, by their forms, as the tables of forms and procedures say. Figures are computed by it.
///
/// The same paper may be the result of one procedure and a component of another: a certificate of marital status ends its own
/// procedure, and is asked for by the registration of a marriage. Of administrative documents only some types are a procedure's result
/// (`van_ban/TB`): an invitation or a contract in the same case is none. And nothing that was issued before a case was received ended it.
package struct PaperRoles: Sendable, Equatable, Codable {
    /// Forms of results where the procedure is in no table, in order.
    package let results: [String]
    /// In order.
    package let receipts: [String]
    /// Forms of the results of the procedures whose result a table tells, by the short code of the procedure. One with a type, as
    /// `Procedure.resultForms` has it, is met by that type alone.
    package let resultsByProcedure: [String: [String]]

    package init(forms: [PaperForm], procedures: [Procedure]) {
        results = forms.filter { $0.role == .result }.map(\.form).sorted()
        receipts = forms.filter { $0.role == .receipt }.map(\.form).sorted()
        let own = procedures.compactMap { procedure in procedure.resultForms.map { (procedure.code, $0.sorted()) } }
        resultsByProcedure = Dictionary(own, uniquingKeysWith: { first, _ in first })
    }

    /// What a record is to the case that it is filed under; nil for a case that no register knows.
    package func role(of record: Record, in file: Case?) -> PaperRole {
        if receipts.contains(record.form) { return .receipt }
        if let file, record.isOlder(than: file) { return .component }
        let known = file?.procedureCode.flatMap { resultsByProcedure[Procedure.shortCode($0)] }
        let names = [record.form] + (record.fields.typeCode.map { ["\(record.form)/\($0.value)"] } ?? [])
        return names.contains(where: (known ?? results).contains) ? .result : .component
    }
}

extension Catalogue {
    /// What a record is to the case that it is filed under.
    package func role(of record: Record) async throws(CatalogueFailure) -> PaperRole {
        var file: Case?
        if let dossier = record.dossier { file = try await caseFile(code: dossier) }
        return try await paperRoles().role(of: record, in: file)
    }
}
