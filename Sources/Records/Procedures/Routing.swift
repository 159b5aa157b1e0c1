/// Which unit is responsible for a new paper, by `pipelines/routing.yaml`: a suggestion, which a person can change.
package struct RoutingRule: Sendable, Equatable {
    package var unit: String
    /// Codes of document types (`CV`, `KH`). Empty: any. All that is not empty must fit.
    package var types: [String]
    /// Codes of procedures.
    package var procedures: [String]
    /// Forms of papers (`giay_khai_sinh`).
    package var forms: [String]
    /// Words of the subject, in any marks: one of them is enough.
    package var words: [String]

    package init(unit: String, types: [String] = [], procedures: [String] = [], forms: [String] = [], words: [String] = []) {
        self.unit = unit
        self.types = types
        self.procedures = procedures
        self.forms = forms
        self.words = words
    }

    func fits(_ record: Record, procedure: String?) -> Bool {
        if !types.isEmpty, !types.contains(record.fields.typeCode?.value ?? "") { return false }
        if !forms.isEmpty, !forms.contains(record.form) { return false }
        if !procedures.isEmpty {
            guard let procedure = procedure ?? record.fields.procedureCode?.value, procedures.contains(Procedure.shortCode(procedure)) else {
                return false
            }
        }
        guard !words.isEmpty else { return true }
        let subject = " \(VietnameseText.folded(VietnameseText.squashed(record.fields.subject?.value ?? ""))) "
        return words.contains { subject.contains(" \(VietnameseText.folded(VietnameseText.squashed($0))) ") }
    }
}

extension [RoutingRule] {
    /// The unit of the first rule that fits.
    /// - Parameter procedure: of the case that the record is filed under.
    package func suggestion(for record: Record, procedure: String?) -> String? {
        first { $0.fits(record, procedure: procedure) }?.unit
    }
}

/// Who decided which unit is responsible for a record.
package struct RecordRoute: Sendable, Equatable {
    package var unit: String
    package var by: String

    package init(unit: String, by: String) {
        self.unit = unit
        self.by = by
    }
}
