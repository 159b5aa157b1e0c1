package import Records

/// The archive by item, document and page: the same progress in the three units that plans use.
package struct InventoryTotals: Sendable, Equatable {
    package private(set) var items = Extent()
    package private(set) var documents = Extent()
    package private(set) var pages = Extent()

    package init() {}

    package init(_ inventory: [ItemFigures]) {
        for item in inventory { add(ItemGroup(item)) }
    }

    /// Secret and destroyed items are shown apart, and in no other number.
    mutating func add(_ group: ItemGroup) {
        switch IndicatorRule.standing(of: group.figures) {
        case .excluded:
            items = items + Extent(excluded: group.items)
            documents = documents + group.documents.asExcluded
            pages = pages + group.pages.asExcluded
            return
        case .counted: items = items + Extent(done: group.items, of: group.items)
        case .pending(.needsReview), .pending(.noArchivalCopy): items = items + Extent(waiting: group.items, of: group.items)
        case .pending(.fixityFailed) where group.isThere: items = items + Extent(waiting: group.items, of: group.items)
        case .pending: items = items + Extent(of: group.items)
        }
        documents = documents + group.documents
        pages = pages + group.pages
    }

    package init(_ inventory: [InventoryProgress]) { self.init(inventory.map(\.figures)) }
}

extension ItemGroup {
    /// Whether every listed page is scanned.
    fileprivate var isThere: Bool { figures.totalPages.map { figures.scannedPages >= $0 } ?? false }
}
