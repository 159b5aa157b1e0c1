import Foundation
import Testing

extension EndToEnd {
    /// What an office does with its records: tables, indicators, review, reuse, and proof that all is still there.
    @Suite("Office") struct OfficeTests {
        @Test("The inventory and the cases are imported once, counted, and decide the indicators")
        func tablesAndIndicators() async throws {
            let workplace = try Workplace()
            let unknown = try await workplace.sohoa("indicators", "--json", "--period", "2026").lines
            #expect(Set(unknown.compactMap { $0["code"].text }) == ["archives_digitized", "tthc_digitized", "tthc_result_electronic", "data_reused"])
            #expect(unknown.allSatisfy { $0["value"] == .null && $0["status"] == .text("unknown") })

            for (words, rows) in [
                (["inventory", "import", "\(Samples.folder)/muc_luc.csv", "--fonds", "NS"], try rows("muc_luc.csv")),
                (["cases", "import", "\(Samples.folder)/ho_so_tthc.csv"], try rows("ho_so_tthc.csv")),
            ] {
                let first = try #require(try await workplace.sohoa(words + ["--json"]).lines.first)
                #expect(first["added"].integer == rows && first["refused"] == .list([]), "\(first)")
                let again = try await workplace.sohoa(words + ["--json"])
                #expect(try again.code == 0 && again.lines.first?["unchanged"].integer == rows)
            }
            let item = try await workplace.sohoa("ingest", "--json", "\(Samples.folder)/archive/HS-2026-07.0000001.pdf").lines
            #expect(item.first?["records"][0]["dossier"] == .text("HS-2026-07"))
            let done = try await workplace.sohoa("inventory", "list", "--json").lines.first { $0["file_code"] == .text("HS-2026-07") }
            #expect(done?["scanned_pages"].integer == 1)
            #expect(try await workplace.sohoa("inventory", "status", "--json").lines.first?["scanned_pages"].integer == 1)
            let short = "\(workplace.scratch)/HS-2026-02.0000003.pdf"
            try FileManager.default.copyItem(atPath: "\(Samples.folder)/archive/HS-2026-01.0000001.pdf", toPath: short)
            try await workplace.sohoa("ingest", short)
            let open = try await workplace.sohoa("inventory", "status", "--level", "page", "--json").lines
            #expect(!open.contains { $0["file_code"] == .text("HS-2026-07") })
            let papers = try #require(open.first { $0["file_code"] == .text("HS-2026-02") })
            #expect(papers["missing_numbers"].items == [.text("0000001"), .text("0000002")], "\(papers)")
            #expect(papers["papers"].items.map { $0["number"] } == [.text("0000003")] && papers["missing_pages"].integer ?? 0 > 0)
            #expect(try await workplace.sohoa("inventory", "status", "--level", "page").output.contains("thiếu văn bản số 0000002"))
            #expect(try await workplace.sohoa("cases", "list", "--json").lines.count == rows("ho_so_tthc.csv"))
            let known = try await workplace.sohoa("indicators", "--json", "--period", "2026").lines
            let archives = try #require(known.first { $0["code"] == .text("archives_digitized") })
            #expect(archives["denominator"].integer ?? 0 > 0 && archives["value"].number != nil, "\(archives)")
        }

        private func rows(_ table: String) throws -> Int { try Files.text("\(Samples.folder)/\(table)").split(whereSeparator: \.isNewline).count - 1 }

        @Test("A row that cannot be taken is said with its line; the others are taken")
        func badRow() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/mục lục.csv"
            try Data("\u{FEFF}Mã hồ sơ;Tiêu đề;Số trang\nH1;Tốt;3\nH2;Sai;nhiều\n;Không mã;1\nH3;Tốt;\n".utf8).write(to: URL(fileURLWithPath: path))
            let run = try await workplace.sohoa("inventory", "import", path, "--fonds", "P1", "--json")
            #expect(run.code == 3)
            let summary = try #require(try run.lines.first)
            #expect(summary["added"].integer == 2)
            #expect(summary["refused"].items.compactMap { $0["line"].integer } == [3, 4])
            #expect(run.errors.contains("\(path):3:") && run.errors.contains("\(path):4:"))
            let foreign = try await workplace.sohoa("inventory", "import", path, "--fonds", "P2")
            #expect(foreign.code == 3 && foreign.errors.contains("\(path):2: Mã hồ sơ đã thuộc phông P1."), "\(foreign.errors)")
            #expect(try await workplace.sohoa("inventory", "list", "--fonds", "P2", "--json").lines.isEmpty)
        }

