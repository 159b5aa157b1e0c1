import Foundation
import Intake
import Logging
import Preserving
import Records
import SQLiteCatalogue
import TestSupport
import Testing

@testable import Pipeline

/// A data folder with store, catalogue and one watched folder, removed when the test lets go of it.
final class Workshop: Sendable {
    let data = TestRun.folder.appending(path: "xưởng \(UUID().uuidString)").path
    let definition: PipelineDefinition
    let store: any ScanStore
    let catalogue: any Catalogue

    init(giveUpSeconds: Double = 600, sideOrder: SideOrder = .asScanned) throws {
        definition = PipelineDefinition(
            name: "archive", title: "", kind: .archive, settleSeconds: 0.05, giveUpSeconds: giveUpSeconds, rescanSeconds: 0.05,
            sideOrder: sideOrder)
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        store = try FileScanStore(data: data)
        catalogue = try SQLiteCatalogue(path: "\(data)/catalogue.sqlite", roles: nil)
    }

    deinit { try? FileManager.default.removeItem(atPath: data) }

    func pipeline(_ reader: ScriptedReader, _ understander: ScriptedUnderstander = ScriptedUnderstander(), store: (any ScanStore)? = nil)
        -> ScanPipeline
    {
        ScanPipeline(
            reader: reader, understander: understander, store: store ?? self.store, catalogue: catalogue, pipelines: [definition],
            limits: ScanPipeline.Limits(workers: 2), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func path(_ below: String) -> String { "\(data)/\(below)" }

    func write(_ text: String, to below: String) throws { try Data(text.utf8).write(to: URL(filePath: path(below))) }

    func names(in below: String) -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path(below))) ?? []).sorted() }

    func scans() async throws -> [Scan] { try await catalogue.scans(in: nil, after: nil, limit: 100) }

    /// Runs the daemon's work over the inbox while `body` runs.
    func serving(
        _ pipeline: ScanPipeline, scansAtOnce: Int = 2, _ body: @escaping @Sendable (FolderService) async throws -> Void
    ) async throws {
        let inbox = try FolderInbox(pipeline: definition, folder: data)
        let service = FolderService(pipeline: pipeline, inboxes: [inbox], scansAtOnce: scansAtOnce, log: pipeline.log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await service.run() }
            defer { group.cancelAll() }
            try await body(service)
        }
    }
}
