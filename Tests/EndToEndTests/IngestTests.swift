import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// What `ingest` takes and what it leaves alone.
    @Suite("Ingest") struct IngestTests {
        private func write(_ name: String, to path: String, in workplace: Workplace) async throws {
            try await Drawing.shared.tiny(name, in: workplace).write(to: URL(fileURLWithPath: path))
        }

        @Test("What cannot be taken is told, the rest is taken, the sources stay as they are, and the exit code is 1")
        func goesOn() async throws {
            let workplace = try Workplace()
            let folder = "\(workplace.scratch)/tài liệu"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in ["tốt.png", "đang quét.png.part", "~khóa.png", "dở.tmp", ".ẩn.png"] {
                try await write(name, to: "\(folder)/\(name)", in: workplace)
            }
            try await write("mã cũ", to: "\(folder)/mã cũ", in: workplace)
            let other = Array("\(folder)/c".utf8) + [0xAB] + Array(".png".utf8) + [0]
            #expect(rename("\(folder)/mã cũ", other.map { CChar(bitPattern: $0) }) == 0)
            try await write("tạm", to: "\(workplace.scratch)/gọi tên.tmp", in: workplace)
            let run = try await workplace.sohoa("ingest", "--json", "không có.png", folder, "\(workplace.scratch)/gọi tên.tmp")
            #expect(run.code == 1)
            #expect(try run.lines.compactMap { $0["file"].text } == ["tốt.png", "gọi tên.tmp"])
            #expect(try run.lines.allSatisfy { $0["outcome"] == .text("recorded") })
            #expect(run.errorLines.count == 2 && run.errors.contains("không có.png") && run.errors.contains("c_.png"), "\(run.errors)")
            #expect(access(other.map { CChar(bitPattern: $0) }, F_OK) == 0)
        }

        @Test("The trail says who took a file in; nobody takes one in under the name of the daemon")
        func who() async throws {
            let workplace = try Workplace()
            let path = "\(workplace.scratch)/giấy.png"
            try await write("giấy", to: path, in: workplace)
            for name in ["sohoa", " SoHoa "] { #expect(try await workplace.sohoa("ingest", path, "--by", name).code == 2) }
            #expect(try await workplace.scans("recorded").isEmpty)
            for _ in 1...2 { #expect(try await workplace.sohoa("ingest", path, "--by", "lan", "--json").code == 0) }
            let trail = try await workplace.sohoa("trail", "list", "--json").lines
            for what in ["scan_recorded", "scan_duplicate", "records_listed"] {
                #expect(trail.filter { $0["what"] == .text(what) }.allSatisfy { $0["who"] == .text("lan") }, "\(what): \(trail)")
            }
            #expect(trail.contains { $0["what"] == .text("scan_recorded") } && trail.contains { $0["what"] == .text("scan_duplicate") })
        }

        @Test("Pipes and devices are told at once, not waited for; a link that is named is followed")
        func special() async throws {
            let workplace = try Workplace()
            let pipe = "\(workplace.scratch)/ống.png"
            #expect(mkfifo(pipe, 0o600) == 0)
            try await write("đích", to: "\(workplace.scratch)/đích.png", in: workplace)
            #expect(symlink("đích.png", "\(workplace.scratch)/liên kết.png") == 0)
            let run = try await workplace.sohoa("ingest", "--json", pipe, "/dev/null", "\(workplace.scratch)/liên kết.png")
            #expect(run.code == 1)
            #expect(run.errorLines.count == 2 && run.errors.contains("ống.png") && run.errors.contains("/dev/null"), "\(run.errors)")
            #expect(try run.lines.map { $0["file"].text } == ["liên kết.png"])
            #expect(try run.lines.first?["outcome"] == .text("recorded"))
            #expect(try await workplace.scans().count == 1)
        }

        @Test("A killed run decides neither name nor pipeline of a later one with the same bytes")
        func killed() async throws {
            let workplace = try Workplace(configuration: "workers: 1\n")
            let bytes = HandmadePDF(lines: (1...20).map { "Trang so \($0)" }).data
            for name in ["một.pdf", "hai.pdf"] { try bytes.write(to: URL(fileURLWithPath: "\(workplace.scratch)/\(name)")) }
            let process = try Program.process(
                try Program.path(), workplace.globalArguments + ["ingest", "\(workplace.scratch)/một.pdf", "--pipeline", "archive"],
                in: workplace.root, environment: workplace.environment, output: "/dev/null", errors: "/dev/null")
            try process.run()
            defer { if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) } }
            try await eventually("a page is read", every: .milliseconds(2)) {
                Files.below("\(workplace.data)/spool").contains { $0.hasSuffix("00001.json") }
            }
            Glibc.kill(process.processIdentifier, SIGKILL)
            try await eventually("it is dead", every: .milliseconds(2)) { !process.isRunning }
            #expect(try await workplace.scans("recorded").isEmpty, "the first run was too quick to be killed")
            let run = try await workplace.sohoa("ingest", "--json", "\(workplace.scratch)/hai.pdf", "--pipeline", "tthc")
            #expect(run.code == 0, "\(run.errors)")
            #expect(try run.lines.map { $0["file"] } == [.text("hai.pdf")])
            #expect(try run.lines.first?["records"].items.allSatisfy { $0["kind"] == .text("tthc") && $0["file"] == .text("hai.pdf") } == true)
            #expect(try await workplace.scans().map { $0["file"] } == [.text("hai.pdf")])
        }
    }
}
