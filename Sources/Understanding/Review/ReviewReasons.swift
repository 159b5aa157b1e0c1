package import Records

/// Why a person must look at a record.
package enum ReviewReasons {
    /// Below this mean confidence a page's text is poor.
    static let leastTextConfidence = 0.72
    private static let leastFieldConfidence = 0.6
    private static let documentFields = ["type_code", "number", "symbol", "issued_on", "agency", "subject"]

    static func of(_ draft: RecordDraft, paper: Paper, pages: [PageReading]) -> [String] {
        let pipeline = paper.context.pipeline
        if !pages.isEmpty, pages.allSatisfy(\.isBlank) { return ["blank"] }
        var reasons: [String] = []
        if draft.form == "unknown" { reasons.append("unknown_form") }
        reasons += missing(draft, pipeline: pipeline, paper.lexicon).map { "missing:\($0)" }
        let least = pipeline?.minimumConfidence ?? leastFieldConfidence
        reasons += Fields.singleNames.filter { name in name != "type_name" && draft.fields[name].map { $0.confidence < least } ?? false }.map {
            "low_confidence:\($0)"
        }
        if hasDoubtfulPerson(draft.fields.persons, least: least) { reasons.append("low_confidence:persons") }
        if isPoor(pages) { reasons.append("low_confidence:text") }
        let isArchival = draft.form == "van_ban"
        reasons += PageCountCheck.reasons(paper.context.pages) + PersonCheck.reasons(draft.fields.persons)
        reasons += CardCheck.reasons(paper).filter { !reasons.contains($0) }
        reasons += CaseCodeCheck.reasons(paper, draft.fields, form: draft.form) + FilingCheck.reasons(paper.context)
        if isArchival { reasons += TypeCheck.reasons(paper, draft.fields) + DateCheck.reasons(paper, draft.fields) }
        return reasons
    }

    /// Fields that a record of its kind and form must have, and lacks.
    package static func missing(in record: Record, pipeline: PipelineDefinition?, vocabulary: Vocabulary) -> [String] {
        missing(in: record, pipeline: pipeline, Lexicon(vocabulary))
    }

    static func missing(in record: Record, pipeline: PipelineDefinition?, _ lexicon: Lexicon) -> [String] {
        missing(
            RecordDraft(kind: record.kind, form: record.form, fields: record.fields, reviewReasons: [], dossier: record.dossier), pipeline: pipeline,
            lexicon)
    }

    private static func missing(_ draft: RecordDraft, pipeline: PipelineDefinition?, _ lexicon: Lexicon) -> [String] {
        let required = pipeline.map(\.requiredFields).flatMap { $0.isEmpty ? nil : $0 } ?? defaults(for: draft, lexicon)
        let exempt = mayLackNumber(draft, lexicon) ? ["number", "symbol"] : []
        return required.filter { !exempt.contains($0) && !has($0, draft.fields) }
    }

    private static func defaults(for draft: RecordDraft, _ lexicon: Lexicon) -> [String] {
        switch draft.form {
        case "van_ban", "unknown": draft.kind == .archive ? documentFields : ["persons"]
        default: lexicon.forms.isReceipt(draft.form) ? ["dossier_code"] : ["persons"]
        }
    }

    private static func mayLackNumber(_ draft: RecordDraft, _ lexicon: Lexicon) -> Bool {
        draft.form != "van_ban" || draft.fields.typeCode.flatMap { lexicon.types.type(ofCode: $0.value) }?.mayLackNumber ?? false
    }

    private static func has(_ name: String, _ fields: Fields) -> Bool {
        switch name {
        case "persons": !fields.persons.isEmpty
        case "recipients": !fields.recipients.isEmpty
        default: fields[name] != nil
        }
    }

    private static func hasDoubtfulPerson(_ persons: [Person], least: Double) -> Bool {
        persons.contains { person in [person.name, person.idNumber, person.bornOn].contains { $0.map { $0.confidence < least } ?? false } }
    }

    private static func isPoor(_ pages: [PageReading]) -> Bool {
        let inked = pages.filter { !$0.isBlank }
        return inked.contains { page in page.confidence.map { $0 < leastTextConfidence } ?? true }
    }
}
