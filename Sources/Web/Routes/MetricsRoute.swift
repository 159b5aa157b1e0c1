import Hummingbird
import Records

/// `GET /metrics`: OpenMetrics 1.0.0 for a client that accepts it, else the Prometheus text format 0.0.4.
struct MetricsRoute: Sendable {
    let app: WebApplication

    @Sendable func metrics(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let acceptsOpenMetrics = request.headers[values: .accept].contains { $0.contains("application/openmetrics-text") }
        let format: MetricsFormat = acceptsOpenMetrics ? .openMetrics : .prometheus
        let text = format.text(of: try await families())
        return Response(
            status: .ok, headers: [.contentType: format.mediaType, .vary: "Accept"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func families() async throws -> [MetricFamily] {
        let gauges = await app.status.gauges()
        let counts = try await app.catalogue.counts()
        var indicators: [(period: String, indicator: Indicator)] = []
        for (name, period) in Period.current(at: app.today()) {
            indicators += try await app.indicators(period, nil).map { (name, $0) }
        }
        return IndicatorMetrics.families(indicators)
            + CatalogueMetrics.families(counts, pipelines: gauges.pipelines, oldestWaiting: gauges.oldestWaiting, now: app.now())
            + DaemonMetrics.families(gauges)
    }
}
