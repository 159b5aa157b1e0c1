import Foundation
import Testing

extension EndToEnd {
    /// The command line as the interface promises it.
    @Suite("Commands") struct CommandTests {
        static let commands: [[String]] = [
            [], ["serve"], ["ingest"], ["scans"], ["search"], ["show"], ["review"], ["review", "list"], ["review", "show"],
            ["review", "accept"], ["review", "correct"], ["review", "reject"], ["restricted"], ["restricted", "list"], ["restricted", "release"],
            ["restricted", "purge"], ["inventory"], ["inventory", "import"], ["inventory", "list"], ["inventory", "status"], ["cases"],
            ["cases", "import"], ["cases", "list"], ["reuse"], ["reuse", "record"], ["reuse", "list"], ["indicators"], ["verify"], ["evaluate"],
            ["doctor"],
        ]

        @Test("Every command explains itself", arguments: commands)
        func help(command: [String]) async throws {
            let workplace = try Workplace()
            let run = try await Program.run(try Program.path(), command + ["--help"], in: workplace.root, scratch: workplace.scratch)
            #expect(run.code == 0 && run.errors.isEmpty)
            #expect(run.output.contains("--help") && run.output.count > 80)
            #expect(Files.below(workplace.data).isEmpty, "--help made a data folder")
        }

        /// Words, the exit code, and what the one line on standard error holds.
        static let mistakes: [(words: [String], code: Int32, says: String)] = [
            (["--khong-co"], 2, "--khong-co"), (["khong-co"], 2, "khong-co"), (["scans", "--khong-co"], 2, "--khong-co"),
            (["search", "--khong-co", "x"], 2, "--khong-co"),
            (["scans", "--outcome", "khong-co"], 2, "--outcome <outcome>; hãy ghi một trong: waiting, reading"),
            (["search", "--limit", "0", "x"], 2, "--limit"),
            (["search", "--from", "2026-13-01", "x"], 2, "\"2026-13-01\" không hợp lệ cho --from"),
            (["search", "--from", "2026-02-01", "--to", "2026-01-01", "x"], 2, "--from"), (["search"], 2, "ít nhất một từ"),
            (["search", "--from"], 2, "thiếu giá trị của --from"), (["scans", "thua"], 2, "thừa \"thua\""),
            (["inventory", "import", "/dev/null", "--fonds", " "], 2, "--fonds"),
            (["reuse", "record", "--case", "C", "--component", "", "--from", "r", "--by", "chị Na"], 2, "--component"),
            (["reuse", "record", "--case", "C", "--component", "K", "--from", "r", "--by", " "], 2, "--by"),
            (["indicators", "--period", "2026-Q5"], 2, "2026-Q5"),
            (["ingest"], 2, "path"),
            (["ingest", "không có.pdf"], 1, "không có.pdf"), (["ingest", "--pipeline", "khong-co", "/dev/null"], 2, "khong-co"),
            (["evaluate"], 2, "dir"), (["evaluate", "."], 2, "đáp án"), (["evaluate", "--worst", "-1", "."], 2, "--worst"),
            (["show", "khong-co"], 1, "khong-co"), (["review", "show", "khong-co"], 1, "khong-co"),
            (["review", "accept", "khong-co", "--by", "chị Na"], 1, "khong-co"), (["review", "accept", "khong-co"], 2, "--by"),
            (["review", "correct", "khong-co", "number=1", "--by", "chị Na"], 1, "khong-co"),
            (["review", "reject", "khong-co", "--by", "chị Na"], 2, "--because"),
            (["restricted", "release", "khong-co.pdf", "--by", "chị Na", "--because", "giấy mẫu"], 1, "khong-co.pdf"),
            (["restricted", "purge", "khong-co.pdf", "--by", "chị Na", "--because", "giấy mẫu"], 1, "khong-co.pdf"),
            (["--config", "không có.yaml", "scans"], 2, "không có.yaml"),
            (["serve", "--http", "khong:phai:cong"], 2, "khong:phai:cong"),
            (["inventory", "import", "không có.csv", "--fonds", "P1"], 1, "không có.csv"),
            (["reuse", "record", "--case", "C", "--component", "K", "--from", "khong-co", "--by", "chị Na"], 1, "khong-co"),
        ]

        @Test("A mistake is said on standard error with its exit code, and nothing on standard output", arguments: mistakes)
        func mistake(words: [String], code: Int32, says: String) async throws {
            let workplace = try Workplace()
            let run = try await workplace.sohoa(words)
            #expect(run.code == code, "\(words): \(run.errors)")
            #expect(run.errors.contains(says) && !run.errors.isEmpty, "\(words): \(run.errors)")
            #expect(run.output.isEmpty, "\(words)")
        }

        /// A pipeline's text, and `LINE:` of the mistake.
        static let wrongPipelines: [(yaml: String, line: Int)] = [
            ("kind: archive\nmàu: xanh\n", 2), ("kind: khac\n", 1), ("kind: archive\n\nsettle_seconds: nhanh\n", 3), ("kind: archive\n\tx: y\n", 2),
            ("title: A\n", 1), ("kind: [archive\n", 2), ("kind: archive\nrequired_fields: [number,\n  khong_co]\n", 3), ("", 1),
        ]

