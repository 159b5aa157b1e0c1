import Records

/// The types of documents, found by the codes in symbols.
struct DocumentTypes: Sendable {
    /// With the title in capitals, folded; longer titles that begin with it carry their rest into the subject.
    let titled: [(type: DocumentType, plain: String)]
    /// Công văn: it bears no type name, and its symbol no type code.
    let letter: DocumentType
    private let printed: [DocumentType]
    /// Abbreviations met in symbols that stand for one of the types, in capitals.
    private let otherCodes: [String: DocumentType]

    init(_ types: [DocumentType]) {
        printed = types.filter(\.isPrinted)
        titled = printed.map { ($0, Lettering.plain($0.name)) }
        letter = types.first { $0.code == DocumentType.letterCode } ?? DocumentType(DocumentType.letterCode, "Công văn", isPrinted: false)
        otherCodes = Dictionary(printed.flatMap { type in type.symbols.map { ($0.uppercased(), type) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The type whose code this is; `exact` code first, since `CTr` and `CT` differ by one small letter.
    func type(ofCode code: String) -> DocumentType? {
        if let type = printed.first(where: { $0.code == code }) { return type }
        let upper = code.uppercased()
        return otherCodes[upper] ?? printed.first { $0.code.uppercased() == upper } ?? misread(upper)
    }

    /// A code whose đ the engine has read as D or Ð: only where no other type has that code.
    private func misread(_ code: String) -> DocumentType? {
        let repaired = code.map { $0 == "D" || $0 == "\u{D0}" || $0 == "Ð" ? "Đ" : String($0) }.joined()
        return printed.first { $0.code.uppercased() == repaired }
    }
}
