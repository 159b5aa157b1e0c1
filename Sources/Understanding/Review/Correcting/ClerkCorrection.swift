import Foundation
package import Records

/// What a person puts right in a record: read and checked as a whole, and only then applied.
///
/// `number=15`, `issued_on=2026-01-05`, `persons.1.id_number=…`, `dossier=CODE`, `recipients=A; B`; an empty value says that the paper
/// has none.
package struct ClerkCorrection: Sendable {
    /// Name and value, in the order given; nil for none.
    package let values: [(name: String, value: String?)]
    private let units: UnitTable
    private let catalogue: FormCatalogue
    private let lexicon: Lexicon

    /// - Parameter assignments: `FIELD=VALUE` each, in any Unicode form.
    package init(
        _ assignments: [String], units: UnitTable, vocabulary: Vocabulary, today: CalendarDate
    ) throws(CorrectionMistake) {
        self.units = units
        catalogue = FormCatalogue(vocabulary)
        lexicon = Lexicon(vocabulary)
        var values: [(name: String, value: String?)] = []
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "=") else { throw .noValue(assignment) }
            let name = VietnameseText.squashed(String(assignment[..<sign]))
            guard Self.isField(name) else { throw .unknownField(name, known: Self.names) }
            guard !values.contains(where: { $0.name == name }) else { throw .twice(name) }
            let text = VietnameseText.squashed(String(assignment[assignment.index(after: sign)...]))
            let isNone = text.isEmpty && !["kind", "form"].contains(name)
            values.append((name, isNone ? nil : try FieldValue.checked(text, for: name, units: units, catalogue, today: today)))
        }
        self.values = values
    }

    /// Names that may stand before `=`.
    package static let names =
        Fields.singleNames + [RecordFacts.recipients, "persons.1.(\(Person.names.joined(separator: "|")))", RecordFacts.dossier, "form", "kind"]

    private static func isField(_ name: String) -> Bool {
        if Fields.singleNames.contains(name) || [RecordFacts.recipients, RecordFacts.dossier, "form", "kind"].contains(name) { return true }
        guard let (_, field) = person(name) else { return false }
        return field.map(Person.names.contains) ?? true
    }

    /// `persons.2.name` → 2 and `name`; `persons.2` is the whole of the person.
    private static func person(_ name: String) -> (number: Int, field: String?)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.first == "persons", (2...3).contains(parts.count), let number = Int(parts[1]), number >= 1 else { return nil }
        return (number, parts.count == 3 ? String(parts[2]) : nil)
    }

    /// The record with these values, its reasons for review and what was changed. What is not answered stays.
    /// - Parameter pipeline: of the record's scan; says which fields are required.
    package func applied(to record: Record, pipeline: PipelineDefinition?) throws(CorrectionMistake) -> (record: Record, changes: [Revision.Change]) {
        var corrected = record
        for (name, value) in values { try set(name, value, in: &corrected) }
        if values.contains(where: { $0.name == "agency" }), !values.contains(where: { $0.name == "agency_unit" }) {
            corrected.fields.agencyUnit = AgencyUnit.find(corrected.fields, in: units).map { Self.field($0.code, over: record.fields.agencyUnit) }
        }
        corrected.reviewReasons = AnsweredReasons.left(
            of: corrected, after: Set(values.map { RecordFacts.root($0.name) }),
            required: ReviewReasons.missing(in: corrected, pipeline: pipeline, lexicon), units: units)
        corrected.status = corrected.reviewReasons.isEmpty ? .accepted : .needsReview
        let before = RecordFacts(record)
        var changes = before.changes(to: RecordFacts(corrected))
        for (name, value) in values where !changes.contains(where: { $0.field == name }) && before.facts.contains(where: { $0.name == name }) {
            changes.append(.init(name, before: value, after: value))
        }
        return (corrected, changes)
    }

    private func set(_ name: String, _ value: String?, in record: inout Record) throws(CorrectionMistake) {
        switch name {
        case "kind": record.kind = value.flatMap(Record.Kind.init(rawValue:)) ?? record.kind
        case "form": record.form = value ?? record.form
        case RecordFacts.dossier: record.dossier = value
        case RecordFacts.recipients: record.fields.recipients = Self.list(value).map { Self.field($0, over: nil) }
        case "type_code": setType(value, in: &record)
        case "dossier_code":
            // What was filed by the code that the paper bears is filed by it still.
            if record.dossier == nil || record.dossier == record.fields.dossierCode?.value { record.dossier = value ?? record.dossier }
            record.fields.dossierCode = value.map { Self.field($0, over: record.fields.dossierCode) }
        default:
            guard let (number, field) = Self.person(name) else {
                record.fields[name] = value.map { Self.field($0, over: record.fields[name]) }
                return
            }
            try setPerson(number, field, value, in: &record)
        }
    }

    /// The code says what the type is called, and which form the paper is.
    private func setType(_ code: String?, in record: inout Record) {
        let type = code.flatMap(catalogue.type(ofCode:))
        record.fields.typeCode = type.map { Self.field($0.code, over: record.fields.typeCode) }
        let isNamed = values.contains { $0.name == "type_name" }
        if !isNamed { record.fields.typeName = type.map { Self.field($0.name, over: record.fields.typeName) } }
        if let type, !values.contains(where: { $0.name == "form" }) { record.form = type.form }
    }

    private func setPerson(_ number: Int, _ field: String?, _ value: String?, in record: inout Record) throws(CorrectionMistake) {
        let next = record.fields.persons.count + 1
        guard number <= next, field != nil || number < next else { throw .noPerson(number, next: next) }
        guard let field else {
            guard value == nil else { throw .unknownField("persons.\(number)", known: Person.names.map { "persons.\(number).\($0)" }) }
            record.fields.persons.remove(at: number - 1)
            return
        }
        if number == next { record.fields.persons.append(Person()) }
        record.fields.persons[number - 1][field] = value.map { Self.field($0, over: record.fields.persons[number - 1][field]) }
    }

    private static func list(_ value: String?) -> [String] {
        (value ?? "").split(separator: ";").map { VietnameseText.squashed(String($0)) }.filter { !$0.isEmpty }
    }

    /// A person's value is sure. It stands where the one before it stood; what was read there is kept with it.
    private static func field(_ value: String, over old: Field?) -> Field {
        var field = Field(value, confidence: 1, page: old?.page, box: old?.box, source: .clerk)
        field.raw = old.flatMap { $0.source == .clerk ? $0.raw : $0.raw ?? $0.value }
        if field.raw == value { field.raw = nil }
        return field
    }
}
