import Records

/// Types and forms that a person may name, with what each of them says of a record.
struct FormCatalogue: Sendable {
    struct Entry: Sendable {
        let code: String
        let name: String
        let form: String
    }

    static let document = PaperForm.document

    let forms: [String]
    private let entries: [Entry]

    init(_ vocabulary: Vocabulary) {
        forms = [Self.document] + vocabulary.paperForms.map(\.form)
        entries =
            vocabulary.documentTypes.map { Entry(code: $0.code, name: $0.name, form: Self.document) }
            + vocabulary.paperForms.map { Entry(code: $0.code, name: $0.name, form: $0.form) }
    }

    var codes: [String] { entries.map(\.code) }

    func type(ofCode code: String) -> Entry? {
        entries.first { $0.code == code } ?? entries.first { $0.code.uppercased() == code.uppercased() }
    }
}
