import Foundation
import Glibc
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

/// Debian's Prometheus, on a port and in a folder of its own.
private final class Prometheus: Sendable {
    private let process: Process
    private let address: URL

    init(scraping daemon: Daemon) throws {
        let workplace = daemon.workplace
        let configuration = """
            global: {scrape_interval: 1s}
            scrape_configs:
              - job_name: sohoa
                static_configs: [{targets: ["127.0.0.1:\(daemon.port)"]}]
            """
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: "\(workplace.root)/prometheus.yml"))
        let port = try FreePort.find()
        address = try #require(URL(string: "http://127.0.0.1:\(port)"))
        process = try Program.process(
            "/usr/bin/prometheus",
            ["--config.file=prometheus.yml", "--storage.tsdb.path=scratch/tsdb", "--web.listen-address=127.0.0.1:\(port)"], in: workplace.root,
            environment: workplace.environment, output: "/dev/null", errors: "\(workplace.scratch)/prometheus.log")
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func stop() async throws {
        kill(process.processIdentifier, SIGTERM)
        try await eventually("Prometheus ends") { !process.isRunning }
    }

    /// The first value of an instant query; nil while there is none, or while nobody answers yet.
    func value(_ query: String) async throws -> Double? {
        guard let answer = try? await Daemon.get(address, "/api/v1/query", ["query": query]), answer.status == 200 else { return nil }
        return try answer.json["data"]["result"][0]["value"][1].text.flatMap(Double.init)
    }
}

/// A port that nobody listens on now.
private enum FreePort {
    static func find() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0 }
        }
        try #require(result)
        return UInt16(bigEndian: address.sin_port)
    }
}
