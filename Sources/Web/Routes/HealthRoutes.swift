import Hummingbird
import Records

/// Whether the process lives, and whether it can work.
struct HealthRoutes: Sendable {
    let app: WebApplication

    /// Alive: it answers. Asks nothing of anyone, so that a slow disk does not get the daemon killed.
    @Sendable func alive(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        try JSONResponse.response(["status": "ok"])
    }

    /// Ready: 200 with each check; else 503 as problem details with the same checks.
    @Sendable func ready(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let checks = await [catalogueCheck()] + app.status.readiness().filter { $0.name != Self.catalogue }
        guard checks.allSatisfy(\.isReady) else { throw Problem.notReady(checks) }
        return try JSONResponse.response(Readiness(checks: checks))
    }

    private static let catalogue = "catalogue"

    /// The cheapest question there is: a scan that does not exist.
    private func catalogueCheck() async -> ReadinessCheck {
        do {
            _ = try await app.catalogue.scan(id: "readyz")
            return ReadinessCheck(name: Self.catalogue, isReady: true)
        } catch {
            return ReadinessCheck(name: Self.catalogue, isReady: false, detail: Problem(error).detail)
        }
    }

    private struct Readiness: Encodable {
        let status = "ready"
        let checks: [ReadinessCheck]
        private enum CodingKeys: CodingKey { case status, checks }
    }
}
