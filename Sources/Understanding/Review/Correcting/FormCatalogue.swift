/// Types and forms that a person may name, with what each of them says of a record.
enum FormCatalogue {
    struct Entry {
        let code: String
        let name: String
        let form: String
    }

    /// Công văn and thư công have no code of their own; certified copies have theirs (NĐ 30/2020/NĐ-CP, appendix III).
    private static let others = [("TC_THU", "Thư công"), ("SY", "Sao y"), ("TrS", "Trích sao"), ("SL", "Sao lục")]

    static let document = "van_ban"

    private static let entries: [Entry] =
        (DocumentTypes.all + [DocumentTypes.letter]).map { Entry(code: $0.code, name: $0.name, form: document) }
        + others.map { Entry(code: $0.0, name: $0.1, form: document) }
        + PaperForms.all.map { Entry(code: $0.code, name: $0.name, form: $0.form) }

    static let codes = entries.map(\.code)
    static let forms = [document] + PaperForms.all.map(\.form)

    static func type(ofCode code: String) -> Entry? {
        entries.first { $0.code == code } ?? entries.first { $0.code.uppercased() == code.uppercased() }
    }
}
