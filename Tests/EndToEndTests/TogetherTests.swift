import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// More than one process on one data folder.
    @Suite("Together") struct TogetherTests {
        @Test("A second daemon on the same data is refused in one line; the first goes on")
        func secondDaemon() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            let second = try await workplace.sohoa("serve", "--http", "127.0.0.1:0")
            #expect(second.code == 1)
            #expect(second.errorLines.count == 1 && second.errors.contains("đã có một sohoa serve"), "\(second.errors)")
            #expect(try await daemon.get("/healthz").status == 200)
            try await daemon.stop()
            let third = try await Daemon.ready(workplace)
            #expect(try await third.stop().code == 0)
        }

        @Test("A taken port is said in one line that names it")
        func takenPort() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon(workplace)
            let other = try Workplace()
            let run = try await other.sohoa("serve", "--http", "127.0.0.1:\(daemon.port)")
            #expect(run.code == 1)
            #expect(run.errors.contains("127.0.0.1:\(daemon.port)") && run.errors.contains("--http"), "\(run.errors)")
            try await daemon.stop()
        }

        @Test("Ingest beside a daemon that works on the same files: each is recorded once")
        func ingestBesideDaemon() async throws {
            let workplace = try Workplace()
            let files = try await batch(in: workplace)
            let daemon = try await Daemon.ready(workplace)
            for file in files { try workplace.drop(file.bytes, as: file.name) }
            let run = try await workplace.sohoa("ingest", "--json", "\(workplace.root)/nguồn")
            #expect(run.code == 0, "\(run.errors)")
            #expect(try run.lines.allSatisfy { ["recorded", "duplicate"].contains($0["outcome"].text) })
            try await workplace.emptied()
            try await eventually("all have ended") { try await workplace.scans().allSatisfy { $0["outcome"] != .null } }
            try await expectOnceEach(files, in: workplace)
            try await daemon.stop()
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        @Test("Two ingests of one folder at the same time: each file is recorded once, and both say so")
        func twoIngests() async throws {
            let workplace = try Workplace()
            let files = try await batch(in: workplace)
            async let first = workplace.sohoa("ingest", "--json", "\(workplace.root)/nguồn")
            async let second = workplace.sohoa("ingest", "--json", "\(workplace.root)/nguồn")
            let runs = try await [first, second]
            #expect(runs.allSatisfy { $0.code == 0 }, "\(runs.map(\.errors))")
            let outcomes = try runs.flatMap { try $0.lines.compactMap { $0["outcome"].text } }
            #expect(outcomes.filter { $0 == "recorded" }.count == files.count)
            #expect(outcomes.filter { $0 == "duplicate" }.count == files.count)
            try await expectOnceEach(files, in: workplace)
            #expect(Files.below("\(workplace.data)/spool").isEmpty)
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        private func batch(in workplace: Workplace) async throws -> [(name: String, bytes: Data)] {
            try FileManager.default.createDirectory(atPath: "\(workplace.root)/nguồn", withIntermediateDirectories: true)
            var files: [(name: String, bytes: Data)] = []
            for number in 1...8 {
                let bytes = try await Drawing.shared.tiny("cùng lúc \(number)", in: workplace)
                files.append(("\(number).png", bytes))
                try bytes.write(to: URL(fileURLWithPath: "\(workplace.root)/nguồn/\(number).png"))
            }
            return files
        }

        private func expectOnceEach(_ files: [(name: String, bytes: Data)], in workplace: Workplace) async throws {
            let scans = try await workplace.scans()
            let recorded = scans.filter { $0["outcome"] == .text("recorded") }
            #expect(recorded.count == files.count)
            #expect(Set(recorded.map { $0["sha256"].text ?? "" }).count == files.count)
            #expect(scans.filter { $0["outcome"] == .text("duplicate") }.count == files.count)
        }
    }
}
