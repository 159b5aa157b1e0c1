import Hummingbird
import Logging

/// One line a request: method, route, status, milliseconds. The route is the pattern (`/api/v1/records/{id}`), never the path or the
/// query: those hold names, identity numbers and codes.
struct AccessLog: RouterMiddleware {
    typealias Context = WebApplication.Context

    func handle(_ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
        let route = context.endpointPath ?? "-"
        // What asks every few seconds would drown the rest.
        let level: Logger.Level = Self.probes.contains(route) && response.status.code < 500 ? .debug : .info
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)", "ms": "\(Int(elapsed.rounded()))",
            ])
        return response
    }

    private static let probes: Set<String> = ["/healthz", "/readyz", "/metrics"]
}
