import Pipeline
import Records

@testable import Understanding

/// What the understander makes of pages, asked with as little as a test needs.
func understood(
    _ pages: [PrintedPage], file: String = "scan.pdf", folders: [String] = [], cover: String? = nil, pipeline: PipelineDefinition? = nil
) -> RecordDraft {
    let readings = pages.map(\.reading)
    let context = RecordContext(
        pages: RecordPages(pages: readings.map(\.page), coverCode: cover, barcodes: readings.flatMap(\.barcodes)), fileName: file, folders: folders,
        pipeline: pipeline, today: today)
    return RuleUnderstander().record(opening: Array(readings.prefix(2)), closing: readings.count > 2 ? readings.last : nil, context: context)
}

let today = ["2026-11-21"].compactMap { CalendarDate($0) }[0]

/// The tables that ship: what the rules know on any installation.
enum Shipped {
    static let vocabulary =
        (try? TableFiles.vocabulary(folder: "/nowhere")) ?? Vocabulary(documentTypes: [], paperForms: [], words: PaperWords())
}

extension RuleUnderstander {
    init() { self.init(units: UnitTable(), vocabulary: Shipped.vocabulary) }
}
