/// What the office's tables say of cases: its procedures with their components, and the forms that papers have.
package struct ProcedureTable: Sendable {
    package let procedures: [Procedure]
    /// Names by form.
    private let names: [String: String]
    /// Forms by their folded names.
    private let forms: [String: String]

    package init(_ procedures: [Procedure] = [], forms: [PaperForm] = []) {
        self.procedures = procedures
        var names = Dictionary(forms.map { ($0.form, $0.name) }, uniquingKeysWith: { first, _ in first })
        let named = procedures.flatMap { ($0.resultForms ?? []) + $0.components.flatMap(\.forms) }
        for form in named where !form.contains("/") && names[form] == nil { names[form] = form }
        self.names = names
        self.forms = Dictionary(names.map { (VietnameseText.folded($0.value), $0.key) }, uniquingKeysWith: min)
    }

    /// The form that a text means: by its code, also as words (`Tờ khai` for `to_khai`), or by its name.
    func form(called text: String) -> (code: String, name: String)? {
        let folded = VietnameseText.folded(text)
        let code = names[text] == nil ? folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_") : text
        if let name = names[code] { return (code, name) }
        return forms[folded].map { ($0, names[$0] ?? $0) }
    }
}
