import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Web

@Suite("Health")
struct HealthTests {
    @Test("Alive while the catalogue is not") func alive() async throws {
        let response = try await Fixture(catalogue: FakeCatalogue { $0.failure = .busy("") }).get("/healthz")
        #expect(response.status == .ok)
        #expect(response.text == #"{"status":"ok"}"#)
    }

    @Test("Ready with each check, the catalogue first") func ready() async throws {
        let response = try await Fixture().get("/readyz")
        #expect(response.status == .ok)
        #expect(
            response.text
                == #"{"checks":[{"detail":null,"name":"catalogue","ready":true},{"detail":null,"name":"disk","ready":true},{"detail":null,"name":"workers","ready":true}],"status":"ready"}"#
        )
    }

    @Test("Not ready when one check fails: a problem with every check") func notReady() async throws {
        let full = ReadinessCheck(name: "disk", isReady: false, detail: "Đĩa gần đầy.")
        let status = FakeStatus(checks: [full, ReadinessCheck(name: "watcher", isReady: true)])
        let problem = try await ProblemTests.check(Fixture(status: status).get("/readyz"), 503, kind: "not-ready")
        let checks = try #require(problem["checks"] as? [[String: Any]])
        #expect(checks.map { $0["name"] as? String } == ["catalogue", "disk", "watcher"])
        #expect(checks.map { $0["ready"] as? Bool } == [true, false, true])
    }

    @Test("Not ready when the catalogue does not answer") func catalogue() async throws {
        let fixture = Fixture(catalogue: FakeCatalogue { $0.failure = .busy("/srv") })
        let problem = try await ProblemTests.check(fixture.get("/readyz"), 503, kind: "not-ready")
        #expect((problem["checks"] as? [[String: Any]])?.first?["ready"] as? Bool == false)
    }

    @Test("HEAD answers as GET, without a body") func head() async throws {
        let response = try await Fixture().get("/healthz", method: .head)
        #expect(response.status == .ok)
        #expect(response.text.isEmpty)
    }
}
