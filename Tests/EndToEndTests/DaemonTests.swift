import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The daemon from its first start to its second.
    @Suite("Daemon") struct DaemonTests {
        /// What is dropped: path below the pipeline's inbox, sample, and where it must end.
        struct Dropped: Sendable {
            let pipeline: String
            let path: String
            let sample: String
            let place: Workplace.Place

            static let all = [
                Dropped(pipeline: "archive", path: "HS-2026-07.0000001.pdf", sample: "archive/HS-2026-07.0000001.pdf", place: .done),
                Dropped(pipeline: "archive", path: "phông 1/Công văn đạo ôn.jpg", sample: "archive/cong-van-dao-on.jpg", place: .done),
                Dropped(pipeline: "archive", path: "thong-bao.png", sample: "archive/thong-bao-tiep-cong-dan.png", place: .done),
                Dropped(pipeline: "archive", path: "bien-ban.tif", sample: "archive/bien-ban-xoay-ngang.tif", place: .done),
                Dropped(pipeline: "archive", path: "dau-mat-do.pdf", sample: "archive/dau-mat-do.pdf", place: .restricted),
                Dropped(pipeline: "archive", path: "dau-tuyet-mat-den-trang.tif", sample: "archive/dau-tuyet-mat-den-trang.tif", place: .restricted),
                Dropped(pipeline: "archive", path: "hỏng/quét dở.pdf", sample: "archive/quet-do-dang.pdf", place: .rejected),
                Dropped(
                    pipeline: "tthc", path: "H35.88.73-261006-0219/trich-luc.pdf", sample: "tthc/H35.88.73-261006-0219/trich-luc-khai-tu.pdf",
                    place: .done),
            ]
        }

        @Test("Scans that are dropped are taken, told of, found and counted; after a restart nothing is taken again")
        func dayOfWork() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            for file in Dropped.all { try workplace.drop(try Samples.bytes(file.sample), as: file.path, into: file.pipeline) }
            for pipeline in ["archive", "tthc"] { try await workplace.emptied(pipeline) }
            try await eventually("every scan has ended") { try await workplace.scans().filter { $0["outcome"] != .null }.count == Dropped.all.count }
            try checkFolders(of: workplace)
            try await checkHTTP(of: daemon)
            try await checkMetrics(of: daemon)
            try checkSilence(of: daemon)
            let before = try await told(by: workplace)
            let end = try await daemon.stop()
            #expect(end.code == 0 && end.took < .seconds(10))
            try await checkRestart(of: workplace, before: before)
        }

        @Test("A mark of secrecy on the last page holds the whole file back, whatever was read before it")
        func markOnLastPage() async throws {
            let workplace = try Workplace(configuration: "workers: 1\n")
            let pages = ["archive/to-trinh-nghieng-3-do.pdf", "archive/dau-mat-do.pdf"].map { "\(Samples.folder)/\($0)" }
            let joined = "\(workplace.scratch)/hai.pdf"
            try await workplace.tool("qpdf", "--empty", "--pages", pages[0], pages[1], "--", joined)
            let daemon = try await Daemon.ready(workplace)
            try workplace.drop(try Files.bytes(joined), as: "tên cũng mật.pdf")
            try await workplace.emptied()
            #expect(workplace.files(.restricted) == ["tên cũng mật.pdf"])
            try await eventually("it is held back") { try await workplace.scans("restricted").count == 1 }
            let held = try await workplace.sohoa("restricted", "list", "--json").lines
            #expect(held.first?["page"].integer == 2 && held.first?["mark"] == .text("mat"))
            #expect(try await workplace.scans().first?["file"] == .null)
            try await daemon.stop()
            for (name, bytes) in try Files.contents(below: workplace.data) where !name.contains("/restricted/") {
                for word in ["tên cũng mật", "dông lốc", "dong loc"] + Samples.secretWords { #expect(!Files.hold(bytes, word), "\(word) in \(name)") }
            }
            for word in ["tên cũng mật", "dông lốc"] { #expect(!daemon.errors.contains(word)) }
        }

        private func checkFolders(of workplace: Workplace) throws {
            for place in [Workplace.Place.done, .restricted] {
                for pipeline in ["archive", "tthc"] {
                    let expected = Dropped.all.filter { $0.place == place && $0.pipeline == pipeline }
                    #expect(Set(workplace.files(place, of: pipeline)) == Set(expected.map(\.path)))
                    for file in expected {
                        let kept = try Files.bytes("\(workplace.folder(place, of: pipeline))/\(file.path)")
                        #expect(kept == (try Samples.bytes(file.sample)), "\(file.path)")
                    }
                }
            }
            #expect(workplace.files(.rejected) == ["hỏng/quét dở.pdf", "hỏng/quét dở.pdf.reason.txt"])
            let letter = try Files.text("\(workplace.folder(.rejected))/hỏng/quét dở.pdf.reason.txt")
            #expect(letter.contains("quét dở.pdf") && letter.contains("Hãy") && letter.contains("truncated"), "\(letter)")
        }

        private func checkHTTP(of daemon: Daemon) async throws {
            for path in ["/healthz", "/readyz"] { #expect(try await daemon.get(path).status == 200, "\(path)") }
            let hits = try await daemon.get("/api/v1/search", ["q": "khuyến nông cộng đồng"]).json
            let list = hits.items.isEmpty ? hits.members.values.first { !$0.items.isEmpty } ?? .null : hits
            let id = try #require(list[0]["record"].text)
            let record = try await daemon.get("/api/v1/records/\(id)")
            #expect(try record.status == 200 && record.json["fields"]["number"]["value"] == .text("612"))
            #expect(try await daemon.get("/api/v1/records/khong-co").status == 404)
            #expect(try await daemon.get("/api/v1/indicators").status == 200)
            for word in Samples.secretWords { #expect(try await !daemon.get("/api/v1/search", ["q": "\"\(word)\""]).text.contains("<b>"), "\(word)") }
        }

        private func checkMetrics(of daemon: Daemon) async throws {
            for (place, outcome) in [(Workplace.Place.done, "recorded"), (.restricted, "restricted"), (.rejected, "rejected")] {
                for pipeline in ["archive", "tthc"] {
                    let expected = Dropped.all.filter { $0.place == place && $0.pipeline == pipeline }.count
                    let labels = ["pipeline=\"\(pipeline)\"", "outcome=\"\(outcome)\""]
                    #expect(try await daemon.metric("sohoa_scans_total", labels) == Double(expected), "\(pipeline) \(outcome)")
                }
            }
            #expect(try await daemon.metric("sohoa_restricted_scans") == 2)
            #expect(try await daemon.metric("sohoa_pages_total") == 5)
            let text = try await daemon.get("/metrics", accepting: "text/plain").text
            let path = "\(daemon.workplace.scratch)/metrics"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try await daemon.workplace.tool("sh", "-c", "promtool check metrics < scratch/metrics")
        }

        /// The log holds ids, hashes, counts and codes; no name of a file, no word of a paper.
        private func checkSilence(of daemon: Daemon) throws {
            for word in Samples.secretWords + Samples.secretFiles + ["đạo ôn", "quét dở", "Nậm Sơn"] {
                #expect(!daemon.errors.contains(word), "\(word)")
            }
        }

        /// Everything that a second start must not change.
        private func told(by workplace: Workplace) async throws -> [JSON] { try await workplace.scans() }

        private func checkRestart(of workplace: Workplace, before: [JSON]) async throws {
            let daemon = try await Daemon.ready(workplace)
            let note = try await Drawing.shared.tiny("một tệp nữa", in: workplace)
            try workplace.drop(note, as: "thêm.png")
            try await workplace.emptied()
            try await eventually("the new scan has ended") { try await workplace.scans("recorded").contains { $0["file"] == .text("thêm.png") } }
            let after = try await told(by: workplace)
            #expect(after.filter { $0["file"] != .text("thêm.png") } == before)
            #expect(try await daemon.metric("sohoa_scans_total") == Double(before.count + 1))
            try await daemon.stop()
            #expect(Files.below("\(workplace.data)/spool").isEmpty)
            #expect(try await workplace.sohoa("verify").code == 0)
        }
    }
}
