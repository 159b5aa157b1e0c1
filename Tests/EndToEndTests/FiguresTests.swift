import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

extension EndToEnd {
    /// The tables as people have them, the figures of any day, and the report that goes up.
    @Suite("Figures") struct FiguresTests {
        @Test("A workbook is imported as people have it: titles, merged cells, dates, several sheets; refused rows stand beside it")
        func workbook() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/mục lục.xlsx"
            try await HandmadeXLSX.write(to: path, in: workplace)
            let run = try await workplace.sohoa("inventory", "import", path, "--fonds", "P1", "--json")
            #expect(run.code == 3, "\(run.errors)")
            let summary = try #require(try run.lines.first)
            #expect(summary["added"].integer == 3 && summary["refused"].items.compactMap { $0["line"].integer } == [6, 8])
            let beside = try Files.text("\(path).khong-nhan.csv")
            #expect(beside.contains("nhiều") && beside.contains("Mã trùng với dòng 4."))
            let items = try await workplace.sohoa("inventory", "list", "--json").lines
            #expect(items.compactMap { $0["file_code"].text } == ["007", "X-1", "X-2"])
            #expect(items.map { $0["box"].text } == [nil, "H01", "H01"] && items.map { $0["total_pages"].integer } == [nil, 3, 12])
            #expect(items[1]["title"] == .text("Một & hai"))
            #expect(try await workplace.database("SELECT start_date FROM inventory_item ORDER BY file_code") == "None\n2023-03-15\n2020-02-01\n")
            let again = try await workplace.sohoa("inventory", "import", path, "--fonds", "P1", "--json").lines.first
            #expect(again?["unchanged"].integer == 3 && again?["unlisted"].integer == 0)
            let status = try await workplace.sohoa("inventory", "status", "--level", "file", "--json").lines
            #expect(status.map { $0["missing_pages"].integer } == [nil, 3, 12] && status.allSatisfy { $0["why"] == .text("not_started") })
            let boxes = try await workplace.sohoa("inventory", "status", "--level", "box", "--json").lines
            #expect(boxes.map { $0["missing_pages"].integer } == [0, 15])
            #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.data).allSatisfy { !$0.hasPrefix(".table") })
        }

        @Test("An import says what it passed over, and why nothing was marked")
        func remarks() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/sổ.csv"
            func take(_ rows: String) async throws -> Program.Run {
                try Data("Mã hồ sơ,Ngày tiếp nhận,Số tờ\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
                return try await workplace.sohoa("cases", "import", path)
            }
            let first = try await take("C-1,01/10/2026,1\nC-2,02/10/2026,1\nC-3,03/10/2026,1\n")
            #expect(first.code == 0 && first.output.contains("“Số tờ”"), "\(first.output)")
            let refused = try await take("C-1,01/10/2026,1\nC-3,#N/A,1\n,Tổng cộng: 2,\n")
            #expect(refused.code == 3 && refused.output.contains("vì có 1 dòng không nhận"), "\(refused.output)")
            let footer = try await take("C-1,01/10/2026,1\nC-3,03/10/2026,1\n,Tổng cộng: 2,\n")
            #expect(footer.code == 0 && footer.output.contains("dòng 4"), "\(footer.output)")
            let lines = try await workplace.sohoa("cases", "list", "--json").lines
            #expect(lines.filter { $0["unlisted"] == .bool(true) }.map { $0["case_code"].text } == ["C-2"])
        }

