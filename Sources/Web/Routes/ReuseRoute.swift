import Foundation
import Hummingbird
import Records

/// `POST /api/v1/reuse`: what `sohoa reuse record` does. 201 with the event, or 200 with the earlier one that it repeats.
///
/// Only `application/json` is taken: a page of another site can send a form from a clerk's browser, but JSON only where we allow it,
/// which we never do.
struct ReuseRoute: Sendable {
    let app: WebApplication

    @Sendable func record(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        _ = try QueryParameters(request, allowed: [])
        guard Self.isJSON(request.headers[.contentType]) else { throw Problem.notJSON }
        let reuse = try Self.request(try await Self.body(of: request))
        guard let file = try await app.catalogue.caseFile(code: reuse.caseCode) else { throw problem(.unknownCase) }
        guard let source = try await app.catalogue.record(id: reuse.from) else { throw problem(.unknownRecord) }
        let event = reuse.event(of: source, as: try await app.catalogue.role(of: source), at: app.now())
        let stored = try await stored(event)
        let remarks = ReuseRule(file, by: app.procedures).remarks(on: source).map { (remark: $0, message: app.remark($0)) }
        return try JSONResponse.response(ReuseAnswer(event: stored, remarks: remarks), status: stored.id == event.id ? .created : .ok)
    }

    private func stored(_ event: ReuseEvent) async throws -> ReuseEvent {
        do {
            return try await app.catalogue.recordReuse(event, by: app.procedures)
        } catch CatalogueFailure.noReuse(let refusal) {
            throw problem(refusal)
        } catch CatalogueFailure.refused {
            throw Problem.unprocessable("from", "Không ghi được lượt dùng lại này. Hãy kiểm tra lại rồi gửi lại.")
        }
    }

    private func problem(_ refusal: ReuseRefusal) -> Problem { .unprocessable(Self.key(of: refusal), app.refusal(refusal)) }

    /// The key of the body that would have to be another.
    private static func key(of refusal: ReuseRefusal) -> String {
        switch refusal {
        case .incomplete, .notOfCase, .madeForEachCase, .onlyShown: "component"
        case .unknownCase: "case"
        case .unknownRecord, .heldBack, .rejected, .damaged, .sameCase, .newer: "from"
        case .noReason, .unexplained: "because"
        }
    }

    private static func isJSON(_ contentType: String?) -> Bool {
        let mediaType = contentType?.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return mediaType.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
    }

    private static func body(of request: Request) async throws -> Data {
        var bytes = Data()
        for try await part in request.body {
            bytes += part.readableBytesView
            guard bytes.count <= WebLimits.maximumBodyBytes else { throw Problem.bodyTooLarge }
        }
        return bytes
    }

    private static let keys = ["case", "component", "from", "by", "because"]

    /// A key that is unknown is a problem that names it: a misspelt one must not be dropped in silence.
    private static func request(_ body: Data) throws(Problem) -> ReuseRequest {
        guard let object = try? JSONDecoder().decode([String: String?].self, from: body) else {
            throw .badBody("Thân yêu cầu phải là một đối tượng JSON với các giá trị là chuỗi: \(keys.joined(separator: ", ")).")
        }
        if let unknown = object.keys.sorted().first(where: { !keys.contains($0) }) {
            throw .badBody("Không có khóa này. Các khóa: \(keys.joined(separator: ", ")).", parameter: String(unknown.prefix(100)))
        }
        if let long = object.first(where: { ($0.value ?? "").count > WebLimits.maximumParameterLength }) {
            throw .badBody("Giá trị dài hơn \(WebLimits.maximumParameterLength) ký tự.", parameter: long.key)
        }
        if let wrong = object.first(where: { $0.value?.unicodeScalars.contains("\0") == true }) {
            throw .badBody("Giá trị có ký tự NUL.", parameter: wrong.key)
        }
        func text(_ key: String) -> String? { object[key]?.flatMap(\.self) }
        let reuse = ReuseRequest(
            caseCode: text("case") ?? "", component: text("component") ?? "", from: text("from") ?? "", by: text("by") ?? "",
            because: text("because"))
        if let missing = reuse.missing.first { throw .badBody("Thiếu hoặc để trống.", parameter: missing) }
        if AuditEntry.isDaemon(reuse.by) { throw .badBody("Tên này dành riêng cho chương trình; hãy ghi tên người thực hiện.", parameter: "by") }
        return reuse
    }
}
