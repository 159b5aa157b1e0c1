import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import SQLiteCatalogue

private let measuredRecords = ProcessInfo.processInfo.environment["SOHOA_MEASURE"].flatMap(Int.init) ?? 0

/// Not asserted, since machines differ: `SOHOA_MEASURE=10000 swift test --filter MeasuredTests` prints what one machine needs.
@Suite("Measured", .enabled(if: measuredRecords > 0))
struct MeasuredTests {
    @Test func largeCatalogue() async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        var numbers = SeededRandom(seed: 7)
        let words = (0..<4000).map { "từ\($0)" } + ["chuyển", "đổi", "quyết", "định", "hội", "đồng"]
        let filling = (0..<500).map { _ in (0..<450).compactMap { _ in words.randomElement(using: &numbers) }.joined(separator: " ") }
        try await measure("\(measuredRecords) records of 3 pages") {
            for number in 0..<measuredRecords {
                let pages = (0..<3).map { _ in "Ủy ban nhân dân xã. Kế hoạch. " + (filling.randomElement(using: &numbers) ?? "") }
                try await catalogue.add(
                    "r\(number)", pages, dossier: "HS-\(number / 10)",
                    fields: Samples.fields(
                        type: "KH", number: "\(number)", symbol: "KH-UBND", subject: number == 5 ? "phòng chống lụt bão" : "kế hoạch năm"))
            }
        }
        for text in [
            "lụt bão", "ủy ban nhân dân", "uy ban", "kế hoạch", "chuyển đổi", "\"quyết định\"", "từ17 từ18 từ19", "5/KH-UBND", "quyết -định",
        ] {
            try await measure("search \(text)") { _ = try await catalogue.search(SearchQuery(text: text)) }
        }
        try await measure("search ủy ban in one dossier") { _ = try await catalogue.found { ($0.text, $0.dossier) = ("ủy ban", "HS-3") } }
        try await measure("1000 hits") { _ = try await catalogue.search(SearchQuery(text: "kế hoạch", limit: 1000)) }
        try await measure("counts") { _ = try await catalogue.counts() }
        let items = (0..<50_000).map { InventoryItem(fileCode: "HS-\($0)", fonds: "P", title: "Hồ sơ") }
        try await measure("import of 50,000 items") { _ = try await catalogue.importInventory(items, by: "lan", at: Samples.noon) }
        try await measure("the same again") { _ = try await catalogue.importInventory(items, by: "lan", at: Samples.noon) }
        try await measure("progress of 50,000 items") { _ = try await catalogue.inventoryProgress(fonds: nil) }
        try await measure("rebuild") { try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in } }
        try await measure("faults") { _ = try await catalogue.faults() }
        try await measure("FTS5's own check") {
            try await catalogue.write { try $0.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") }
        }
        let bytes = try FileManager.default.attributesOfItem(atPath: place.path)[.size] as? Int
        print("measured: \(bytes ?? 0) bytes")
    }

    private func measure(_ what: String, _ work: () async throws -> Void) async rethrows {
        let time = try await ContinuousClock().measure(work)
        print("measured: \(what): \(time)")
    }
}
