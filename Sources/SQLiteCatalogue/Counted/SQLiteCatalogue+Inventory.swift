package import Records

import GRDB

extension SQLiteCatalogue {
    /// A code of another fonds refuses the whole: an import must not take another's items over.
    static func refuseForeign(_ items: [InventoryItem], in db: Database) throws {
        let known = try db.cachedStatement(sql: "SELECT fonds FROM inventory_item WHERE file_code = ?")
        for item in items {
            let fonds = try String.fetchOne(known, arguments: [item.fileCode])
            guard fonds == nil || fonds == item.fonds else { throw CatalogueFailure.refused(Sentences.otherFonds) }
        }
    }

    package func inventoryFonds(otherThan own: String?) async throws(CatalogueFailure) -> [String: String] {
        try await read { db in
            var fonds: [String: String] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT file_code, fonds FROM inventory_item WHERE fonds IS NOT ?", arguments: [own]) {
                fonds[try row.value("file_code")] = try row.value("fonds") as String
            }
            return fonds
        }
    }

    package func inventoryProgress(fonds: String?) async throws(CatalogueFailure) -> [InventoryProgress] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT item.*, \(FigureSQL.itemColumns.map { "state.\($0) AS now_\($0)" }.joined(separator: ", "))
                    FROM inventory_item AS item JOIN item_state AS state ON state.code = item.file_code
                    WHERE ?1 IS NULL OR item.fonds = ?1 ORDER BY item.fonds, item.file_code
                    """, arguments: [fonds]
            ).map { row in InventoryProgress(item: try Self.inventoryItem(row), figures: try ItemFigures(row: row, prefix: "now_")) }
        }
    }

    static var inventory: Importing<InventoryItem> {
        Importing(
            table: "inventory_item",
            columns: ["file_code", "fonds"] + InventoryItem.Column.allCases.map(\.rawValue).filter { $0 != "file_code" },
            silent: ["title"], code: \.fileCode, decode: inventoryItem,
            arguments: { item in
                [
                    item.fileCode, item.fonds, item.title, item.startDate?.description, item.endDate?.description, item.retention, item.totalPages,
                    item.totalDocuments, item.box, item.unit, item.state.rawValue,
                ]
            })
    }

    private static func inventoryItem(_ row: Row) throws -> InventoryItem {
        InventoryItem(
            fileCode: try row.value("file_code"), fonds: try row.value("fonds"), title: try row.value("title"), startDate: try row.day("start_date"),
            endDate: try row.day("end_date"), retention: try row.value("retention"), totalPages: try row.value("total_pages"),
            totalDocuments: try row.value("total_documents"), box: try row.value("box"), unit: try row.value("unit"),
            state: try row.choice("state"))
    }
}
