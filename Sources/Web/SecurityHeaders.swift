import HTTPTypes
import Hummingbird

/// What every answer tells a browser: do not keep it, do not guess its type, do not show it inside another page.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebApplication.Context

    func handle(_ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        for (name, value) in Self.others { response.headers[name] = value }
        return response
    }

    private static let others: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
