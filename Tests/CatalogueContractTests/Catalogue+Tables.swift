import Foundation
import Records

extension Catalogue {
    /// Takes cases as an import does: one batch of a table that is the whole of nothing.
    func importCases(_ cases: [Case], by who: String, at: Date) async throws(CatalogueFailure) -> ImportCount {
        let run = try await beginImport(.cases, by: who, at: at)
        let count = try await importCases(Self.rows(cases), in: run, by: who, at: at).count
        _ = try await endImport(run, counted: count, marks: false, by: who, at: at)
        return count
    }

    /// Takes items likewise, each fonds by an import of its own.
    func importInventory(_ items: [InventoryItem], by who: String, at: Date) async throws(CatalogueFailure) -> ImportCount {
        var all = ImportCount(added: 0, changed: 0, unchanged: 0)
        for fonds in Set(items.map(\.fonds)).sorted() {
            let run = try await beginImport(.inventory(fonds: fonds), by: who, at: at)
            let count = try await importInventory(Self.rows(items.filter { $0.fonds == fonds }), in: run, by: who, at: at).count
            _ = try await endImport(run, counted: count, marks: false, by: who, at: at)
            (all.added, all.changed, all.unchanged) = (all.added + count.added, all.changed + count.changed, all.unchanged + count.unchanged)
        }
        return all
    }

    private static func rows<Value>(_ values: [Value]) -> [ImportRow<Value>] {
        values.enumerated().map { ImportRow(line: $0.offset + 2, value: $0.element) }
    }
}
