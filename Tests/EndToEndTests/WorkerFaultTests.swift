import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Workers that die or hang in the middle of a page.
    @Suite("Worker faults") struct WorkerFaultTests {
        @Test("A worker that is killed in the middle of a page costs one attempt, not the file")
        func killed() async throws {
            let workplace = try Workplace(configuration: "workers: 1\n")
            let daemon = try await Daemon.ready(workplace)
            let processes = Processes(workplace: workplace)
            try workplace.drop(try Samples.bytes("archive/HS-2026-01.0000001.pdf"), as: "hai trang.pdf")
            try await beginReading(in: workplace)
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
            try workplace.drop(try Samples.bytes("archive/nghi-quyet-hdnd-300dpi.pdf"), as: "trang độc.pdf")
            try await beginReading(in: workplace)
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

        /// Until the bytes are in the spool and a worker uses the processor.
        private func beginReading(in workplace: Workplace) async throws {
            let processes = Processes(workplace: workplace)
            try await eventually("the file is being read", every: .milliseconds(5)) {
                let spooled = Files.below("\(workplace.data)/spool").contains { $0.hasSuffix("claim.json") && !$0.contains(".taking") }
                return spooled && processes.workers.contains { Processes.ticks(of: $0) > 25 }
            }
        }
    }
}
