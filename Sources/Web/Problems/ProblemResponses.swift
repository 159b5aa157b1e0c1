import Hummingbird
import Logging

/// Turns every error, that of an unknown path too, into problem details, and logs those that are the server's fault.
struct ProblemResponses: RouterMiddleware {
    typealias Context = WebApplication.Context

    func handle(_ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            // The type alone: an error's own text may hold what must not be logged.
            if problem.status.code >= 500, problem.checks == nil {
                context.logger.error("request failed", metadata: ["kind": "\(problem.kind)", "error": "\(type(of: error))"])
            }
            return try response(problem, request, context)
        }
    }

    private func response(_ problem: Problem, _ request: Request, _ context: Context) throws -> Response {
        // Not `context.id`, which traps where a log handler drops metadata.
        let id = context.logger[metadataKey: "hb.request.id"].map { "\($0)" }
        let body = ProblemJSON(problem: problem, instance: request.uri.path, request: problem.status.code >= 500 ? id : nil)
        var response = try JSONResponse.response(body, status: problem.status, mediaType: "application/problem+json")
        if let allow = problem.allow { response.headers[.allow] = allow }
        if problem.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        return response
    }
}
