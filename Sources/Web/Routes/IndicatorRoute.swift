import Hummingbird
import Records

/// `GET /api/v1/indicators?period=&unit=&as_of=`: a JSON array of what `sohoa indicators --json` writes line by line.
struct IndicatorRoute: Sendable {
    let app: WebApplication

    /// Without `period` the current month, or that of `as_of`; without `unit` the whole and each unit; without `as_of` now.
    @Sendable func indicators(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let parameters = try QueryParameters(request, allowed: ["period", "unit", "as_of"])
        let period = try parameters.value("period", "Kỳ phải có dạng 2026-10, 2026-Q4, 2026 hoặc all.") { Period($0) }
        let today = app.today()
        let day = try parameters.value("as_of", "Ngày phải có dạng 2026-12-31 hoặc 31/12/2026, và không ở sau hôm nay.") { text in
            CalendarDate(text).flatMap { $0 > today ? nil : $0 }
        }
        let indicators = try await app.indicators(
            [period ?? .month(year: (day ?? today).year, month: (day ?? today).month)], parameters["unit"], day)
        return try JSONResponse.response(indicators.map(IndicatorJSON.init))
    }
}
