import Records

/// Which reasons for review are answered when a person has written some fields, and which of them arise anew.
enum AnsweredReasons {
    /// Conflicts that more than the field they name can settle.
    private static let settledBy: [String: Set<String>] = [
        "conflict:type_code": ["type_code", "symbol"], "conflict:agency_unit": ["agency", "agency_unit", "issued_on"],
        "conflict:dossier_code": ["dossier_code", "dossier"], "conflict:dossier": ["dossier"], "conflict:issued_on": ["issued_on", "dossier_code"],
        "low_confidence:dossier_code": ["dossier_code", "dossier"], "unknown_form": ["form", "type_code"], "conflict:persons": ["persons"],
    ]

    /// - Parameters:
    ///   - names: what was written, without the place in a list.
    ///   - required: fields that are required and still lacking.
    static func left(of record: Record, after names: Set<String>, required: [String], units: UnitTable) -> [String] {
        var reasons = record.reviewReasons.filter { !isAnswered($0, by: names, required: required) }
        func add(_ more: [String]) { reasons += more.filter { !reasons.contains($0) } }
        add(required.filter { names.contains($0) || (names.contains("kind") || names.contains("form")) }.map { "missing:\($0)" })
        if names.contains("persons") { add(PersonCheck.reasons(record.fields.persons)) }
        if record.form == FormCatalogue.document, !names.isDisjoint(with: ["agency", "issued_on"]), !names.contains("agency_unit") {
            add(UnitCheck.reasons(record.fields, table: units))
        }
        return reasons
    }

    private static func isAnswered(_ reason: String, by names: Set<String>, required: [String]) -> Bool {
        let parts = reason.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.first == "missing", let name = parts.last { return !required.contains(name) }
        if let settling = settledBy[reason] { return !settling.isDisjoint(with: names) }
        guard parts.count == 2, ["low_confidence", "implausible", "conflict"].contains(parts[0]) else { return false }
        return names.contains(parts[1])
    }
}
