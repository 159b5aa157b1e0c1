import Hummingbird

/// What every answer tells a browser: do not keep it, do not guess its type, do not show it inside another page.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebApplication.Context

    func handle(_ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        return response
    }
}