        @Test("A table that lacks a column changes nothing under it, a state of secrecy neither, and the import says which columns it lacks")
        func absentColumns() async throws {
            let workplace = try Workplace()
            func take(_ words: [String], _ text: String) async throws -> Program.Run {
                let path = "\(workplace.root)/bảng.csv"
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                return try await workplace.sohoa(words.prefix(2) + [path] + words.dropFirst(2))
            }
            let (inventory, cases) = (["inventory", "import", "--fonds", "P1"], ["cases", "import"])
            _ = try await take(inventory, "Mã hồ sơ,Tiêu đề,Số trang,Hộp,Trạng thái\nA1,Một,4,H1,mật\nA2,Hai,5,H1,\n")
            let boxes = try await take(inventory, "Mã hồ sơ,Tiêu đề,Hộp\nA1,Một,H2\nA2,Hai,\nA3,Ba,H2\n")
            #expect(boxes.code == 0 && boxes.output.contains("Bảng không có cột:") && boxes.output.contains("Trạng thái"), "\(boxes.output)")
            #expect(boxes.output.contains("1 hồ sơ không ghi số trang (dòng 4)"), "those that had a page count keep it: \(boxes.output)")
            #expect(
                try await workplace.database("SELECT file_code, total_pages, box, state FROM inventory_item ORDER BY 1")
                    == "A1|4|H2|secret\nA2|5|None|in_scope\nA3|None|H2|in_scope\n")

