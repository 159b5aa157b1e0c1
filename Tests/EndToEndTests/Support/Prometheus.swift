import Foundation
import Glibc
import TestSupport
import Testing

/// Debian's Prometheus, on a port and in a folder of its own.
final class Prometheus: Sendable {
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
