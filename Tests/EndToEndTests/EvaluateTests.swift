import Foundation
import Testing

extension EndToEnd {
    /// `evaluate` on scans of the checkout whose truth is written beside them.
    @Suite("Evaluate") struct EvaluateTests {
        private static let scan = "thong-bao-tiep-cong-dan.png"

        /// A folder with one sample, a truth that is right but for one letter of the text, and a marked sample.
        private func scans(in workplace: Workplace) throws -> String {
            let folder = "\(workplace.root)/đo"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in [Self.scan, "dau-mat-do.pdf"] {
                try FileManager.default.copyItem(atPath: "\(Samples.folder)/archive/\(name)", toPath: "\(folder)/\(name)")
            }
            let expected = try #require(try Samples.expected()["archive/\(Self.scan)"])["records"][0]
            let truth: [String: Any] = [
                "file": Self.scan, "kind": "archive", "doc_type_code": expected["type_code"].text ?? "", "number": expected["number"].text ?? "",
                "symbol": expected["symbol"].text ?? "", "date_iso": "1999-09-09",
                "page_info": [["page": 1, "type": "content"]], "text": ["CỘMG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n@@@@@@@@@@@@@@@@"],
            ]
            try JSONSerialization.data(withJSONObject: truth).write(to: URL(fileURLWithPath: "\(folder)/thong-bao-tiep-cong-dan.truth.json"))
            try Data(#"{"file":"dau-mat-do.pdf","secrecy":"mat"}"#.utf8).write(to: URL(fileURLWithPath: "\(folder)/dau-mat-do.truth.json"))
            return folder
        }

        @Test("Reads, compares and tells, and leaves the installation alone")
        func whole() async throws {
            let workplace = try Workplace()
            let folder = try scans(in: workplace)
            let page = "\(workplace.root)/tệ.html"
            let run = try await workplace.sohoa("evaluate", "--json", "--html", page, folder)
            #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
            let lines = try run.lines
            func line(_ part: String, _ key: String = "part", _ value: String? = nil) -> JSON? {
                lines.first { $0["part"].text == part && $0[key].text == value ?? part }
            }
            #expect(line("outcomes")?["right"] == .number(2))
            #expect(line("secrecy")?["held"] == .number(1))
            let office = try #require(line("text", "group", "office"))
            // 34 letters, of which one in the middle is another, and 16 that stand nowhere.
            #expect(office["cer_line"].number.map { abs($0 - 17.0 / 50) < 1e-6 } == true, "\(office["cer_line"])")
            let number = lines.first { $0["part"].text == "field" && $0["field"].text == "number" && $0["level"].text == "office" }
            #expect(number?["precision"] == .number(1))
            #expect(lines.contains { $0["part"].text == "wrong_field" && $0["field"].text == "issued_on" && $0["printed"].text == "1999-09-09" })
            #expect(lines.contains { $0["part"].text == "word_confidence" })
            #expect(lines.contains { $0["part"].text == "confusion" && $0["printed"].text == "M" && $0["read"].text == "N" })
            let html = try String(contentsOfFile: page, encoding: .utf8)
            #expect(html.contains("data:image/jpeg;base64,") && html.contains("<del>M</del>"))
            #expect(!html.contains("http://") && !html.contains("https://"))
            #expect(Files.below(workplace.data).isEmpty, "the installation was touched")
            #expect(Files.below(workplace.scratch).isEmpty, "something was left behind")
        }

        @Test("What was kept is measured again without reading it again")
        func kept() async throws {
            let workplace = try Workplace()
            let folder = try scans(in: workplace)
            let data = "\(workplace.root)/giữ"
            let first = try await workplace.sohoa("evaluate", "--json", "--keep", data, folder)
            let again = try await workplace.sohoa("evaluate", "--json", "--keep", data, folder)
            #expect(!first.output.isEmpty && first.output == again.output)
        }

        @Test("Results made before are measured without reading anything")
        func results() async throws {
            let workplace = try Workplace()
            let folder = try scans(in: workplace)
            let results = "\(workplace.root)/kết quả.jsonl"
            let told = #"{"file":"\#(Self.scan)","sha256":null,"outcome":"rejected","reason":{"code":"unreadable","message":"…"},"records":[]}"#
            try Data(told.utf8).write(to: URL(fileURLWithPath: results))
            let lines = try await workplace.sohoa("evaluate", "--json", "--results", results, folder).lines
            let outcomes = lines.filter { $0["part"].text == "wrong_outcome" }
            #expect(outcomes.map { $0["got"].text } == ["absent", "rejected"])
            #expect(lines.contains { $0["part"].text == "secrecy" && $0["missed"].items.count == 1 })
        }
    }
}
