package import Records

/// The archive by item, document and page: the same progress in the three units that plans use.
package struct InventoryTotals: Sendable, Equatable {
    /// Of how many, how many are done.
    package struct Count: Sendable, Equatable {
        package var done: Int
        package var of: Int
        /// In-scope items for which the inventory does not say how many there are; they are in neither number.
        package var unknown: Int
    }

    package private(set) var items = Count(done: 0, of: 0, unknown: 0)
    package private(set) var documents = Count(done: 0, of: 0, unknown: 0)
    package private(set) var pages = Count(done: 0, of: 0, unknown: 0)

    /// Secret and destroyed items are left out.
    package init(_ inventory: [InventoryProgress]) {
        for progress in inventory where progress.item.state == .inScope {
            items.of += 1
            items.done += progress.isDone ? 1 : 0
            documents.add(progress.records, of: progress.item.totalDocuments)
            pages.add(progress.scannedPages, of: progress.item.totalPages)
        }
    }
}

extension InventoryTotals.Count {
    /// What was scanned beyond the listed number does not make up for another item.
    fileprivate mutating func add(_ done: Int, of total: Int?) {
        guard let total else {
            unknown += 1
            return
        }
        self.of += total
        self.done += min(done, total)
    }
}
