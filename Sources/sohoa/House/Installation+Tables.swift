import Foundation
import Pipeline
import Records

/// The tables beside the pipelines, and what commands about cases share.
extension Installation {
    func procedures() throws -> [Procedure] {
        do { return try TableFiles.procedures(folder: configuration.pipelines) } catch { throw Complaint(error.description, code: .usage) }
    }

    func routing() throws -> [RoutingRule] {
        do { return try TableFiles.routing(folder: configuration.pipelines) } catch { throw Complaint(error.description, code: .usage) }
    }

    /// What the table says of a record; nil where no rule fits.
    func suggestedUnit(for record: Record) async throws -> String? {
        var procedure: String?
        if let dossier = record.dossier { procedure = try await catalogue.caseFile(code: dossier)?.procedureCode }
        return try routing().suggestion(for: record, procedure: procedure)
    }

    func caseFile(_ code: String) async throws -> Case {
        let code = VietnameseText.squashed(code)
        guard let file = try await catalogue.caseFile(code: code) else { throw Complaint(Phrases.noCase(code)) }
        return file
    }

    /// The trace of a look at a case, whose register names a person, with the records that it showed.
    func leaveTrace(ofCase file: Case, showing records: [String], by who: String?) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let shown = records.isEmpty ? nil : String(decoding: try encoder.encode(["records": records]), as: UTF8.self)
        try await catalogue.audit(AuditEntry(at: Date(), who: try Self.acting(who), what: .caseViewed, subject: file.caseCode, detail: shown))
    }
}
