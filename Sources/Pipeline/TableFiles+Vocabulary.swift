package import Records
internal import Yams

/// The tables that papers are understood by: types of documents, forms of procedures, words.
extension TableFiles {
    static let typesName = "types.yaml"
    static let formsName = "forms.yaml"
    static let wordsName = "words.yaml"

    /// - Parameter folder: the folder of pipelines, nil for the usual one. Where a file is not there, the built-in table serves.
    package static func vocabulary(folder: String?) throws(Mistake) -> Vocabulary {
        let types = try text(of: typesName, in: folder, builtIn: BuiltInVocabulary.types)
        let forms = try text(of: formsName, in: folder, builtIn: BuiltInVocabulary.forms)
        let words = try text(of: wordsName, in: folder, builtIn: BuiltInVocabulary.words)
        return Vocabulary(
            documentTypes: try documentTypes(types.text, file: types.file), paperForms: try paperForms(forms.text, file: forms.file),
            words: try self.words(words.text, file: words.file))
    }

    package static func documentTypes(_ yaml: String, file: String) throws(Mistake) -> [DocumentType] {
        var codes: Set<String> = []
        let types = try entries(yaml, file: file).map { node throws(Mistake) in
            let entry = try TableEntry(node, file: file, known: ["code", "name", "symbols", "number", "printed"])
            let code = try entry.text("code")
            guard codes.insert(code).inserted else { throw entry.mistake("code: mã \(code) đã có ở trên") }
            return DocumentType(
                code, try entry.text("name"), symbols: try entry.texts("symbols"),
                mayLackNumber: try entry.word("number", of: ["required", "optional"]) == "optional", isPrinted: try entry.flag("printed") ?? true)
        }
        guard types.contains(where: { $0.code == DocumentType.letterCode && !$0.isPrinted }) else {
            throw Mistake(
                file: file, line: 0, message: "thiếu công văn; thêm dòng - { code: \(DocumentType.letterCode), name: Công văn, printed: false }")
        }
        return types
    }

    package static func paperForms(_ yaml: String, file: String) throws(Mistake) -> [PaperForm] {
        var forms: Set<String> = []
        return try entries(yaml, file: file).map { node throws(Mistake) in
            let entry = try TableEntry(node, file: file, known: ["form", "code", "name", "titles", "role", "birth"])
            let form = try entry.text("form")
            guard form.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || (97...122).contains($0) || (48...57).contains($0) }) else {
                throw entry.mistake("form: \(form) phải chỉ gồm chữ thường không dấu, chữ số và _")
            }
            guard forms.insert(form).inserted else { throw entry.mistake("form: mẫu \(form) đã có ở trên") }
            let titles = try entry.texts("titles")
            guard !titles.isEmpty else { throw entry.mistake("titles: phải có ít nhất một tên in trên giấy") }
            let role = try entry.word("role", of: PaperRole.allCases.map(\.rawValue)).flatMap(PaperRole.init) ?? .component
            return PaperForm(
                form, try entry.text("code"), try entry.text("name"), titles: titles, role: role,
                isOfBirth: try entry.flag("birth") ?? false)
        }
    }

    package static func words(_ yaml: String, file: String) throws(Mistake) -> PaperWords {
        guard let root = try root(of: yaml, file: file) else { throw Mistake(file: file, line: 1, message: "tệp trống; xóa tệp để dùng bảng có sẵn") }
        let table = try TableEntry(root, file: file, known: ["organs", "agencies", "signers", "surnames", "labels", "papers"])
        let agencies = try table.entry("agencies", known: ["beginnings", "phrases", "others"])
        let signers = try table.entry("signers", known: ["bodies", "heads", "others"])
        let papers = try table.entry("papers", known: ["offices", "requests", "dates"])
        var words = PaperWords()
        words.organs = try table.nodes("organs").map { node throws(Mistake) in
            let organ = try TableEntry(node, file: file, known: ["code", "issuer", "misread"])
            return Organ(try organ.text("code"), isIssuer: try organ.flag("issuer") ?? false, misread: try organ.texts("misread"))
        }
        words.agencyBeginnings = try agencies.texts("beginnings")
        words.agencyPhrases = try agencies.texts("phrases")
        words.notAgencies = try agencies.texts("others")
        words.signingBodies = try signers.texts("bodies")
        words.heads = try signers.texts("heads")
        words.otherSigners = try signers.texts("others")
        words.surnames = try table.texts("surnames")
        for node in try table.nodes("labels") { words.labels += try labels(node, file: file) }
        words.officeLabels = try papers.texts("offices")
        words.requestLabels = try papers.texts("requests")
        words.dateLabels = try papers.texts("dates")
        return words
    }

    private static func labels(_ node: Node, file: String) throws(Mistake) -> [PersonLabel] {
        let entry = try TableEntry(node, file: file, known: ["kind", "colon", "texts"])
        guard let word = try entry.word("kind", of: PersonLabel.Kind.allCases.map(\.rawValue)), let kind = PersonLabel.Kind(rawValue: word) else {
            throw entry.mistake("thiếu khóa \"kind\"")
        }
        let needsColon = try entry.flag("colon") ?? false
        return try entry.texts("texts").map { PersonLabel($0, kind, needsColon: needsColon) }
    }
}
