import Records

/// One record as read beside one paper as printed: a verdict for each field.
struct RecordComparison {
    enum Verdict { case right, wrong, missing, invented }

    struct Finding {
        /// The row that it is counted in: a number that was written by hand has its own.
        let row: String
        let field: String
        let verdict: Verdict
        let isExact: Bool
        let printed: String?
        let read: String?
        /// What the reading says of itself; nil where nothing was read.
        let confidence: Double?
    }

    let family: String
    let type: String?
    private(set) var findings: [Finding] = []
    /// Values of persons that were read, each with whether any person on the paper has it.
    private(set) var personValues: [(field: String, isRight: Bool, confidence: Double)] = []

    static let handwritten = " (hand)"

    init(_ record: RecordAnswer, with truth: TruthRecord) {
        let isOfProcedures = truth.values["kind"] == Record.Kind.tthc.rawValue
        family = isOfProcedures ? Record.Kind.tthc.rawValue : "van_ban"
        type = truth.values["type_code"]
        for rule in FieldRule.all where rule.isOfProcedures || !isOfProcedures {
            if let finding = Self.finding(rule, record.field(rule.name), truth) { findings.append(finding) }
        }
        guard isOfProcedures else { return }
        let ids = record.fields.persons.compactMap(\.idNumber)
        let names = record.fields.persons.compactMap(\.name)
        for person in truth.persons {
            if let id = person.idNumber { findings.append(Self.finding("person id", id, among: ids) { $0.filter(\.isNumber) }) }
            if let name = person.name { findings.append(Self.finding("person name", name, among: names, FieldRule.words)) }
        }
        let printedIds = Set(truth.persons.compactMap(\.idNumber))
        let printedNames = Set(truth.persons.compactMap { $0.name.map(FieldRule.words) })
        personValues =
            ids.map { ("person id", printedIds.contains($0.value.filter(\.isNumber)), $0.confidence) }
            + names.map { ("person name", printedNames.contains(FieldRule.words($0.value)), $0.confidence) }
    }

    /// Whether every value that is printed was read rightly; what was written by hand may be left open.
    var isWhollyRight: Bool {
        findings.allSatisfy { $0.verdict == .right || ($0.verdict == .missing && $0.row.hasSuffix(Self.handwritten)) }
    }

    /// Fields without which a pipeline as it ships accepts no record, and the persons of papers of procedures.
    private static let required: Set<String> = ["type_code", "number", "symbol", "issued_on", "agency", "subject", "person id", "person name"]

    /// The same of required fields alone.
    var isSound: Bool {
        findings.filter { Self.required.contains($0.field) }.allSatisfy {
            $0.verdict == .right || ($0.verdict == .missing && $0.row.hasSuffix(Self.handwritten))
        }
    }

    private static func finding(_ rule: FieldRule, _ read: (value: String, confidence: Double?)?, _ truth: TruthRecord) -> Finding? {
        let isHandwritten = truth.isNumberHandwritten && ["number", "issued_on"].contains(rule.name)
        let verdict: Verdict
        switch (truth.values[rule.name], read) {
        case (nil, nil): return nil
        case (nil, _?):
            if !rule.countsInvented || !truth.unprinted.contains(rule.name) { return nil }
            verdict = .invented
        case (_?, nil): verdict = .missing
        case (let printed?, let read?): verdict = rule.agrees(read.value, with: printed) ? .right : .wrong
        }
        return Finding(
            row: rule.name + (isHandwritten ? handwritten : ""), field: rule.name, verdict: verdict,
            isExact: truth.values[rule.name].map(VietnameseText.squashed) == read.map { VietnameseText.squashed($0.value) },
            printed: truth.values[rule.name], read: read?.value, confidence: read?.confidence)
    }

    /// A person's value is right when any person that was read has it.
    private static func finding(_ name: String, _ printed: String, among read: [Field], _ essence: (String) -> String) -> Finding {
        let match = read.first { essence($0.value) == essence(printed) }
        return Finding(
            row: name, field: name, verdict: match != nil ? .right : read.isEmpty ? .missing : .wrong,
            isExact: match.map { VietnameseText.squashed($0.value) } == VietnameseText.squashed(printed), printed: printed,
            read: match?.value ?? (read.isEmpty ? nil : read.map(\.value).joined(separator: "; ")), confidence: match?.confidence)
    }
}

extension RecordAnswer {
    /// A field, or what else of a record is compared like one. Nil where nothing was read.
    fileprivate func field(_ name: String) -> (value: String, confidence: Double?)? {
        let plain: String? =
            switch name {
            case "kind": kind
            case "form": form
            case "dossier": dossier
            default: nil
            }
        if let plain, !plain.isEmpty { return (plain, nil) }
        return fields[name].flatMap { $0.value.isEmpty ? nil : ($0.value, $0.confidence) }
    }
}
