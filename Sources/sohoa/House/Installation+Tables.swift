import Foundation
import Pipeline
import Records

/// The tables beside the pipelines, and what commands about cases share.
extension Installation {
    /// What cases ask for.
    var procedureTable: ProcedureTable { ProcedureTable(procedures, forms: vocabulary.paperForms) }

    func routing() throws -> [RoutingRule] {
        do { return try TableFiles.routing(folder: configuration.pipelines) } catch { throw Complaint(error.description, code: .usage) }
    }

    /// What the table says of a record; nil where no rule fits.
    /// - Parameter rules: the table, where it was read already.
    func suggestedUnit(for record: Record, by rules: [RoutingRule]? = nil) async throws -> String? {
        var procedure: String?
        if let dossier = record.dossier { procedure = try await catalogue.caseFile(code: dossier)?.procedureCode }
        return try (rules ?? routing()).suggestion(for: record, procedure: procedure)
    }

    /// Who is responsible for a record, or should be.
    func responsible(for record: Record, by rules: [RoutingRule]? = nil) async throws -> Responsible {
        Responsible(suggested: try await suggestedUnit(for: record, by: rules), chosen: try await catalogue.route(ofRecord: record.id))
    }

    func caseFile(_ code: String) async throws -> Case {
        let code = VietnameseText.squashed(code)
        guard let file = try await catalogue.caseFile(code: code) else { throw Complaint(Phrases.noCase(code)) }
        return file
    }

    /// Files that a command names without their folder (`ingest CODE`, `ingest CODE/*`) are filed by it where it is the code of a case or an
    /// item that is known. Other folders that only the command names say nothing: `ingest ~/scans` is no dossier.
    func filed(_ sources: [ScanSource]) async throws -> [ScanSource] {
        var known: [String: Bool] = [:]
        var items: [String: String]?
        var filed = sources
        for (index, source) in sources.enumerated() where source.folders.isEmpty {
            guard let name = source.location.split(separator: "/").dropLast().last.map(String.init) else { continue }
            let code = VietnameseText.squashed(name)
            if known[name] == nil {
                if items == nil { items = try await catalogue.inventoryFonds(otherThan: nil) }
                let isItem = items?[code] != nil
                known[name] = isItem ? true : try await catalogue.caseFile(code: code) != nil
            }
            if known[name] == true { filed[index].folders = [name] }
        }
        return filed
    }

    /// The trace of a look at a case, whose register names a person, with the records that it showed.
    func leaveTrace(ofCase file: Case, showing records: [String], by who: String?) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let shown = records.isEmpty ? nil : String(decoding: try encoder.encode(["records": records]), as: UTF8.self)
        try await catalogue.audit(AuditEntry(at: Date(), who: try Self.acting(who), what: .caseViewed, subject: file.caseCode, detail: shown))
    }
}