        @Test("A look at a person's record leaves a trace; reuse of it is noted once")
        func personalRecord() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            let taken = try await workplace.sohoa("ingest", "--json", "\(Samples.folder)/tthc/H35.88.73-261012-0231").lines
            let record = try #require(taken.flatMap { $0["records"].items }.first { $0["form"] == .text("giay_khai_sinh") })
            let id = try #require(record["id"].text)
            #expect(record["dossier"] == .text("H35.88.73-261012-0231"), "the folder that the command names is a known case")
            try await workplace.sohoa("show", id, "--by", "chị Na", "--json")
            try await workplace.sohoa("review", "show", id, "--by", "anh Tú", "--json")
            let trail = try await workplace.database("SELECT who FROM audit WHERE what = 'record_viewed' ORDER BY 1")
            #expect(trail == "anh Tú\nchị Na\n")
            try await workplace.sohoa("scans", "--json", "--by", "chị Na")
            try await workplace.sohoa("review", "list", "--json", "--by", "chị Na")
            try await workplace.sohoa("search", "--person", "011", "--by", "chị Na")
            let lists = try await workplace.database("SELECT what, subject FROM audit WHERE who = 'chị Na' AND what <> 'record_viewed' ORDER BY seq")
            #expect(lists.hasPrefix("records_listed|scans\n") && lists.hasSuffix("person_searched|search\n"), "\(lists)")

