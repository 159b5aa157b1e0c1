package import Records

/// The archive by item, document and page: the same progress in the three units that plans use.
package struct InventoryTotals: Sendable, Equatable {
    package private(set) var items = Extent()
    package private(set) var documents = Extent()
    package private(set) var pages = Extent()

    /// Secret and destroyed items are left out.
    package init(_ inventory: [ItemFigures]) {
        for item in inventory where item.state == .inScope {
            items = items + Extent(done: item.isDone ? 1 : 0, of: 1)
            documents = documents + item.documents
            pages = pages + item.pages
        }
    }

    package init(_ inventory: [InventoryProgress]) { self.init(inventory.map(\.figures)) }
}
