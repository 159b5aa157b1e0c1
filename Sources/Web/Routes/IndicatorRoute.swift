import Hummingbird
import Records

/// `GET /api/v1/indicators?period=&unit=`: a JSON array of what `sohoa indicators --json` writes line by line.
struct IndicatorRoute: Sendable {
    let app: WebApplication

    /// Without `period` the current month; without `unit` the whole and each unit.
    @Sendable func indicators(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let parameters = try QueryParameters(request, allowed: ["period", "unit"])
        let period = try parameters.value("period", "Kỳ phải có dạng 2026-10, 2026-Q4, 2026 hoặc all.") { Period($0) }
        let today = app.today()
        let indicators = try await app.indicators([period ?? .month(year: today.year, month: today.month)], parameters["unit"])
        return try JSONResponse.response(indicators.map(IndicatorJSON.init))
    }
}
