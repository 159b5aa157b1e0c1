import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Records
import Testing

@testable import Web

/// The application as the tests start it: 15 October 2026, a scripted catalogue, everything else well.
struct Fixture {
    static let now = Date(timeIntervalSince1970: 1_792_000_000)
    static let today = CalendarDate("2026-10-15")

    var catalogue = FakeCatalogue()
    var status = FakeStatus()
    var indicators: WebApplication.Indicators = { periods, unit, _ in periods.flatMap { Fixture.indicators($0, unit) } }
    var namedUnits: Set<String> = []
    var archivalCopy: @Sendable (Record) -> String? = { _ in nil }
    var procedures = ProcedureTable()
    var logger = Logger(label: "test") { _ in LogLines() }

    var application: WebApplication {
        get throws {
            let today = try #require(Self.today)
            return WebApplication(
                address: ListenAddress(port: 0), catalogue: catalogue, status: status, indicators: indicators, namedUnits: namedUnits,
                archivalCopy: archivalCopy, procedures: procedures, refusal: { "\($0)" }, remark: { "\($0)" }, now: { Self.now }, today: { today },
                logger: logger)
        }
    }

    /// One request to the router.
    func get(_ uri: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await application.hummingbird().test(.router) { try await $0.execute(uri: uri, method: method, headers: headers) }
    }

    /// One request with a body to the router.
    func post(_ uri: String, _ body: String, contentType: String? = "application/json") async throws -> TestResponse {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        return try await application.hummingbird().test(.router) { [headers] in
            try await $0.execute(uri: uri, method: .post, headers: headers, body: ByteBuffer(string: body))
        }
    }

    /// Two units; the second has no denominator and so no value.
    static func indicators(_ period: Period, _ unit: String?) -> [Indicator] {
        (unit.map { [$0] } ?? ["all", "Văn \"phòng\"\\1"]).map { unit in
            Indicator(
                code: .archivesDigitized, unit: unit, period: period, numerator: unit == "all" ? 41 : 0, denominator: unit == "all" ? 50 : 0,
                value: unit == "all" ? 0.82 : nil, target: 1, due: CalendarDate("2026-12-31"), status: unit == "all" ? .onTrack : .unknown,
                excluded: ["secret": 2], pending: ["pages_missing": 9], definition: "Định nghĩa", asOf: now)
        }
    }

    static func record(kind: Record.Kind = .archive, persons: [Person] = []) -> Record {
        var fields = Fields()
        fields.number = Field("15", confidence: 0.98, page: 1, box: Box(x: 0.1, y: 0.1, width: 0.2, height: 0.02), source: .ocr)
        fields.persons = persons
        return Record(
            id: "r1", scan: "s1", file: "scan 01.pdf", pages: [1, 2], kind: kind, form: "van_ban", status: .accepted, reviewReasons: [],
            fields: fields, createdAt: now)
    }
}

struct FakeStatus: ServiceStatus {
    var checks = [ReadinessCheck(name: "disk", isReady: true), ReadinessCheck(name: "workers", isReady: true)]
    var daemon = DaemonGauges(
        pipelines: ["archive", "tthc"], queuePages: 7, workerRestarts: 2, storeBytes: 123_456_789_012,
        pageReadSeconds: DurationHistogram(bounds: [0.5, 1, 2], counts: [1, 2, 3, 4], sum: 25.5), version: "1.0.0")

    func readiness() async -> [ReadinessCheck] { checks }
    func gauges() async -> DaemonGauges { daemon }
}

extension TestResponse {
    /// The body as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) }
    func object() throws -> [String: Any] { try #require(json() as? [String: Any]) }
    func list() throws -> [[String: Any]] { try #require(json() as? [[String: Any]]) }
    var text: String { String(buffer: body) }
}
