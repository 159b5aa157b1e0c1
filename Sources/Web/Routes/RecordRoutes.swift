import Foundation
import Hummingbird
import Records

/// One record: its fields and text, and its archival PDF.
///
/// Personal data law 91/2025/QH15: a look at a personal record (`Record.isPersonal`) is written to the audit trail as `record_viewed` by
/// `http`, before anything of it is sent. When the trail cannot be written, nothing is shown.
struct RecordRoutes: Sendable {
    let app: WebApplication

    @Sendable func record(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let record = try await found(request, context)
        try await noteView(of: record)
        return try JSONResponse.response(RecordJSON(record, text: try await app.catalogue.pageTexts(ofRecord: record.id)))
    }

    @Sendable func pdf(_ request: Request, _ context: WebApplication.Context) async throws -> Response {
        let record = try await found(request, context)
        guard let path = app.archivalCopy(record) else { throw Problem.noArchivalCopy }
        try await noteView(of: record)
        // It answers "not found" to whatever keeps it from opening the file.
        guard let body = try? await FileIO().loadFile(path: path, context: context) else { throw Problem.noArchivalCopy }
        return Response(status: .ok, headers: [.contentType: "application/pdf", .contentDisposition: "inline"], body: body)
    }

    private func found(_ request: Request, _ context: WebApplication.Context) async throws -> Record {
        _ = try QueryParameters(request, allowed: [])
        guard let id = context.parameters.get("id")?.removingPercentEncoding, id.count <= WebLimits.maximumIdentifierLength,
            let record = try await app.catalogue.record(id: id)
        else { throw Problem.noRecord }
        return record
    }

    private func noteView(of record: Record) async throws {
        guard let entry = AuditEntry.view(of: record, by: WebApplication.viewer, at: app.now()) else { return }
        try await app.catalogue.audit(entry)
    }
}
