import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Web

@Suite("Problems (RFC 9457)")
struct ProblemTests {
    /// What every problem must be; gives its members for more.
    @discardableResult
    static func check(_ response: TestResponse, _ status: Int, kind: String, instance: String? = nil) throws -> [String: Any] {
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "application/problem+json; charset=utf-8")
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        let problem = try response.object()
        #expect(problem["type"] as? String == "urn:sohoa:problem:\(kind)")
        #expect(problem["status"] as? Int == status)
        #expect((problem["title"] as? String)?.isEmpty == false)
        #expect((problem["detail"] as? String)?.isEmpty == false)
        if let instance { #expect(problem["instance"] as? String == instance) }
        return problem
    }

    @Test("An unknown path", arguments: ["/", "/api/v1", "/api/v2/search?q=a", "/api/v1/records/r1/pdf/x", "/healthz/../etc"])
    func unknownPath(_ uri: String) async throws {
        try await Self.check(Fixture().get(uri), 404, kind: "not-found", instance: uri.split(separator: "?").first.map(String.init))
    }

    @Test("Another method", arguments: [HTTPRequest.Method.post, .put, .patch, .delete, .options])
    func method(_ method: HTTPRequest.Method) async throws {
        let response = try await Fixture().get("/api/v1/search?q=a", method: method)
        try Self.check(response, 405, kind: "method-not-allowed", instance: "/api/v1/search")
        #expect(response.headers[.allow] == "GET, HEAD")
    }

    @Test(
        "A wrong parameter is named",
        arguments: [
            ("/api/v1/indicators?period=2026-13", "period"), ("/api/v1/indicators?month=1", "month"),
            ("/api/v1/indicators?as_of=2026-13-01", "as_of"), ("/api/v1/indicators?as_of=2099-01-01", "as_of"), ("/api/v1/search", "q"),
            ("/api/v1/search?q=+&limit=5", "q"), ("/api/v1/search?q=a&kind=thu", "kind"), ("/api/v1/search?q=a&from=2026", "from"),
            ("/api/v1/search?q=a&to=31/02/2026", "to"), ("/api/v1/search?from=2026-02-01&to=2026-01-01", "to"),
            ("/api/v1/search?q=a&limit=0", "limit"), ("/api/v1/search?q=a&limit=1001", "limit"), ("/api/v1/search?q=a&limit=x", "limit"),
            ("/api/v1/search?q=a&q=b", "q"), ("/api/v1/search?q=%FF", "q"), ("/api/v1/search?q=%00", "q"), ("/api/v1/search?q=%zz", "q"),
            ("/api/v1/search?q=" + String(repeating: "a", count: 1_001), "q"),
            ("/api/v1/search?q=" + String(repeating: "a", count: 20_000), "*"), ("/api/v1/records/r1?x=1", "x"),
        ])
    func parameters(_ uri: String, name: String) async throws {
        let problem = try await Self.check(Fixture().get(uri), 400, kind: "invalid-parameter")
        #expect(problem["parameter"] as? String == name)
    }

    @Test("A record that does not exist", arguments: ["r2", "%2E%2E%2Fr1", String(repeating: "r", count: 300)])
    func noRecord(_ id: String) async throws {
        try await Self.check(Fixture().get("/api/v1/records/\(id)"), 404, kind: "no-record")
        try await Self.check(Fixture().get("/api/v1/records/\(id)/pdf"), 404, kind: "no-record")
    }

    @Test(
        "What the catalogue cannot do is told without its own words",
        arguments: [
            (CatalogueFailure.busy("lock of /srv/x"), 503, "busy"), (.noRoom("/srv/x"), 503, "no-room"), (.unusable("/srv/x"), 500, "internal"),
            (.refused("/srv/x"), 400, "refused"),
        ])
    func catalogue(_ failure: CatalogueFailure, status: Int, kind: String) async throws {
        let fixture = Fixture(catalogue: FakeCatalogue { $0.failure = failure })
        for uri in ["/api/v1/search?q=a", "/api/v1/records/r1", "/api/v1/records/r1/pdf", "/metrics"] {
            let response = try await fixture.get(uri)
            let problem = try Self.check(response, status, kind: kind)
            #expect(!response.text.contains("/srv"))
            #expect((problem["request"] != nil) == (status >= 500))
            #expect(response.headers[.retryAfter] == (status == 503 ? "5" : nil))
        }
    }

    @Test("An error that nobody foresaw is told without its own words")
    func unforeseen() async throws {
        struct Secret: Error { let path = "/srv/x" }
        let fixture = Fixture(indicators: { _, _, _ in throw Secret() })
        let response = try await fixture.get("/api/v1/indicators")
        try Self.check(response, 500, kind: "internal")
        #expect(!response.text.contains("Secret") && !response.text.contains("/srv"))
    }
}
