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
    }
}