        @Test("A pipeline that is wrong is refused with its file and line", arguments: wrongPipelines)
        func wrongPipeline(yaml: String, line: Int) async throws {
            let workplace = try Workplace()
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(workplace.root)/pipelines/sai.yaml"))
            let run = try await workplace.sohoa("scans")
            #expect(run.code == 2)
            #expect(run.errorLines.count == 1 && run.errors.contains("sai.yaml:\(line):"), "\(run.errors)")
        }

        @Test(
            "A configuration that is wrong is refused",
            arguments: [
                "wörkers: 2\n", "workers: 0\n", "workers: hai\n", "targets: {khong_co: {target: 1}}\n", "http: [\n", "http: 'khong phai cong'\n",
                "http: ''\n", "- workers\n", "workers: [1]\n", "targets: {data_reused: 1}\n",
                "targets: {data_reused: {target: 1, due: 2026-13-40}}\n", "chữ\n", "targets: {data_reused: []}\n", "targets: {data_reused: null}\n",
                "targets: {data_reused: {due: 2026-12-31}}\n", "units: {unit: VP}\n", "units: [{targets: {}}]\n", "units: [{unit: all}]\n",
                "units: [{unit: VP}, {unit: ' VP'}]\n", "targets: {data_reused: [{target: 0.5}, {target: 1}]}\n", "warnings: {report_day: 29}\n",
            ])
        func wrongConfiguration(yaml: String) async throws {
            let run = try await Workplace(configuration: yaml).sohoa("scans")
            #expect(run.code == 2)
            #expect(run.errorLines.count == 1 && run.errors.contains("config.yaml"), "\(run.errors)")
            #expect(!run.errors.contains("Expected"), "\(run.errors)")
        }

        /// A configuration, and what is said of it after the file's name: the line, what is wrong, what is right.
        static let wrongGoals: [(yaml: String, says: [String])] = [
            ("targets:\n  data_reused: { target: 0.8, deu: 2027-12-31 }\n", [":2:", "targets.data_reused.deu", "due, responsible, target"]),
            (
                "targets:\n  data_reused:\n    - { target: 0.5, due: 2026-12-31 }\n    - { target: 1, owner: x }\n",
                [":4:", "data_reused.owner", "due"]
            ),
            ("targets:\n  du_lieu: { target: 0.8 }\n", [":2:", "targets.du_lieu", "data_reused", "archives_digitized"]),
            ("targets:\n\n  data_reused: { target: 80 }\n", [":3:", "targets.data_reused.target", "0.8", "null"]),
            ("targets:\n  data_reused: { target: 80 % }\n", [":2:", "targets.data_reused.target", "0.8"]),
            ("targets:\n  data_reused:\n    - { target: 0.5, due: 2026 }\n", [":3:", "due", "2026-12-31"]),
            ("targets:\n  data_reused: 0.8\n", [":2:", "targets.data_reused", "{ target: 0.8"]),
            ("units:\n  - unit: VP\n    targets: { data_reused: { target: 1, hạn: x } }\n", [":3:", "units.targets.data_reused.hạn", "due"]),
            ("units:\n  - đơn vị: VP\n", [":2:", "units.đơn vị", "targets, unit"]),
            ("warnings:\n  reportday: 15\n", [":2:", "warnings.reportday", "report_day"]),
        ]

        @Test("A wrong goal is told with its line, and with how it is written", arguments: wrongGoals)
        func wrongGoal(yaml: String, says: [String]) async throws {
            let run = try await Workplace(configuration: yaml).sohoa("scans")
            #expect(run.code == 2 && run.errorLines.count == 1 && run.errors.contains("config.yaml\(says[0])"), "\(run.errors)")
            for word in says { #expect(run.errors.contains(word), "\(word): \(run.errors)") }
        }

        @Test("A folder of pipelines that a configuration names must be there")
        func noPipelines() async throws {
            let run = try await Workplace(configuration: "pipelines: khong/co\n").sohoa("scans")
            #expect(run.code == 2)
            #expect(run.errorLines.count == 1 && run.errors.contains("khong/co"), "\(run.errors)")
        }

        @Test("Without pipelines of one's own the built-in ones serve, and global options may stand anywhere")
        func defaults() async throws {
            let workplace = try Workplace()
            try FileManager.default.removeItem(atPath: "\(workplace.root)/pipelines")
            let run = try await Program.run(
                try Program.path(), ["doctor", "--json", "--data", workplace.data], in: workplace.root, environment: ["LC_ALL": "en_US.UTF-8"],
                scratch: workplace.scratch)
            #expect(run.code == 0, "\(run.output)")
            #expect(try run.lines.allSatisfy { $0["ok"].isTrue && $0.keys == ["check", "ok", "detail"] })
            #expect(run.output.contains("archive") && run.output.contains("tthc"))
        }

        @Test("A reader that goes away ends a list quietly")
        func brokenPipe() async throws {
            let workplace = try Workplace()
            let program = try Program.path()
            let run = try await Program.run(
                "/bin/bash", ["-c", "\"$0\" --data d doctor | true; echo ${PIPESTATUS[0]}", program], in: workplace.root, scratch: workplace.scratch)
            #expect(run.errors.isEmpty)
            #expect(run.output == "0\n")
        }
    }
}
