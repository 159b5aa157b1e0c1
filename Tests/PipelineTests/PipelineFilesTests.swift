import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@Suite("Pipelines as people write them") struct PipelineFilesTests {
    @Test("A whole file")
    func whole() throws {
        let yaml = """
            title: Tài liệu
            kind: archive
            folder: /mnt/chia sẻ
            settle_seconds: 0.5
            give_up_seconds: 60
            afterwards: remove
            required_fields: [number, agency]
            minimum_confidence: 0.8
            split_by_content: false
            split_at_blank_sides: 3
            separator_codes: [TỜ NGĂN, "PATCH*"]
            interleave: backs_reversed
            """
        let pipeline = try PipelineFiles.parse(yaml, file: "pipelines/phong-1.yaml")
        #expect(pipeline.name == "phong-1")
        #expect(pipeline.folder == "/mnt/chia sẻ")
        #expect(pipeline.settleSeconds == 0.5)
        #expect(pipeline.afterwards == .remove)
        #expect(pipeline.requiredFields == ["number", "agency"])
        #expect(pipeline.separating == Separating(byContent: false, blankSides: 3, codes: ["TỜ NGĂN", "PATCH*"]))
        #expect(pipeline.sideOrder == .backsReversed)
    }

    @Test(
        "A mistake is refused with its line and what is wrong",
        arguments: [
            ("title: x\nkind: archiv\n", 2, "archive, tthc"), ("kind: archive\nsetle_seconds: 2\n", 2, "setle_seconds"),
            ("kind: archive\nsettle_seconds: hai\n", 2, "phải là số"), ("kind: archive\nsettle_seconds: -1\n", 2, "phải là số"),
            ("title: x\n", 1, "kind"), ("- a\n- b\n", 1, "khóa"), ("kind: [\n", 2, "YAML"), ("", 1, "khóa"),
            ("kind: tthc\nrequired_fields:\n  - number\n  - nubmer\n", 4, "nubmer"), ("kind: tthc\nafterwards: delete\n", 2, "move, remove"),
            ("kind: tthc\nsettle_seconds: 10\ngive_up_seconds: 5\n", 3, "phải là số"), ("kind: tthc\ntitle: [a]\n", 2, "chuỗi"),
            ("kind: tthc\nsplit_by_content: có\n", 2, "true"), ("kind: tthc\nsplit_at_blank_sides: 1.5\n", 2, "số nguyên"),
            ("kind: tthc\nsplit_at_blank_sides: 10\n", 2, "phải là số"), ("kind: tthc\nseparator_codes: X\n", 2, "danh sách"),
            ("kind: tthc\nseparator_codes:\n  - \"*\"\n", 3, "chuỗi"), ("kind: tthc\ninterleave: có\n", 2, "backs_reversed"),
        ])
    func mistakes(yaml: String, line: Int, part: String) {
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try PipelineFiles.parse(yaml, file: "a.yaml") }
        #expect(mistake?.line == line)
        #expect(mistake?.description.hasPrefix("a.yaml:\(line): ") == true)
        #expect(mistake?.message.contains(part) == true, "\(mistake?.message ?? "")")
    }

    @Test("A key written twice is refused")
    func twice() {
        #expect(throws: PipelineFiles.Mistake.self) { try PipelineFiles.parse("kind: tthc\nkind: archive\n", file: "a.yaml") }
    }

    private func load(_ files: [String: String]) throws -> [PipelineDefinition] {
        let folder = TestRun.folder.appending(path: "quy trình \(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, yaml) in files { try Data(yaml.utf8).write(to: URL(filePath: "\(folder)/\(name).yaml")) }
        return try PipelineFiles.load(folder: folder, data: "/data")
    }

    @Test(
        "Two pipelines in one folder, or one below the other's, are refused with file, line and reason",
        arguments: [
            ("/mnt/scan", "/mnt/scan"), ("/mnt/scan", "/mnt/scan/tthc/"), ("/mnt/scan/a/b", "/mnt/scan/a"), ("/mnt/./x/../scan", "/mnt/scan"),
            ("folders/b", nil), ("scan", "/data/scan"),
        ])
    func sharedFolder(a: String, b: String?) throws {
        let second = "kind: tthc\n" + (b.map { "settle_seconds: 1\nfolder: \($0)\n" } ?? "")
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try load(["a": "kind: archive\nfolder: \(a)\n", "b": second]) }
        #expect(mistake?.file.hasSuffix(b == nil ? "/a.yaml" : "/b.yaml") == true)
        #expect(mistake?.line == (b == nil ? 2 : 3))
        #expect(mistake?.message.contains(b == nil ? "\"b\"" : "\"a\"") == true, "\(mistake?.message ?? "")")
    }

    @Test("A folder that is not absolute is meant from the data folder; names that only begin alike are two folders")
    func relativeFolder() throws {
        let pipelines = try load(["a": "kind: archive\nfolder: chia sẻ\n", "b": "kind: tthc\nfolder: /data/chia sẻ 2\n", "c": "kind: tthc\n"])
        #expect(pipelines.map(\.folder) == ["/data/chia sẻ", "/data/chia sẻ 2", nil])
    }

    @Test("Both endings are taken; a folder that is named must be there, hold some, and name each once")
    func folders() throws {
        let folder = TestRun.folder.appending(path: UUID().uuidString)
        #expect(throws: PipelineFiles.Mistake.self) { try PipelineFiles.load(folder: folder.path, data: "/data") }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let empty = #expect(throws: PipelineFiles.Mistake.self) { try PipelineFiles.load(folder: folder.path, data: "/data") }
        #expect(empty?.description.hasPrefix("\(folder.path): ") == true)
        for name in ["b.yaml", "a.yml", "ghi-chu.txt"] { try Data("kind: tthc\n".utf8).write(to: folder.appending(path: name)) }
        #expect(try PipelineFiles.load(folder: folder.path, data: "/data").map(\.name) == ["a", "b"])
        try Data("kind: archive\n".utf8).write(to: folder.appending(path: "a.yaml"))
        #expect(throws: PipelineFiles.Mistake.self) { try PipelineFiles.load(folder: folder.path, data: "/data") }
    }
}