            _ = try await take(cases, "Mã hồ sơ,Mã TTHC,Đơn vị,Chủ hồ sơ,CCCD,Ngày tiếp nhận\nC-1,1.001193,TP,Lò Thị Mai,013095004127,05/10/2026\n")
            let flags = try await take(cases + ["--json"], "Mã hồ sơ,DuocSoHoa,DuocTaiSuDung\nC-1,1,0\n")
            let summary = try #require(try flags.lines.first)
            #expect(flags.code == 0 && summary["changed"].integer == 1 && summary["doubts"] == .object([:]), "\(summary)")
            #expect(summary["absent_columns"].items.contains(.text("received_on")) && !summary["absent_columns"].items.contains(.text("DuocSoHoa")))
            let plain = try await take(cases + ["--json"], "Mã hồ sơ,Ngày tiếp nhận,Chủ hồ sơ\nC-1,05/10/2026,Lò Thị Mai\n").lines.first
            #expect(plain?["unchanged"].integer == 1)
            #expect(
                try await workplace.database("SELECT procedure_code, unit, applicant_id, received_on, reported_digitized FROM case_file")
                    == "1.001193|TP|013095004127|2026-10-05|1\n")
            #expect(try await workplace.sohoa("indicators", "--json", "--period", "2026-10").lines.first { $0["reported"] != .null } != nil)
        }

        @Test("Two imports of one table at the same time take turns: no row is said to be gone")
        func together() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/sổ.csv"
            let rows = (1...2_500).map { "C-\($0),01/10/2026\n" }.joined()
            try Data("Mã hồ sơ,Ngày tiếp nhận\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
            async let one = workplace.sohoa("cases", "import", path, "--json")
            async let other = workplace.sohoa("cases", "import", path, "--json")
            for run in try await [one, other] {
                #expect(run.code == 0, "\(run.errors)")
                #expect(try run.lines.first?["unlisted"].integer == 0)
            }
            #expect(try await workplace.database("SELECT count(*), count(unlisted_at) FROM case_file") == "2500|0\n")
        }

        @Test("A torn table takes nothing; an import that fails halfway says what it has taken, and its run is closed")
        func torn() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/sổ.csv"
            func write(_ end: String) throws {
                let rows = (1...2_500).map { "C-\($0),01/10/2026\n" }.joined()
                try Data("Mã hồ sơ,Ngày tiếp nhận\n\(rows)\(end)".utf8).write(to: URL(fileURLWithPath: path))
            }
            try write("C-2501,\"02/10/2026\nC-2502,02/10/2026\n")
            let torn = try await workplace.sohoa("cases", "import", path)
            #expect(torn.code == 1 && torn.errors.contains("Dòng 2502:"), "\(torn.errors)")
            #expect(try await workplace.database("SELECT (SELECT count(*) FROM case_file), count(*) FROM audit") == "0|0\n")

            let fault = "CREATE TRIGGER fault BEFORE INSERT ON case_file WHEN NEW.case_code = 'C-2300' BEGIN SELECT RAISE(ABORT, 'x'); END"
            let python = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute(sys.argv[2]); db.commit()"
            try await workplace.tool("/usr/bin/python3", "-c", python, "\(workplace.data)/catalogue.sqlite", fault)
            try write("")
            let failed = try await workplace.sohoa("cases", "import", path)
            #expect(failed.code != 0 && failed.errors.contains("2000 dòng đầu đã nhận"), "\(failed.errors)")
            let entries = try await workplace.database(
                "SELECT count(*), max(detail ->> '$.run'), max(iif(detail ->> '$.run' > 0, detail ->> '$.added', 0)) FROM audit")
            #expect(entries == "3|1|2000\n", "\(entries)")
            try await workplace.database("DROP TRIGGER fault")
            #expect(try await workplace.sohoa("cases", "import", path, "--json").lines.first?["added"].integer == 500)
        }

        @Test("Rows that were refused are mended in the file beside and taken from there, and it is told for what it is")
        func refusedRows() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/sổ.csv"
            try Data("Mã hồ sơ,Ngày tiếp nhận\nC-1,01/10/2026\nC-2,32/10/2026\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(try await workplace.sohoa("cases", "import", path).code == 3)
            let rest = "\(path).khong-nhan.csv"
            try Data(try Files.text(rest).replacing("32/10/2026", with: "02/10/2026").utf8).write(to: URL(fileURLWithPath: rest))
            let run = try await workplace.sohoa("cases", "import", rest)
            #expect(run.code == 0 && run.output.contains("Thêm 1,") && run.output.contains("không phải cả bảng"), "\(run.output)")
            #expect(!run.output.contains("0 dòng không nhận;") && !run.output.contains("không hiểu tên"), "\(run.output)")
            #expect(try await workplace.database("SELECT count(*), count(unlisted_at) FROM case_file") == "2|0\n")
        }

        @Test("An import that waited for its turn sees what the one before it has taken: rows of another fonds are refused one by one")
        func waitedForItsTurn() async throws {
            let workplace = try Workplace()
            func table(_ name: String, _ rows: String) throws -> String {
                let path = "\(workplace.root)/\(name).csv"
                try Data("Mã hồ sơ,Tiêu đề\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
                return path
            }
            try await workplace.sohoa("inventory", "import", try table("một", "Z,Không\n"), "--fonds", "P0")
            let second = try table("hai", "A,Một\nB,Hai\n")
            let turn = open("\(workplace.data)/import.lock", O_RDWR)
            #expect(flock(turn, LOCK_EX | LOCK_NB) == 0)
            let errors = "\(workplace.scratch)/chờ.err"
            let waiting = try Program.process(
                try Program.path(), workplace.globalArguments + ["inventory", "import", second, "--fonds", "P2"], in: workplace.root,
                environment: workplace.environment, output: "/dev/null", errors: errors)
            try waiting.run()
            try await eventually("it waits") { try Files.text(errors).contains("chờ lần đó xong") }
            try await workplace.database(
                "INSERT INTO inventory_item (file_code, fonds, title, state) VALUES ('A', 'P1', 'Một', 'in_scope')")
            close(turn)
            try await eventually("it ends") { !waiting.isRunning }
            let said = try Files.text(errors)
            #expect(waiting.terminationStatus == 3 && said.contains("\(second):2: Mã hồ sơ đã thuộc phông P1."), "\(said)")
            #expect(try await workplace.database("SELECT file_code, fonds FROM inventory_item ORDER BY 1") == "A|P1\nB|P2\nZ|P0\n")
        }

        @Test("Rows of a workbook that a killed import left behind go with the next command; those of a running one stay")
        func abandonedRows() async throws {
            let workplace = try Workplace()
            let abandoned = "\(workplace.data)/.table-1.jsonl"
            let held = "\(workplace.data)/.report-2.xlsx"
            try await workplace.sohoa("scans")
            for path in [abandoned, held] { try Data("Lò Thị Mai".utf8).write(to: URL(fileURLWithPath: path)) }
            let descriptor = open(held, O_RDONLY)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            try await workplace.sohoa("scans")
            #expect(!FileManager.default.fileExists(atPath: abandoned) && FileManager.default.fileExists(atPath: held))
        }

        @Test(
            "A file that is no table says what to do, and takes nothing",
            arguments: [("cũ.xls", [0xD0, 0xCF, 0x11, 0xE0], "Save As"), ("cụt.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "trọn vẹn")])
        func noTable(name: String, bytes: [UInt8], said: String) async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let run = try await workplace.sohoa("cases", "import", path)
            #expect(run.code == 1 && run.errors.contains(said) && run.errors.contains(name), "\(run.errors)")
            #expect(try await workplace.sohoa("cases", "list", "--json").lines.isEmpty)
        }

        @Test("Figures of today come out of the trail as they are, and its daily heads show a history that was rewritten")
        func asOf() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            try await workplace.sohoa("inventory", "import", "\(Samples.folder)/muc_luc.csv", "--fonds", "NS")
            try await workplace.sohoa("ingest", "\(Samples.folder)/archive/HS-2026-07.0000001.pdf")
            let today = try await workplace.tool("/usr/bin/env", "TZ=Asia/Ho_Chi_Minh", "date", "+%F").trimmingCharacters(in: .newlines)
            func figures(_ more: String...) async throws -> [[JSON]] {
                try await workplace.sohoa(["indicators", "--json", "--period", "2026"] + more).lines.map {
                    [$0["code"], $0["unit"], $0["numerator"], $0["denominator"], $0["value"], $0["pending"], $0["excluded"]]
                }
            }
            let now = try await figures()
            #expect(now.count > 4)
            #expect(try await figures("--as-of", today) == now)
            #expect(try await workplace.sohoa("indicators", "--as-of", "2026-01-01", "--json").lines.allSatisfy { $0["value"] == .null })
            #expect(try await workplace.sohoa("indicators", "--as-of", "2999-01-01").code == 2)

            let heads = "\(workplace.root)/heads.jsonl"
            let exported = try await workplace.sohoa("trail", "heads", "--json", "--by", "chị Na").output
            try Data(exported.utf8).write(to: URL(fileURLWithPath: heads))
            let entry = try #require(try JSON.lines(exported).last?["entry"].integer)
            #expect(
                try await workplace.database("SELECT seq, who, detail FROM audit WHERE what = 'trail_exported'")
                    == "\(entry + 1)|chị Na|{\"days\":1,\"entry\":\(entry)}\n")
            #expect(try await workplace.sohoa("verify", "--heads", heads).code == 0)
            try await workplace.database("DROP TRIGGER audit_is_not_changed; UPDATE audit SET hash = replace(hash, 'a', 'b')")
            let rewritten = try await workplace.sohoa("verify", "--heads", heads)
            #expect(rewritten.code == 1 && rewritten.output.contains("viết lại"), "\(rewritten.output)")
        }

        @Test("A row that was changed by hand is found by verify until a person answers for it, which stands in the trail")
        func changedByHand() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            #expect(try await workplace.sohoa("verify").code == 0)
            try await workplace.database("UPDATE case_file SET received_on = '2026-10-30' WHERE case_code = (SELECT min(case_code) FROM case_file)")
            let found = try await workplace.sohoa("verify", "--json")
            let fault = try #require(found.lines.first { $0["ok"] == .bool(false) }?["detail"].text)
            let entry = try #require(fault.split(separator: " ").last { $0.allSatisfy(\.isNumber) }.map(String.init), "\(fault)")
            #expect(found.code == 1 && fault.contains("trail acknowledge \(entry)"))
            #expect(try await workplace.sohoa("trail", "acknowledge", "1", "--by", "chị Na", "--because", "sửa ngày").code == 1)
            #expect(try await workplace.sohoa("trail", "acknowledge", entry, "--by", "chị Na", "--because", ".").code == 2)
            #expect(try await workplace.sohoa("trail", "acknowledge", entry, "--by", "chị Na", "--because", "kỹ thuật sửa ngày").code == 0)
            #expect(try await workplace.sohoa("verify").code == 0)
            #expect(try await workplace.database("SELECT subject, who FROM audit WHERE what = 'change_acknowledged'") == "\(entry)|chị Na\n")
        }

        @Test("Who looks with other tables than the office's counts by the office's, and is told; an import brings its own, and the trail tells")
        func otherTables() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            let unsaid = "\(workplace.root)/không nói.csv"
            try Data("Mã hồ sơ,Mã TTHC\nC-1,1.001193\n".utf8).write(to: URL(fileURLWithPath: unsaid))
            try await workplace.sohoa("cases", "import", "--partial", unsaid)
            let tables = "\(workplace.root)/bảng khác"
            try FileManager.default.copyItem(atPath: "\(Samples.folder)/../pipelines", toPath: tables)
            let usual = "result: [giay_khai_sinh, trich_luc_khai_sinh]"
            let procedures = try Files.text("\(tables)/procedures.yaml").replacing(usual, with: "result: []")
            try Data(procedures.utf8).write(to: URL(fileURLWithPath: "\(tables)/procedures.yaml"))
            let other = "\(workplace.root)/khác.yaml"
            try Data("pipelines: \"\(tables)\"\n".utf8).write(to: URL(fileURLWithPath: other))
            func settled() async throws -> String {
                try await workplace.database("SELECT detail FROM audit WHERE what = 'figures_settled' AND detail LIKE '%tables%'")
            }
            let looked = try await workplace.sohoa("--config", other, "indicators", "--json")
            #expect(looked.code == 0 && looked.errors.contains(tables), "\(looked.errors)")
            #expect(try await settled().isEmpty)
            #expect(try await workplace.sohoa("indicators", "--json").errors.isEmpty)
            let brought = try await workplace.sohoa("--config", other, "cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            #expect(
                brought.code == 0 && brought.errors.contains("kết quả của 1.001193: giay_khai_sinh, trich_luc_khai_sinh → không có"),
                "\(brought.errors)")
            #expect(
                brought.errors.contains("tính lại số liệu, 1 hồ sơ"), "the register says of all others whether they need a result: \(brought.errors)")
            let told = try await settled()
            #expect(told.contains(#""1.001193":[["giay_khai_sinh","trich_luc_khai_sinh"],[]]"#), "\(told)")
        }

        @Test("A damaged file takes its count back, and gives it again when it is whole")
        func fixity() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("inventory", "import", "\(Samples.folder)/muc_luc.csv", "--fonds", "NS")
            let taken = try await workplace.sohoa("ingest", "--json", "\(Samples.folder)/archive/HS-2026-07.0000001.pdf").lines
            let hash = try #require(taken.first?["sha256"].text)
            let path = "\(workplace.data)/store/\(hash.prefix(2))/\(hash)/original"
            func damaged() async throws -> Int? {
                try await workplace.sohoa("inventory", "list", "--json").lines.first { $0["file_code"] == .text("HS-2026-07") }?["damaged"].integer
            }
            #expect(try await damaged() == 0)
            /// Pages that are done, that wait and that are missing: by `indicators`, and by `inventory status`.
            func pages() async throws -> [[Int?]] {
                let extent = try await workplace.sohoa("indicators", "--json").lines.first?["extents"]["page"] ?? .null
                let status = try await workplace.sohoa("inventory", "status", "--json").lines.first ?? .null
                let (done, waiting) = (extent["done"].integer, extent["waiting"].integer)
                return [
                    [done, waiting, extent["of"].integer.map { $0 - (done ?? 0) - (waiting ?? 0) }],
                    [status["done_pages"].integer, status["waiting_pages"].integer, status["missing_pages"].integer],
                ]
            }
            let before = try await pages()
            #expect(before[0] == before[1])
            let original = try #require(FileManager.default.contents(atPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data(original + [0]).write(to: URL(fileURLWithPath: path))
            #expect(try await workplace.sohoa("verify").code == 1)
            #expect(try await damaged() == 1)
            let after = try await pages()
            #expect(after[0] == after[1] && after[0][0] == 0 && after[0][2] == before[0][2], "\(before) \(after)")
            #expect(after[0][1] == (before[0][0] ?? 0) + (before[0][1] ?? 0))
            try original.write(to: URL(fileURLWithPath: path))
            #expect(try await workplace.sohoa("verify").code == 0)
            #expect(try await damaged() == 0)
            #expect(try await pages() == before)
        }

        @Test("The report of a past month stays as it was issued; what changes later is an amendment", arguments: ["xlsx", "csv", "json", "html"])
        func frozen(format: String) async throws {
            let workplace = try Workplace()
            let cases = "\(workplace.root)/hồ sơ.csv"
            let text = try Files.text("\(Samples.folder)/ho_so_tthc.csv")
            try Data(text.utf8).write(to: URL(fileURLWithPath: cases))
            try await workplace.sohoa("cases", "import", cases)
            func report(_ name: String, _ more: String...) async throws -> (run: Program.Run, bytes: Data?) {
                let out = "\(workplace.root)/\(name).\(format)"
                let run = try await workplace.sohoa(["report", "--period", "2026-09", "--format", format, "-o", out] + more)
                return (run, FileManager.default.contents(atPath: out))
            }
            let first = try await report("một")
            #expect(first.run.code == 0 && first.bytes?.isEmpty == false)
            let byEnding = "\(workplace.root)/theo đuôi.\(format)"
            try await workplace.sohoa("report", "--period", "2026-09", "-o", byEnding)
            #expect(FileManager.default.contents(atPath: byEnding) == first.bytes)
            #expect(try await report("không", "--amendment").run.code == 1)
            try Data(text.replacing("2026-09-15,2026-09-16", with: "2026-08-15,2026-09-16").utf8).write(to: URL(fileURLWithPath: cases))
            try await workplace.sohoa("cases", "import", cases)
            let again = try await report("hai")
            #expect(again.bytes == first.bytes && again.run.errors.contains("--amendment"), "\(again.run.errors)")
            let amendment = try await report("ba", "--amendment")
            #expect(amendment.run.code == 0 && amendment.bytes != first.bytes)
            #expect(try await report("bốn", "--amendment").bytes == amendment.bytes)
            #expect(
                try await workplace.database("SELECT what, subject FROM audit WHERE what = 'report_issued'")
                    == "report_issued|2026-09\nreport_issued|2026-09\n")
        }

        @Test("A report beside a running import holds together: each figure counts what its own evidence lists")
        func besideImport() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.root)/sổ.csv"
            func write(_ codes: ClosedRange<Int>) throws {
                let rows = codes.map { "C-\($0),01/06/2099\n" }.joined()
                try Data("Mã hồ sơ,Ngày tiếp nhận\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
            }
            // So many that reading what is behind a figure takes as long as some batches.
            try write(1...5_000)
            try await workplace.sohoa("cases", "import", path)
            try write(1...20_000)
            let isOver = Mutex(false)
            async let importing = {
                defer { isOver.withLock { $0 = true } }
                return try await workplace.sohoa("cases", "import", path)
            }()
            var seen: Set<Int> = []
            while !isOver.withLock(\.self) {
                let bytes = Data(try await workplace.sohoa("report", "--period", "2099", "--format", "json", "-o", "-").output.utf8)
                let report = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
                for code in ["tthc_digitized", "data_reused"] {
                    let figures = report["figures"] as? [[String: Any]]
                    let figure = figures?.first { $0["code"] as? String == code && $0["unit"] as? String == "all" }
                    let denominator = try #require(figure?["denominator"] as? Int)
                    #expect(((report["evidence"] as? [String: Any])?[code] as? [Any])?.count == denominator)
                    seen.insert(denominator)
                }
            }
            #expect(try await importing.code == 0)
            #expect(!seen.isEmpty)
        }

        @Test("A past month is not frozen in the middle of an import: the report waits, and says so; what is frozen is handed out at once")
        func waitsForImport() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            let turn = open("\(workplace.data)/import.lock", O_RDWR)
            #expect(flock(turn, LOCK_EX | LOCK_NB) == 0)
            let errors = "\(workplace.scratch)/chờ.err"
            let words = ["report", "--period", "2026-09", "--format", "csv", "-o"]
            let waiting = try Program.process(
                try Program.path(), workplace.globalArguments + words + ["\(workplace.root)/một.csv"], in: workplace.root,
                environment: workplace.environment, output: "/dev/null", errors: errors)
            try waiting.run()
            try await eventually("it waits") { try Files.text(errors).contains("chờ nhập xong") }
            #expect(try await workplace.database("SELECT count(*) FROM report") == "0\n")
            close(turn)
            try await eventually("it ends") { !waiting.isRunning }
            #expect(waiting.terminationStatus == 0)
            let again = open("\(workplace.data)/import.lock", O_RDWR)
            defer { close(again) }
            #expect(flock(again, LOCK_EX | LOCK_NB) == 0)
            #expect(try await workplace.sohoa(words + ["\(workplace.root)/hai.csv"]).code == 0)
            #expect(try Files.bytes("\(workplace.root)/một.csv") == Files.bytes("\(workplace.root)/hai.csv"))
        }

        @Test("The example alerts hold before Prometheus' own checker")
        func alerts() async throws {
            let workplace = try Workplace()
            let folder = "\(Samples.folder)/../docs/monitoring"
            #expect(try await workplace.tool("promtool", "check", "rules", "\(folder)/alerts.yaml").contains("SUCCESS"))
            try await workplace.tool("promtool", "test", "rules", "\(folder)/alerts.test.yaml")
        }

        @Test("Units have goals of their own; a figure without a goal is told, and is neither late nor in the metrics of goals")
        func goals() async throws {
            let workplace = try Workplace(
                configuration: """
                    targets:
                      data_reused: { target: null }
                    units:
                      - unit: "Văn  phòng "
                        targets: { data_reused: { target: 0.5, due: 2026-12-31 }, tthc_digitized: { target: null } }
                    """)
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            let table = "\(workplace.root)/hồ sơ.csv"
            try Data("case_code,unit,received_on\nH35.1-260901-0001,Văn phòng,2026-09-01\n".utf8).write(to: URL(fileURLWithPath: table))
            try await workplace.sohoa("cases", "import", "--partial", table)
            func figure(_ unit: String, _ code: String) async throws -> JSON {
                let lines = try await workplace.sohoa("indicators", "--json", "--period", "2026-09", "--unit", unit).lines
                return try #require(lines.first { $0["code"] == .text(code) })
            }
            let whole = try await figure("all", "data_reused")
            #expect(whole["target"] == .null && whole["status"] == .text("unknown") && whole["status_reason"] == .text("no_target"))
            #expect(whole["value"].number == 0)
            #expect(try await figure("Văn phòng", "data_reused")["target"].number == 0.5)
            #expect(try await figure("Văn phòng", "data_reused")["status"] == .text("behind"))
            #expect(try await figure("Văn phòng", "tthc_digitized")["target"] == .null)
            #expect(try await figure("all", "tthc_digitized")["target"].number == 1)
            for words in [["--unit", "Văn fòng"], ["--unit", "Văn fòng", "--records", "data_reused"], ["--unit", "TP", "--as-of", "2020-01-01"]] {
                let unknown = try await workplace.sohoa(["indicators", "--period", "2026-09"] + words)
                #expect(unknown.code == 1 && unknown.output.isEmpty && unknown.errors.contains("không có đơn vị này"), "\(unknown)")
                #expect(unknown.errors.contains("Văn phòng"))
            }
            #expect(try await workplace.sohoa("indicators", "--period", "2020", "--unit", " Văn  phòng").code == 0)
            #expect(try await workplace.sohoa("indicators", "--period", "2026-09").output.contains("không đặt chỉ tiêu"))
            let report = try await workplace.sohoa("report", "--period", "2026-09", "--format", "csv", "-o", "-").output
            #expect(report.contains("không đặt chỉ tiêu"))
            let daemon = try await Daemon.ready(workplace)
            let metrics = try await daemon.get("/metrics").text
            #expect(metrics.contains(#"sohoa_indicator_target_ratio{indicator="data_reused",unit="Văn phòng",period="all"} 0.5"#))
            #expect(!metrics.contains(#"sohoa_indicator_target_ratio{indicator="data_reused",unit="all""#))
            let odd = try await daemon.get("/api/v1/indicators", ["unit": "Văn fòng"])
            #expect(odd.status == 400 && odd.text.contains("Không có đơn vị này"), "\(odd.text)")
            try await daemon.stop()
        }

        @Test("A closed year has the goals of its own end, also where the configuration names none: nothing that is late gets another year")
        func closedYear() async throws {
            let workplace = try Workplace()
            let table = "\(workplace.root)/hồ sơ.csv"
            try Data("case_code,received_on\nC-1,2025-11-03\nC-2,2025-12-01\nC-3,2026-01-05\n".utf8).write(to: URL(fileURLWithPath: table))
            try await workplace.sohoa("cases", "import", table)
            let current = try await workplace.tool("/usr/bin/env", "TZ=Asia/Ho_Chi_Minh", "date", "+%Y").trimmingCharacters(in: .newlines)
            for (period, due) in [("2025", "2025-12-31"), ("2025-11", "2025-12-31"), ("2025-Q4", "2025-12-31"), ("all", "\(current)-12-31")] {
                let lines = try await workplace.sohoa("indicators", "--json", "--period", period).lines
                let figure = try #require(lines.first { $0["code"] == .text("tthc_digitized") && $0["unit"] == .text("all") })
                #expect(figure["due"] == .text(due), "\(period): \(figure)")
                if period != "all" { #expect(figure["status"] == .text("behind"), "\(period): \(figure)") }
            }
        }

        /// For each of the profiles, what is due of whom at the end of 2026.
        static let goalsOfProfiles: [String: [String: Double?]] = [
            "bum-nua-ubnd": ["archives_digitized": 1, "tthc_digitized": 1, "tthc_result_electronic": 1, "data_reused": 0.8],
            "bum-nua-dang-uy": ["archives_digitized": nil, "tthc_digitized": 1, "tthc_result_electronic": 1, "data_reused": 0.8],
            "binh-lu-ubnd": ["archives_digitized": nil, "tthc_digitized": 0.9001, "tthc_result_electronic": 0.9001, "data_reused": 0.8],
            "bach-thong-ubnd": ["archives_digitized": nil, "tthc_digitized": 1, "tthc_result_electronic": 1, "data_reused": nil],
            "dak-doa-dang-uy": ["archives_digitized": nil, "tthc_digitized": 1, "tthc_result_electronic": 1, "data_reused": nil],
        ]

        @Test("A profile sets the goals of its authority, and no others", arguments: goalsOfProfiles.keys.sorted())
        func profile(name: String) async throws {
            let workplace = try Workplace(configuration: try Files.text("\(Samples.folder)/profiles/\(name).yaml"))
            let lines = try await workplace.sohoa("indicators", "--json", "--period", "2026").lines
            let targets = Dictionary(lines.map { ($0["code"].text ?? "", $0["target"].number) }, uniquingKeysWith: { first, _ in first })
            #expect(targets == Self.goalsOfProfiles[name])
            // Years are reported by all; months by those who have to.
            let warnings = try await workplace.sohoa("warnings", "--period", "2026-01", "--json").output
            #expect(warnings.contains("no_update") == !["bach-thong-ubnd", "dak-doa-dang-uy"].contains(name), "\(warnings)")
        }
    }
}
