import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// The copy that is needed on the worst day.
    @Suite("Backup") struct BackupTests {
        /// Some scans, a case register and an inventory.
        private static func office(_ count: Int = 4) async throws -> Workplace {
            let workplace = try Workplace()
            try await workplace.sohoa("cases", "import", "\(Samples.folder)/ho_so_tthc.csv")
            try await workplace.sohoa("inventory", "import", "\(Samples.folder)/muc_luc.csv", "--fonds", "NS")
            try await add(1...count, to: workplace)
            return workplace
        }

        private static func add(_ numbers: ClosedRange<Int>, to workplace: Workplace) async throws {
            var paths: [String] = []
            for number in numbers {
                paths.append("\(workplace.scratch)/tờ \(number).png")
                try await Drawing.shared.tiny("sao lưu \(number)", in: workplace).write(to: URL(fileURLWithPath: paths[paths.count - 1]))
            }
            let run = try await workplace.sohoa(["ingest", "--pipeline", "archive"] + paths)
            #expect(run.code == 0, "\(run.errors)")
        }

        /// A workplace whose data folder is not there yet.
        private static func restored(_ backup: String, code: Int32 = 0) async throws -> Workplace {
            let workplace = try Workplace()
            let run = try await workplace.sohoa("restore", backup)
            #expect(run.code == code, "\(run.errors)")
            return workplace
        }

        private static func figures(_ workplace: Workplace) async throws -> [[JSON]] {
            try await workplace.sohoa("indicators", "--json", "--period", "2026").lines.map {
                [$0["code"], $0["unit"], $0["numerator"], $0["denominator"], $0["pending"], $0["excluded"]]
            }
        }

        @Test("Made while the daemon runs, a backup comes back as everything was, and work goes on there")
        func comesBack() async throws {
            let workplace = try await Self.office()
            let daemon = try await Daemon.ready(workplace)
            try workplace.drop(try await Drawing.shared.tiny("sao lưu khi đang chạy", in: workplace), as: "đang chạy.png")
            try await workplace.emptied()
            let backup = "\(workplace.root)/bản sao lưu"
            let made = try await workplace.sohoa("backup", backup, "--json", "--by", "lan")
            #expect(made.code == 0, "\(made.errors)")
            #expect(try made.lines.first?["scans"].integer == 5 && made.lines.first?["lost"] == .list([]))
            let again = try await workplace.sohoa("backup", backup, "--json").lines.first
            #expect(again?["scans"].integer == 5 && again?["copied"].integer == 0)
            #expect(try await daemon.stop().code == 0)

            let other = try await Self.restored(backup)
            var (found, expected) = (try await EndState(of: other), try await EndState(of: workplace))
            (found.folders, expected.folders) = ([:], [:])
            #expect(found == expected)
            #expect(try await Self.figures(other) == Self.figures(workplace))
            #expect(try await other.sohoa("verify").code == 0)
            #expect(try await other.database("SELECT count(*) FROM audit WHERE what = 'backup_restored'") == "1\n")
            #expect(try await workplace.database("SELECT who FROM audit WHERE what = 'backup_made' ORDER BY seq LIMIT 1") == "lan\n")
            let same = try await other.sohoa("ingest", "--json", "\(workplace.scratch)/tờ 1.png").lines.first
            #expect(same?["outcome"] == .text("duplicate"))
            let next = try await Daemon.ready(other)
            try other.drop(try await Drawing.shared.tiny("sau khi khôi phục", in: other), as: "mới.png")
            try await other.emptied()
            #expect(try await next.stop().code == 0)
            #expect(try await other.scans("recorded").count == 6)
        }

        @Test("Killed at any moment, a backup is what it was before or the new one, and the next run finishes it")
        func killedWhileMade() async throws {
            let workplace = try await Self.office(3)
            let backup = "\(workplace.root)/bản sao lưu"
            try await Self.kill(workplace, ["backup", backup], watching: backup) {
                let left = try await Program.run(
                    try Program.path(), ["--data", "\(workplace.scratch)/khôi phục", "restore", backup], in: workplace.root,
                    scratch: workplace.scratch)
                try? FileManager.default.removeItem(atPath: "\(workplace.scratch)/khôi phục")
                #expect(
                    left.code == 0 || left.errors.contains("chưa bao giờ xong") || left.errors.contains("không phải bản sao lưu"), "\(left.errors)")
            }
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            try await Self.add(4...5, to: workplace)
            try await Self.kill(workplace, ["backup", backup], watching: backup) {
                let count = try await Self.restored(backup).scans("recorded").count
                #expect(count == 3 || count == 5)
            }
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            #expect(try await Self.restored(backup).scans("recorded").count == 5)
            #expect(Files.below(backup).allSatisfy { !$0.contains(".draft-") })
        }

        @Test("Killed at any moment, a restore leaves nothing that is taken for data, and the same command finishes it")
        func killedWhileRestored() async throws {
            let workplace = try await Self.office()
            let backup = "\(workplace.root)/bản sao lưu"
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            let other = try Workplace()
            try await Self.kill(other, ["restore", backup], watching: other.data) {
                if Files.below(other.data).contains(where: { $0.hasPrefix(".restoring-") }) {
                    let run = try await other.sohoa("scans", "--json")
                    #expect(run.code == 1 && run.errors.contains("restore"), "\(run.errors)")
                }
            }
            let last = try await other.sohoa("restore", backup)
            #expect(last.code == 0 || last.errors.contains("không trống"), "\(last.errors)")
            #expect(try await other.scans("recorded").count == 4)
            #expect(try await other.sohoa("verify").code == 0)
        }

        /// Runs the command again and again, and kills it as soon as so many files more are in the folder, until it comes to its end.
        private static func kill(_ workplace: Workplace, _ words: [String], watching folder: String, after: () async throws -> Void) async throws {
            for files in 0..<200 {
                let process = try Program.process(
                    try Program.path(), workplace.globalArguments + words, in: workplace.root, environment: workplace.environment,
                    output: "/dev/null",
                    errors: "/dev/null")
                let before = Set(Files.below(folder))
                try process.run()
                while process.isRunning, Set(Files.below(folder)).subtracting(before).count <= files * 3 % 8 { try await pass(.microseconds(200)) }
                let isDone = !process.isRunning
                Glibc.kill(process.processIdentifier, SIGKILL)
                try await eventually("it is dead", every: .milliseconds(2)) { !process.isRunning }
                try await after()
                if isDone { return }
            }
            Issue.record("\(words) never came to its end")
        }

        @Test("What is damaged or missing in a backup is named, and the rest comes back")
        func damagedBackup() async throws {
            let workplace = try await Self.office()
            let backup = "\(workplace.root)/bản sao lưu"
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            let originals = Files.below(backup).filter { $0.hasSuffix("/original") }
            #expect(originals.count == 4)
            try Self.change("\(backup)/\(originals[0])")
            try FileManager.default.removeItem(atPath: "\(backup)/\(originals[1])")
            let other = try Workplace()
            let run = try await other.sohoa("restore", backup, "--json")
            let line = try #require(try run.lines.first)
            #expect(run.code == 1 && line["damaged"] == .list([.text(originals[0])]) && line["lost"] == .list([.text(originals[1])]), "\(line)")
            let verified = try await other.sohoa("verify", "--json").lines
            #expect(verified.filter { $0["checked"] == .text("original") }.count == 2)

            let catalogue = try #require(Files.below(backup).first { $0.hasPrefix("catalogue-") })
            try Self.change("\(backup)/\(catalogue)")
            let refused = try await Self.restored(backup, code: 1)
            #expect(try await refused.sohoa("scans").code == 1)
        }

        /// One byte in the middle is another.
        private static func change(_ path: String) throws {
            var bytes = try Files.bytes(path)
            bytes[bytes.count / 2] ^= 1
            try FileManager.default.removeItem(atPath: path)
            try bytes.write(to: URL(fileURLWithPath: path))
        }

        @Test("A store that is gone for a night takes nothing from the backup; what others put into its folder stands in no way")
        func lostStore() async throws {
            let workplace = try await Self.office()
            let backup = "\(workplace.root)/bản sao lưu"
            try FileManager.default.createDirectory(atPath: "\(backup)/lost+found", withIntermediateDirectories: true)
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            let before = Files.below(backup).filter { $0.hasPrefix("store/") && !$0.hasSuffix("files.json") }
            #expect(before.contains { $0.contains("/pages/") })
            let shelf = try #require(before.first).split(separator: "/").prefix(2).joined(separator: "/")
            try FileManager.default.createDirectory(atPath: "\(backup)/\(shelf)/@eaDir", withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: "\(workplace.data)/store", toPath: "\(workplace.root)/kho")
            try FileManager.default.createDirectory(atPath: "\(workplace.data)/store", withIntermediateDirectories: true)
            let run = try await workplace.sohoa("backup", backup, "--json")
            let lost = try #require(try run.lines.last?["lost"])
            #expect(run.code == 1 && "\(lost)".contains("/original") && "\(lost)".contains("/pages/00001.json"), "\(run.output)\(run.errors)")
            #expect(Files.below(backup).filter { $0.hasPrefix("store/") && !$0.hasSuffix("files.json") } == before)
            try FileManager.default.removeItem(atPath: "\(workplace.data)/store")
            try FileManager.default.moveItem(atPath: "\(workplace.root)/kho", toPath: "\(workplace.data)/store")
            #expect(try await workplace.sohoa("backup", backup).code == 0)
        }

        @Test("A damaged original does not take the place of a whole one in the backup")
        func damagedStore() async throws {
            let workplace = try await Self.office()
            let backup = "\(workplace.root)/bản sao lưu"
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            let original = try #require(Files.below(workplace.data).first { $0.hasPrefix("store/") && $0.hasSuffix("/original") })
            var bytes = try Files.bytes("\(workplace.data)/\(original)")
            let whole = bytes
            bytes.append(0)
            try FileManager.default.removeItem(atPath: "\(workplace.data)/\(original)")
            try bytes.write(to: URL(fileURLWithPath: "\(workplace.data)/\(original)"))
            let run = try await workplace.sohoa("backup", backup, "--json")
            #expect(try run.code == 1 && run.lines.first?["damaged"] == .list([.text(original)]), "\(run.output)")
            #expect(try Files.bytes("\(backup)/\(original)") == whole)
            try FileManager.default.removeItem(atPath: "\(workplace.data)/\(original)")
            let lost = try await workplace.sohoa("backup", backup, "--json")
            #expect(try lost.code == 1 && lost.lines.first?["lost"] == .list([.text(original)]), "\(lost.output)")
            let other = try await Self.restored(backup)
            #expect(try await other.sohoa("verify").code == 0)
        }

        @Test("What was held back as a secret leaves the backup the next time it is made")
        func heldBack() async throws {
            let workplace = try await Self.office()
            let backup = "\(workplace.root)/bản sao lưu"
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            let hash = try #require(try await workplace.scans("recorded").first?["sha256"].text)
            #expect(Files.below(backup).contains { $0.contains(hash) })
            try await workplace.database(
                """
                UPDATE scan SET state = 'restricted', mark = 'mat', marked_page = 1, file_name = NULL, inbox_path = NULL WHERE sha256 = '\(hash)'
                """)
            #expect(try await workplace.sohoa("backup", backup).code == 0)
            #expect(!Files.below(backup).contains { $0.contains(hash) })
        }

        @Test("Folders that hold something else are left alone, and so is a mistyped data folder")
        func refused() async throws {
            let workplace = try await Self.office(1)
            let backup = "\(workplace.root)/bản sao lưu"
            func run(_ words: String...) async throws -> Program.Run { try await workplace.sohoa(words) }
            #expect(try await run("backup", "\(workplace.data)/trong").code == 2)
            #expect(try await run("backup", workplace.scratch).errors.contains("thứ khác"))
            #expect(try await run("restore", workplace.scratch).code == 1)
            #expect(try await run("backup", backup).code == 0)
            #expect(try await run("restore", backup).errors.contains("không trống"))
            let inside = try await workplace.sohoa("--data", "\(backup)/dữ liệu mới", "restore", backup)
            #expect(inside.code == 2 && !FileManager.default.fileExists(atPath: "\(backup)/dữ liệu mới"), "\(inside.errors)")
            let typo = try await workplace.sohoa("--data", "\(workplace.root)/gõ nhầm", "backup", backup)
            #expect(typo.code == 1 && !FileManager.default.fileExists(atPath: "\(workplace.root)/gõ nhầm"), "\(typo.errors)")
            let other = try await Self.office(1)
            let before = Files.below(backup)
            #expect(try await other.sohoa("backup", backup).errors.contains("dữ liệu khác"))
            #expect(Files.below(backup) == before)
        }
    }
}