            let reuse = [
                "reuse", "record", "--case", "H35.88.73-261103-0260", "--component", "giay_khai_sinh", "--from", id, "--by", "chị Na", "--json",
            ]
            #expect(try await workplace.sohoa(reuse).code == 0)
            let again = try await workplace.sohoa(reuse).lines.first
            #expect(try await workplace.sohoa(reuse.dropLast()).output.hasPrefix("Đã có"))
            let ledger = try await workplace.sohoa("reuse", "list", "--json").lines
            #expect(
                try await workplace.sohoa("reuse", "record", "--case", "khong-co", "--component", "cccd", "--from", id, "--by", "chị Na").code == 1)
            #expect(again?["id"] == ledger.first?["id"])
            #expect(ledger.count == 1 && ledger.first?["from_record"] == .text(id), "\(ledger)")
            func looks() async throws -> String {
                try await workplace.database("SELECT who, detail FROM audit WHERE what = 'records_listed' AND subject = 'reuse'")
            }
            #expect(try await looks().isEmpty, "no reason was shown")
            let undoing = ["reuse", "undo", try #require(ledger.first?["id"].text), "--by", "chị Na", "--because"]
            #expect(try await workplace.sohoa(undoing + ["x"]).code == 2)
            #expect(try await workplace.sohoa(undoing + ["của mẹ cháu Hoa"]).code == 0)
            try await workplace.sohoa("reuse", "list", "--by", "anh Tú")
            #expect(try await looks().isEmpty, "the table shows none")
            try await workplace.sohoa("reuse", "list", "--json", "--case", "H35.88.73-261103-0260", "--by", "anh Tú")
            #expect(try await looks() == "anh Tú|{\"narrowed\":\"H35.88.73-261103-0260\"}\n")
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        @Test("A reuse that is none is refused with what to do; words of a register are understood")
        func noReuse() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            let register = "\(workplace.scratch)/sổ.csv"
            try Data(
                """
                Mã hồ sơ;Mã TTHC;Tên người nộp;Ngày tiếp nhận;Thành phần hồ sơ
                H35.88.73-261104-0270;1.004222;Vàng A Sình;2026-11-04;
                H35.88.73-261104-0271;9.999999;Vàng A Sình;2026-11-04;
                H35.88.73-261104-0272;1.004222;Vàng A Sình;2026-11-04;"Tờ khai, Giấy khai sinh"
                """.utf8
            ).write(to: URL(fileURLWithPath: register))
            #expect(try await workplace.sohoa("cases", "import", register).code == 0)
            let taken = try await workplace.sohoa("ingest", "--json", "\(Samples.folder)/tthc/H35.88.73-261012-0231").lines
            let records = taken.flatMap { $0["records"].items }
            let certificate = try #require(records.first { $0["form"] == .text("giay_khai_sinh") }?["id"].text)
            let other = try #require(records.first { $0["form"] != .text("giay_khai_sinh") }?["id"].text)
            func record(_ order: String, _ component: String, _ from: String, _ more: String...) async throws -> Program.Run {
                let words = ["reuse", "record", "--case", "H35.88.73-\(order)", "--component", component, "--from", from, "--by", "lan"]
                return try await workplace.sohoa(words + more)
            }

            let refused: [(String, String, String, String)] = [
                ("261104-0270", "bananas", certificate, "quan_he_nhan_than"), ("261104-0270", "to_khai_cu_tru", certificate, "lập riêng"),
                ("261103-0260", "bananas", certificate, "don_xac_nhan"), ("261104-0270", "quan_he_nhan_than", other, "--because"),
            ]
            for (order, component, from, word) in refused {
                let run = try await record(order, component, from)
                #expect(run.code == 1 && run.errors.contains(word) && run.errors.split(whereSeparator: \.isNewline).count == 1, "\(run.errors)")
            }
            #expect(try await workplace.sohoa("reuse", "list", "--json").lines.isEmpty)
            let unheld = try await record("261104-0271", "bananas", certificate)
            #expect(unheld.code == 0 && unheld.errors.contains("Chưa đối chiếu được"), "neither table nor register says what is asked for: \(unheld)")
            #expect(try await record("261104-0270", "quan_he_nhan_than", certificate).code == 0)
            let words = try await workplace.sohoa("reuse", "find", "--case", "H35.88.73-261104-0272", "--json").lines
            #expect(words.first?["component"] == .text("quan_he_nhan_than"), "the paper that the register names serves that component: \(words)")
            #expect(try await record("261104-0272", "Giấy khai sinh", certificate).code == 0)
            let events = try await workplace.sohoa("reuse", "list", "--json").lines
            #expect(events.map { $0["component"] } == [.text("bananas"), .text("quan_he_nhan_than"), .text("quan_he_nhan_than")])

            // The paper was taken in today, the case was received on the 4th: that is said, and stands beside the figure.
            let told = try await record("261104-0270", "quan_he_nhan_than", certificate, "--json").lines.first
            #expect(told?["remarks"].items.contains { $0["code"] == .text("taken_later") } == true, "\(told as Any)")
            let proof = try await workplace.sohoa("indicators", "--records", "data_reused", "--period", "2026-11", "--json").lines
            #expect(proof.first { $0["subject"] == .text("H35.88.73-261104-0270") }?["remarks"] == .list([.text("taken_later")]), "\(proof)")
            let shown = try await workplace.sohoa("cases", "show", "H35.88.73-261104-0270").output
            #expect(shown.contains("số hóa sau ngày tiếp nhận") && !shown.contains("thiếu \n"), "\(shown)")

            try await workplace.sohoa("review", "reject", certificate, "--by", "lan", "--because", "quét nhầm")
            let sheet = try #require(try await workplace.sohoa("cases", "show", "H35.88.73-261104-0272", "--json").lines.first)
            let line = sheet["components"].items.first { $0["code"] == .text("quan_he_nhan_than") }
            #expect(line?["state"] == .text("doubtful") && line?["doubts"] == .list([.text("rejected")]), "\(sheet)")
            let odd = try #require(try await workplace.sohoa("cases", "show", "H35.88.73-261104-0271", "--json").lines.first)
            #expect(odd["other_reuses"].items.first?["component"] == .text("bananas"), "\(odd)")
            #expect(try await workplace.sohoa("indicators", "--json").lines.last?["numerator"].integer == 0, "no source stands any more")
            let undoing = ["reuse", "undo", try #require(events.first?["id"].text)]
            #expect(try await workplace.sohoa(undoing + ["--by", "minh"]).output.hasPrefix("Đã hủy:"))
            #expect(try await workplace.sohoa(undoing + ["--by", "lan"]).output.contains("minh hủy lúc"))
            #expect(try await workplace.sohoa("route", "set", "nope", "--unit", "TP", "--by", "lan").code == 1)
        }

        @Test("Records that need a person are listed with their reasons; scans are listed by outcome")
        func review() async throws {
            let workplace = try Workplace()
            let unclear = "\(workplace.root)/không rõ.png"
            try await Drawing.shared.tiny("không rõ", in: workplace).write(to: URL(fileURLWithPath: unclear))
            let other = "\(workplace.root)/cũng không rõ.png"
            try await Drawing.shared.tiny("cũng không rõ", in: workplace).write(to: URL(fileURLWithPath: other))
            try Data("không phải ảnh".utf8).write(to: URL(fileURLWithPath: "\(workplace.root)/hỏng.pdf"))
            let run = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", unclear, other, "\(workplace.root)/hỏng.pdf")
            #expect(run.code == 3)
            let waiting = try await workplace.sohoa("review", "list", "--json").lines
            #expect(waiting.count == 2 && waiting.first?["status"] == .text("needs_review"))
            #expect(waiting.first?["review_reasons"].items.isEmpty == false)
            #expect(try await workplace.sohoa("review", "list", "--limit", "1").output.contains("1 bản ghi nữa"))
            #expect(try await !workplace.sohoa("review", "list").output.contains("nữa"))
            let others = try await workplace.sohoa("search", "--json", "--", "-khongcotunay").lines
            #expect(others.count == 2 && others.allSatisfy { $0["score"] == .null }, "\(others)")
            for (outcome, count) in [("recorded", 2), ("rejected", 1)] {
                #expect(try await workplace.scans(outcome).map { $0["outcome"].text } == Array(repeating: outcome, count: count))
            }
            #expect(try await workplace.scans("restricted").isEmpty)
        }

        @Test("Verify finds a changed original, a lost one, a damaged index and a cut trail, and rebuilds the index")
        func verify() async throws {
            let workplace = try Workplace()
            for name in ["một", "hai"] {
                try await Drawing.shared.tiny(name, in: workplace).write(to: URL(fileURLWithPath: "\(workplace.scratch)/\(name).png"))
            }
            let taken = try await workplace.sohoa("ingest", "--json", "\(workplace.scratch)/một.png", "\(workplace.scratch)/hai.png").lines
            #expect(try await workplace.sohoa("verify", "--json").code == 0)
            let hashes = taken.compactMap { $0["sha256"].text }
            let paths = hashes.map { "\(workplace.data)/store/\($0.prefix(2))/\($0)/original" }

            try await workplace.database("DELETE FROM search WHERE rowid = 1")
            try await expectFault(in: workplace, naming: "index")
            #expect(try await workplace.sohoa("verify", "--rebuild-index", "--json").code == 0)

            let kept = try Files.bytes(paths[0])
            try replace(paths[0], with: kept.dropLast(1) + [kept[kept.count - 1] ^ 1])
            try await expectFault(in: workplace, naming: hashes[0])
            try replace(paths[0], with: kept)
            #expect(try await workplace.sohoa("verify").code == 0)

            try FileManager.default.removeItem(atPath: paths[1])
            try await expectFault(in: workplace, naming: hashes[1])

            try await workplace.database("DROP TRIGGER audit_is_not_changed; UPDATE audit SET who = 'ai đó' WHERE seq = 1")
            try await expectFault(in: workplace, naming: "audit")
        }

        private func replace(_ path: String, with bytes: Data) throws {
            try FileManager.default.removeItem(atPath: path)
            try bytes.write(to: URL(fileURLWithPath: path))
        }

        private func expectFault(in workplace: Workplace, naming hash: String = "") async throws {
            let run = try await workplace.sohoa("verify", "--json")
            #expect(run.code == 1)
            #expect(try run.lines.contains { !$0["ok"].isTrue && ($0["detail"].text ?? "").contains(hash) }, "\(run.output)")
        }
    }
}
