import Hummingbird

extension WebApplication {
    typealias Context = BasicRequestContext
    typealias Handler = @Sendable (Request, Context) async throws -> Response

    /// Every path that is served. All answer GET and HEAD, but the one that takes a POST; another method is a problem of its own.
    func router() -> Router<Context> {
        let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
        router.middlewares.add(AccessLog())
        router.middlewares.add(SecurityHeaders())
        router.middlewares.add(ProblemResponses())

        let routes: [(String, Handler)] = [
            ("/healthz", HealthRoutes(app: self).alive), ("/readyz", HealthRoutes(app: self).ready),
            ("/metrics", MetricsRoute(app: self).metrics),
            ("/api/v1/indicators", IndicatorRoute(app: self).indicators), ("/api/v1/search", SearchRoute(app: self).search),
            ("/api/v1/records/{id}", RecordRoutes(app: self).record), ("/api/v1/records/{id}/pdf", RecordRoutes(app: self).pdf),
        ]
        for (path, handler) in routes {
            router.get(RouterPath(path), use: handler)
            for method: HTTPRequest.Method in [.post, .put, .patch, .delete, .options] {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw Problem.methodNotAllowed(allow: "GET, HEAD") }
            }
        }
        let reuse = RouterPath("/api/v1/reuse")
        router.post(reuse, use: ReuseRoute(app: self).record)
        for method: HTTPRequest.Method in [.get, .head, .put, .patch, .delete, .options] {
            router.on(reuse, method: method) { _, _ -> Response in throw Problem.methodNotAllowed(allow: "POST") }
        }
        return router
    }
}
