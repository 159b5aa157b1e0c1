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
        ])
    func mistakes(_ yaml: String, _ said: String) {
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try TableFiles.procedures(yaml, file: "t.yaml") }
        #expect(mistake?.description == said)
    }

    @Test("A folder of pipelines may hold the tables: they are no pipelines, and win over the built-in ones")
    func folder() throws {
        let folder = TestRun.folder.appending(path: "tables-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [
            ("archive.yaml", "kind: archive\n"), ("procedures.yaml", "- { code: \"9.1\", name: A, source: s }\n"),
            ("routing.yaml", "- { unit: VP, types: [CV] }\n"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        #expect(try PipelineFiles.load(folder: folder.path, data: "/data").map(\.name) == ["archive"])
        #expect(try TableFiles.procedures(folder: folder.path).map(\.code) == ["9.1"])
        #expect(try TableFiles.routing(folder: folder.path) == [RoutingRule(unit: "VP", types: ["CV"])])
    }
}
