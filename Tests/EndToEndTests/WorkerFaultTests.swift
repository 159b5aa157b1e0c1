import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// Workers that die or hang in the middle of a page.
    @Suite("Worker faults") struct WorkerFaultTests {
        @Test("A worker that is killed in the middle of a page costs one attempt, not the file")
        func killed() async throws {
            let workplace = try Workplace(configuration: "workers: 1\n")
            let daemon = try await Daemon.ready(workplace)
            let processes = Processes(workplace: workplace)
            let idle = processes.busiest
            try workplace.drop(try Samples.bytes("archive/HS-2026-01.0000001.pdf"), as: "hai trang.pdf")
            try await beginReading(in: workplace, after: idle)
            let victim = try #require(processes.workers.first)
            #expect(Glibc.kill(victim, SIGKILL) == 0)
            try await workplace.emptied()
            try await eventually("it is recorded") { try await workplace.scans("recorded").count == 1 }
            #expect(try await daemon.metric("sohoa_worker_restarts_total") >= 1)
            #expect(!processes.workers.contains(victim))
            #expect(Files.below("\(workplace.data)/store").contains { $0.hasSuffix(".failed-1") })
            #expect(try await daemon.stop().code == 0)
            try await eventually("no worker is left", within: .seconds(10)) { processes.workers.isEmpty }
        }

        @Test("A worker that hangs is ended after the time for a page, and the file is read by another")
        func hung() async throws {
            let workplace = try Workplace(configuration: "workers: 1\npage_seconds: 10\n")
            let daemon = try await Daemon.ready(workplace)
            let processes = Processes(workplace: workplace)
            let pages = (1...8).map { "Trang so \($0)" }
            try workplace.drop(HandmadePDF(lines: pages).data, as: "tám trang.pdf")
            try await eventually("a page is read", every: .milliseconds(2)) {
                Files.below("\(workplace.data)/spool").contains { $0.hasSuffix("00001.json") }
            }
            let victim = try #require(processes.workers.first)
            #expect(Glibc.kill(victim, SIGSTOP) == 0)
            try await workplace.emptied()
            try await eventually("it is recorded") { try await workplace.scans("recorded").first?["pages"] == .number(8) }
            #expect(try await daemon.metric("sohoa_worker_restarts_total") >= 1)
            #expect(!processes.workers.contains(victim))
            #expect(daemon.errors.contains("timed_out"))
            #expect(try await daemon.stop().code == 0)
        }

        @Test("A page that fails every time is set aside, and the next file is read")
        func alwaysKilled() async throws {
            let workplace = try Workplace(configuration: "workers: 1\n")
            let daemon = try await Daemon.ready(workplace)
            let processes = Processes(workplace: workplace)
            let idle = processes.busiest
            try workplace.drop(try Samples.bytes("archive/nghi-quyet-hdnd-300dpi.pdf"), as: "trang độc.pdf")
            try await beginReading(in: workplace, after: idle)
            try await eventually("it is rejected", every: .milliseconds(50)) {
                for worker in processes.workers { Glibc.kill(worker, SIGKILL) }
                return workplace.files(.rejected).contains("trang độc.pdf")
            }
            #expect(try await workplace.scans("rejected").first?["reason"]["code"] == .text("crashed"))
            try workplace.drop(try await Drawing.shared.tiny("sau đó", in: workplace), as: "sau đó.png")
            try await workplace.emptied()
            #expect(workplace.files(.done) == ["sau đó.png"])
            #expect(try await daemon.stop().code == 0)
        }

        @Test("A worker may use the processor for as long as the configuration gives a page")
        func pageSeconds() async throws {
            let workplace = try Workplace(configuration: "workers: 1\npage_seconds: 900\n")
            let daemon = try await Daemon.ready(workplace)
            let worker = try #require(Processes(workplace: workplace).workers.first)
            let limit = try #require(try Files.text("/proc/\(worker)/limits").firstMatch(of: /Max cpu time\s+(\d+)/))
            #expect((900...1000).contains(Int(limit.1) ?? 0))
            #expect(try await daemon.stop().code == 0)
        }

        @Test("Where language data is missing no paper is to blame: it stays, the daemon says why, and goes on once the data is there")
        func noLanguageData() async throws {
            let workplace = try Workplace()
            let pipeline = "\(workplace.root)/pipelines/archive.yaml"
            let whole = try Files.text(pipeline)
            try Data((whole + "languages: khong_co\n").utf8).write(to: URL(fileURLWithPath: pipeline))
            let doctor = try await workplace.sohoa("doctor")
            #expect(doctor.code == 1 && doctor.output.contains("khong_co") && doctor.errors.isEmpty, "\(doctor.errors)")

            let daemon = try await Daemon(workplace)
            try workplace.drop(try await Drawing.shared.tiny("chờ", in: workplace), as: "chờ.png")
            try await eventually("its page was tried") { daemon.errors.contains("a folder cannot be worked on") }
            try await eventually("it is not ready, and says why") {
                let answer = try await daemon.get("/readyz")
                return answer.status == 503 && answer.text.contains("thiếu dữ liệu ngôn ngữ khong_co")
            }
            #expect(workplace.files(.inbox) == ["chờ.png"])
            #expect(workplace.files(.rejected).isEmpty)
            #expect(try await workplace.scans("rejected").isEmpty)
            #expect(try await daemon.stop().code == 0)

            try Data(whole.utf8).write(to: URL(fileURLWithPath: pipeline))
            let mended = try await Daemon.ready(workplace)
            try await workplace.emptied()
            #expect(try await workplace.scans("recorded").count == 1)
            #expect(try await mended.stop().code == 0)
        }

        @Test("Where the model for worn print is missing pages are read without it, and doctor says so")
        func noScriptData() async throws {
            let workplace = try Workplace()
            let data = "\(workplace.scratch)/tessdata"
            let versions = try FileManager.default.contentsOfDirectory(atPath: "/usr/share/tesseract-ocr").map {
                "/usr/share/tesseract-ocr/\($0)/tessdata"
            }
            let installed = try #require(versions.first { FileManager.default.fileExists(atPath: $0) })
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            for name in try FileManager.default.contentsOfDirectory(atPath: installed) where name != "Vietnamese.traineddata" && name != "script" {
                try FileManager.default.createSymbolicLink(atPath: "\(data)/\(name)", withDestinationPath: "\(installed)/\(name)")
            }
            let without = ["TESSDATA_PREFIX": data]
            let doctor = try await workplace.sohoa("doctor", environment: without)
            #expect(doctor.code == 0 && doctor.output.contains("tesseract-ocr-script-viet"), "\(doctor.output)")
            #expect(try await !workplace.sohoa("doctor").output.contains("tesseract-ocr-script-viet"))
            let run = try await workplace.sohoa("ingest", "--json", "\(Samples.folder)/archive/cong-van-dao-on.jpg", environment: without)
            #expect(try run.lines.map { $0["outcome"] } == [.text("recorded")], "\(run.output)")
        }

        /// Until the bytes are in the spool and a worker has used the processor beyond `idle` ticks, which loading its engine took.
        private func beginReading(in workplace: Workplace, after idle: Int) async throws {
            let processes = Processes(workplace: workplace)
            try await eventually("the file is being read", every: .milliseconds(5)) {
                let spooled = Files.below("\(workplace.data)/spool").contains { $0.hasSuffix("claim.json") && !$0.contains(".taking") }
                return spooled && processes.workers.contains { Processes.ticks(of: $0) > idle + 25 }
            }
        }
    }
}
