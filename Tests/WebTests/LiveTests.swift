import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Records
import Synchronization
import Testing

@testable import Web

@Suite("A live server")
struct LiveTests {
    @Test("answers as the router does, headers and all")
    func live() async throws {
        try await Fixture(catalogue: MetricsTests.catalogue).application.hummingbird().test(.live) { client in
            #expect(try await client.execute(uri: "/healthz", method: .get).text == #"{"status":"ok"}"#)
            #expect(try await client.execute(uri: "/readyz", method: .get).status == .ok)
            let metrics = try await client.execute(uri: "/metrics", method: .get, headers: MetricsTests.openMetrics)
            #expect(metrics.text.hasSuffix("# EOF\n"))
            #expect(metrics.headers[.contentLength] == "\(metrics.body.readableBytes)")
            try ProblemTests.check(await client.execute(uri: "/none", method: .get), 404, kind: "not-found", instance: "/none")
            try ProblemTests.check(await client.execute(uri: "/api/v1/search?q=%FF", method: .get), 400, kind: "invalid-parameter")
            let search = try await client.execute(uri: "/api/v1/search?q=x", method: .get)
            #expect(search.headers[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
            #expect(search.headers[.server] == nil)
        }
    }

    @Test("tells the port that it was given, and stops when its task is cancelled")
    func port() async throws {
        let ports = AsyncStream.makeStream(of: Int.self)
        let today = try #require(Fixture.today)
        let application = WebApplication(
            address: ListenAddress(port: 0), catalogue: FakeCatalogue(), status: FakeStatus(), indicators: { _, _, _ in [] },
            procedures: ProcedureTable(), refusal: { "\($0)" }, remark: { "\($0)" }, now: { Fixture.now }, today: { today }, logger: Fixture().logger,
            onRunning: { ports.continuation.yield($0.port) })
        await withThrowingTaskGroup { group in
            group.addTask { try await application.run() }
            var iterator = ports.stream.makeAsyncIterator()
            #expect(await iterator.next() ?? 0 > 0)
            group.cancelAll()
        }
    }

    @Test("logs the route, never what was asked")
    func log() async throws {
        let lines = LogLines()
        var fixture = Fixture(catalogue: FakeCatalogue { $0.failure = .unusable("Nguyễn") })
        fixture.logger = Logger(label: "test") { _ in lines }
        fixture.logger.logLevel = .debug
        for uri in ["/api/v1/search?person=Nguyen", "/api/v1/records/Nguyen", "/Nguyen", "/healthz", "/api/v1/search?Nguyen=1"] {
            _ = try await fixture.get(uri)
        }
        let text = lines.lines.joined(separator: "\n")
        #expect(text.contains("/api/v1/records/{id}") && text.contains("/api/v1/search") && text.contains("500"))
        #expect(!text.contains("Nguyen") && !text.contains("Nguyễn"))
    }
}

/// A log handler that keeps what it is given, metadata and all.
final class LogLines: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set { _ = newValue }
    }
    var logLevel: Logger.Level {
        get { .trace }
        set { _ = newValue }
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { key == "hb.request.id" ? "1" : nil }
        set { _ = newValue }
    }

    func log(event: LogEvent) {
        kept.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
}
