import Foundation
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
        let periods = Period.current(at: app.today())
        let figures = try await app.recentFigures.figures(of: periods.map(\.period), at: app.now(), from: app.indicators)
        let indicators = figures.compactMap { figure in
            periods.first { $0.period == figure.period }.map { (period: $0.name, indicator: figure) }
        }
        let lastWork = try await app.catalogue.lastWork(until: app.now())
        return IndicatorMetrics.families(indicators, named: app.namedUnits)
            + [
                MetricFamily(
                    "sohoa_last_work_timestamp_seconds", .gauge, "When anything was last taken, imported or reused; absent while nothing was.",
                    lastWork.map { [MetricFamily.Sample(value: $0.timeIntervalSince1970.rounded())] } ?? [])
            ]
            + CatalogueMetrics.families(counts, pipelines: gauges.pipelines, oldestWaiting: gauges.oldestWaiting, now: app.now())
            + DaemonMetrics.families(gauges)
    }
}
