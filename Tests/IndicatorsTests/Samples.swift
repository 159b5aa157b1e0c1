import Foundation
import Indicators
import Records
import Testing

/// The rows that the tests count, made short.
enum Samples {
    static func item(
        _ code: String, pages: Int? = 10, scanned: Int = 0, records: Int = 0, review: Int = 0, withoutCopy: Int = 0, unit: String? = nil,
        state: InventoryItem.State = .inScope, documents: Int? = nil
    ) -> InventoryProgress {
        InventoryProgress(
            item: InventoryItem(fileCode: code, fonds: "P1", title: "Hồ sơ", totalPages: pages, totalDocuments: documents, unit: unit, state: state),
            scannedPages: scanned, records: records, needsReview: review, withoutArchivalCopy: withoutCopy,
            doneDocuments: records - max(review, withoutCopy), donePages: review + withoutCopy == 0 ? scanned : 0)
    }

    static func done(_ code: String, unit: String? = nil) -> InventoryProgress { item(code, scanned: 10, records: 1, unit: unit) }

    static func caseFile(
        _ code: String = "H35-1", received: String? = "2026-10-05", required: Bool? = nil, components: Int = 0, results: Int = 0,
        electronic: Int = 0, reuses: Int = 0, unit: String? = nil
    ) -> CaseProgress {
        CaseProgress(
            file: Case(caseCode: code, unit: unit, receivedOn: received.flatMap { CalendarDate($0) }, resultRequired: required),
            componentRecords: components, resultRecords: results, electronicResults: electronic, reuses: reuses)
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// The day on which tables are read.
    static var today: CalendarDate { get throws { try day("2026-11-22") } }

    static let october = Period.month(year: 2026, month: 10)
}

extension IndicatorCalculator {
    /// The indicators of a period on 15 October 2026.
    func figures(
        _ period: Period = Samples.october, unit: String? = nil, inventory: [InventoryProgress] = [], cases: [CaseProgress] = []
    ) throws -> [Indicator] {
        indicators(
            period: period, unit: unit, inventory: inventory, cases: cases, today: try Samples.day("2026-10-15"),
            asOf: Date(timeIntervalSince1970: 1_792_000_000))
    }

    func figure(
        _ code: Indicator.Code, _ period: Period = Samples.october, unit: String = "all", inventory: [InventoryProgress] = [],
        cases: [CaseProgress] = []
    ) throws -> Indicator {
        try #require(figures(period, unit: unit, inventory: inventory, cases: cases).first { $0.code == code })
    }
}
