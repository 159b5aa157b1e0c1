import Hummingbird
import Records

/// `GET /api/v1/search?q=…`: a JSON array of hits, best first, each as `sohoa search --json` writes it. A search by person, and one that shows papers of
/// procedures, is audited.
struct SearchRoute: Sendable {
    let app: WebApplication

    private static let parameters: Set<String> = ["q", "kind", "type", "agency", "from", "to", "number", "person", "dossier", "limit"]

    @Sendable func search(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let query = try Self.query(QueryParameters(request, allowed: Self.parameters))
        let hits = try await app.catalogue.search(query)
        if let entry = AuditEntry.search(query, found: hits, by: WebApplication.viewer, at: app.now()) { try await app.catalogue.audit(entry) }
        return try JSONResponse.response(hits)
    }

    static func query(_ parameters: QueryParameters) throws(Problem) -> SearchQuery {
        let dates = "Ngày phải có dạng 2026-12-31 hoặc 31/12/2026."
        let query = SearchQuery(
            text: parameters["q"] ?? "",
            kind: try parameters.value("kind", "Phải là archive hoặc tthc.") { Record.Kind(rawValue: $0) },
            typeCode: parameters["type"], agency: parameters["agency"],
            from: try parameters.value("from", dates) { CalendarDate($0) }, to: try parameters.value("to", dates) { CalendarDate($0) },
            number: parameters["number"], person: parameters["person"], dossier: parameters["dossier"],
            limit: try limit(parameters) ?? SearchQuery.defaultLimit)
        if let from = query.from, let to = query.to, from > to { throw .parameter("to", "Ngày cuối trước ngày đầu.") }
        var unasked = SearchQuery(text: "")
        unasked.limit = query.limit
        if query == unasked { throw .parameter("q", "Hãy ghi từ cần tìm hoặc ít nhất một điều kiện lọc.") }
        return query
    }

    private static func limit(_ parameters: QueryParameters) throws(Problem) -> Int? {
        try parameters.value("limit", "Phải là số nguyên từ 1 đến \(SearchQuery.maximumLimit).") { text in
            Int(text).flatMap { (1...SearchQuery.maximumLimit).contains($0) ? $0 : nil }
        }
    }
}
