import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@Suite("Tables beside the pipelines")
struct TableFilesTests {
    @Test("Ten procedures ship, each with its source, its components and no form twice")
    func shipped() throws {
        let procedures = try TableFiles.procedures(folder: "/nowhere")
        #expect(procedures.count == 10)
        for procedure in procedures {
            #expect(!procedure.source.isEmpty && !procedure.components.isEmpty, "\(procedure.code)")
            #expect(Set(procedure.components.map(\.code)).count == procedure.components.count, "\(procedure.code)")
        }
        let marriage = try #require(procedures.first { $0.code == "1.000894" })
        #expect(marriage.components.first { $0.code == "xac_nhan_hon_nhan" }?.validMonths == 6)
        #expect(try TableFiles.routing(folder: "/nowhere").isEmpty == false)
    }

    @Test("What the shipped tables name, other shipped tables know: no procedure asks for a form that no paper can have")
    func consistent() throws {
        let procedures = try TableFiles.procedures(folder: "/nowhere")
        let rules = try TableFiles.routing(folder: "/nowhere")
        let forms = Set(try TableFiles.vocabulary(folder: "/nowhere").paperForms.map(\.form) + ["van_ban"])
        for procedure in procedures {
            let results = procedure.resultForms ?? []
            let named = results + procedure.components.flatMap(\.forms)
            #expect(named.map { $0.split(separator: "/").first.map(String.init) ?? "" }.filter { !forms.contains($0) } == [], "\(procedure.code)")
            // A result is no component of its own procedure: it would be counted as the result.
            #expect(procedure.components.flatMap(\.forms).filter(results.contains) == [], "\(procedure.code)")
        }
        #expect(rules.flatMap(\.forms).filter { !forms.contains($0) } == [])
        #expect(rules.flatMap(\.procedures).filter { code in !procedures.contains { $0.code == code } } == [])
    }

