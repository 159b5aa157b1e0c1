import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The peer that scrapes us in real offices.
    @Suite("Prometheus") struct PrometheusTests {
        @Test("A real Prometheus scrapes the daemon and answers with its figures")
        func scrapes() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            try workplace.drop(try await Drawing.shared.tiny("đếm tôi", in: workplace), as: "đếm tôi.png")
            try await workplace.emptied()
            let prometheus = try Prometheus(scraping: daemon)
            try await eventually("Prometheus has our build") { try await prometheus.value("sohoa_build_info") == 1 }
            #expect(try await prometheus.value("up{job=\"sohoa\"}") == 1)
            try await eventually("Prometheus has counted the scan") {
                try await prometheus.value("sum(sohoa_scans_total{pipeline=\"archive\",outcome=\"recorded\"})") == 1
            }
            #expect(try await prometheus.value("sum(sohoa_pages_total)") == 1)
            #expect(try await prometheus.value("sohoa_page_read_seconds_count") == 1)
            #expect(try await prometheus.value("histogram_quantile(0.9, sohoa_page_read_seconds_bucket)") != nil)
            #expect(try await prometheus.value("sohoa_indicator_denominator{indicator=\"archives_digitized\",period=\"all\"}") != nil)
            try await prometheus.stop()
            try await daemon.stop()
        }

        @Test("A damaged file is told by verify, by the metrics, by the alert and by its item, whatever else that lacks; a paper of no item too")
        func damaged() async throws {
            let workplace = try Workplace()
            let table = "\(workplace.scratch)/mục lục.csv"
            try Data("Mã hồ sơ,Tiêu đề,Số trang\nD-1,Một,5\n".utf8).write(to: URL(fileURLWithPath: table))
            try await workplace.sohoa("inventory", "import", table, "--fonds", "P")
            let folder = "\(workplace.scratch)/quét"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in ["D-1.0000001", "rời"] {
                try await Drawing.shared.tiny(name, in: workplace).write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
            }
            let taken = try await workplace.sohoa("ingest", "--pipeline", "archive", "--json", folder).lines
            #expect(taken.count == 2)
            for hash in taken.compactMap({ $0["sha256"].text }) {
                let path = "\(workplace.data)/store/\(hash.prefix(2))/\(hash)/original"
                let bytes = try Files.bytes(path)
                try FileManager.default.removeItem(atPath: path)
                try (bytes + [0]).write(to: URL(fileURLWithPath: path))
            }
            #expect(try await workplace.sohoa("verify").code == 1)
            let entry = try await workplace.sohoa("trail", "list", "--json").lines.last { $0["what"] == .text("fixity_checked") }
            for id in taken.compactMap({ $0["records"][0]["id"].text }) { #expect(entry?["detail"].text?.contains(id) == true, "\(entry as Any)") }
            let page = try #require(try await workplace.sohoa("inventory", "status", "--level", "page", "--json").lines.first)
            #expect(page["why"] == .text("fixity_failed") && page["papers"][0]["damaged"] == .bool(true), "\(page)")
            #expect(try await workplace.sohoa("inventory", "status", "--level", "page").output.contains("đã bị thay đổi"))

            let rules = try String(contentsOfFile: "\(Samples.folder)/../docs/monitoring/alerts.yaml", encoding: .utf8)
            let alert = try #require(rules.firstMatch(of: /SohoaFixityFailed\s+expr: ([^\n]+)/)?.output.1)
            let daemon = try await Daemon.ready(workplace)
            #expect(try await daemon.metric("sohoa_damaged_records") == 2)
            let prometheus = try Prometheus(scraping: daemon)
            try await eventually("the alert would fire") { try await prometheus.value(String(alert)) == 2 }
            #expect(
                try await prometheus.value("sohoa_indicator_pending{reason=\"fixity_failed\",indicator=\"archives_digitized\",period=\"all\"}") == 1)
            try await prometheus.stop()
            try await daemon.stop()
        }
    }
}