    @Test(
        "A mistake is told with its file and line",
        arguments: [
            ("- { code: a, name: A }", "t.yaml:1: thiếu khóa \"source\""),
            ("- { code: a, name: A, source: s }\n- { code: a, name: A, source: s }", "t.yaml:2: code: mã a đã có ở trên"),
            ("- code: a\n  nam: A", "t.yaml:2: không có khóa \"nam\"; các khóa: code, name, source, result, components"),
            (
                "- code: a\n  name: A\n  source: s\n  components:\n    - { code: c, name: C, reuse: maybe }",
                "t.yaml:5: reuse: phải là allowed, never hoặc shown"
            ),
            (
                "- code: a\n  name: A\n  source: s\n  components:\n    - { code: c, name: C, valid_months: 0 }",
                "t.yaml:5: valid_months: phải là số nguyên từ 1 đến 1200"
            ), ("code: a", "t.yaml:1: phải là một danh sách, mỗi mục bắt đầu bằng dấu -"),
            (
                "- code: a\n  name: A\n  source: s\n  result: [giay, van_ban]",
                "t.yaml:4: result: van_ban phải kèm loại văn bản, ví dụ van_ban/TB, van_ban/QĐ"
            ), ("- code: a\n  name: A\n  source: s\n  result: [van_ban/QD]", "t.yaml:4: result: không có loại văn bản QD trong types.yaml"),
            ("- code: a\n  name: A\n  source: s\n  result: [giay/TB]", "t.yaml:4: result: giay/TB: chỉ van_ban mới kèm loại, ví dụ van_ban/TB"),
        ])
    func mistakes(_ yaml: String, _ said: String) {
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try TableFiles.procedures(yaml, file: "t.yaml", types: ["TB", "QĐ"]) }
        #expect(mistake?.description == said)
    }

    @Test("A folder of pipelines may hold the tables: they are no pipelines, and win over the built-in ones")
    func folder() throws {
        let folder = TestRun.folder.appending(path: "tables-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [
            ("archive.yaml", "kind: archive\n"), ("procedures.yaml", "- { code: \"9.1\", name: A, source: s }\n"),
            ("routing.yaml", "- { unit: VP, types: [CV] }\n"), ("types.yaml", "- { code: CV, name: Công văn, printed: false }\n"),
            ("forms.yaml", "- { form: don, code: DON, name: Đơn, titles: [Đơn] }\n"), ("words.yaml", "surnames: [Giàng]\n"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        #expect(try PipelineFiles.load(folder: folder.path, data: "/data").map(\.name) == ["archive"])
        #expect(try TableFiles.procedures(folder: folder.path).map(\.code) == ["9.1"])
        let vocabulary = try TableFiles.vocabulary(folder: folder.path)
        #expect(vocabulary.documentTypes.map(\.code) == ["CV"] && vocabulary.paperForms.map(\.form) == ["don"])
        #expect(vocabulary.words.surnames == ["Giàng"] && vocabulary.words.organs.isEmpty)
        #expect(try TableFiles.routing(folder: folder.path) == [RoutingRule(unit: "VP", types: ["CV"])])
    }

    @Test("The 29 types, the forms and the words of papers ship")
    func shippedVocabulary() throws {
        let vocabulary = try TableFiles.vocabulary(folder: "/nowhere")
        let types = vocabulary.documentTypes
        // NĐ 30/2020/NĐ-CP, appendix III: 27 with a code, công văn and thư công; and what goes beyond them.
        #expect(types.count { $0.isPrinted } == 27 + 1 && types.count { !$0.isPrinted } == 5)
        #expect(types.first { $0.symbols.contains("KHHĐ") }?.code == "KH" && types.first { $0.code == "GM" }?.mayLackNumber == true)
        #expect(Set(vocabulary.paperForms.map(\.form)).count == 21 && vocabulary.paperForms.allSatisfy { !$0.titles.isEmpty })
        #expect(vocabulary.paperForms.filter { $0.role == .receipt }.map(\.form) == ["bien_nhan"])
        #expect(vocabulary.paperForms.count { $0.role == .result } == 10)
        #expect(vocabulary.words.organs.first?.misread.isEmpty == false && vocabulary.words.surnames.contains("Giàng"))
        #expect(!vocabulary.words.officeLabels.isEmpty && !vocabulary.words.requestLabels.isEmpty && !vocabulary.words.dateLabels.isEmpty)
        #expect(Set(vocabulary.words.labels.map(\.kind)) == Set(PersonLabel.Kind.allCases))
    }

    @Test(
        "A mistake in the vocabulary is told with its file and line, and what would be right",
        arguments: [
            ("types.yaml", "- { code: CV, name: Công văn, printed: false }\n- { code: CV, name: B }", "types.yaml:2: code: mã CV đã có ở trên"),
            ("types.yaml", "- { code: KH, name: K }", "types.yaml: thiếu công văn; thêm dòng - { code: CV, name: Công văn, printed: false }"),
            ("types.yaml", "- { code: KH, name: Kế hoạch, number: maybe }", "types.yaml:1: number: phải là required hoặc optional"),
            ("forms.yaml", "- { form: Đ, code: D, name: Đơn, titles: [A] }", "forms.yaml:1: form: Đ phải chỉ gồm chữ thường không dấu, chữ số và _"),
            ("forms.yaml", "- form: don\n  code: D\n  name: Đơn", "forms.yaml:1: titles: phải có ít nhất một tên in trên giấy"),
            (
                "words.yaml", "surname: [Giàng]",
                "words.yaml:1: không có khóa \"surname\"; các khóa: organs, agencies, signers, surnames, labels, papers"
            ),
            (
                "words.yaml", "labels:\n  - { kind: age, texts: [Tuổi] }",
                "words.yaml:2: kind: phải là name, id, born, born_in_words, sex, address hoặc other"
            ),
            ("words.yaml", "agencies:\n  phrases: XÃ", "words.yaml:2: phrases: phải là một danh sách"),
            ("words.yaml", "# trống", "words.yaml:1: tệp trống; xóa tệp để dùng bảng có sẵn"),
        ])
    func vocabularyMistakes(_ name: String, _ yaml: String, _ said: String) throws {
        let folder = TestRun.folder.appending(path: "vocabulary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(yaml.utf8).write(to: folder.appending(path: name))
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try TableFiles.vocabulary(folder: folder.path) }
        #expect(mistake?.description == "\(folder.path)/\(said)")
    }
}
