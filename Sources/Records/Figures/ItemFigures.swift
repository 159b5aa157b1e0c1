/// What one item of the inventory contributes to the indicators: no title, so that it may stand in the trail.
package struct ItemFigures: Sendable, Hashable, Codable {
    package var fonds: String
    package var unit: String?
    package var state: InventoryItem.State
    /// Nil when the inventory does not say; such an item can never be shown to be complete.
    package var totalPages: Int?
    package var totalDocuments: Int?
    /// Content pages of records filed under the item; a page that two records share is one.
    package var scannedPages: Int
    package var records: Int
    package var needsReview: Int
    package var withoutArchivalCopy: Int
    /// Records whose original or archival copy is no longer what was taken.
    package var damaged: Int
    /// The latest table of its fonds no longer lists it.
    package var isUnlisted: Bool

    package init(
        fonds: String, unit: String? = nil, state: InventoryItem.State = .inScope, totalPages: Int? = nil, totalDocuments: Int? = nil,
        scannedPages: Int = 0, records: Int = 0, needsReview: Int = 0, withoutArchivalCopy: Int = 0, damaged: Int = 0, isUnlisted: Bool = false
    ) {
        self.fonds = fonds
        self.unit = unit
        self.state = state
        self.totalPages = totalPages
        self.totalDocuments = totalDocuments
        self.scannedPages = scannedPages
        self.records = records
        self.needsReview = needsReview
        self.withoutArchivalCopy = withoutArchivalCopy
        self.damaged = damaged
        self.isUnlisted = isUnlisted
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case fonds, unit, state
        case totalPages = "total_pages"
        case totalDocuments = "total_documents"
        case scannedPages = "scanned_pages"
        case records
        case needsReview = "needs_review"
        case withoutArchivalCopy = "without_archival_copy"
        case damaged
        case isUnlisted = "unlisted"
    }

    /// Our definition (there is no legal formula): in scope, all listed pages scanned, and every record complete.
    package var isDone: Bool {
        guard state == .inScope, let totalPages, records > 0 else { return false }
        return scannedPages >= totalPages && needsReview == 0 && withoutArchivalCopy == 0 && damaged == 0
    }

    package var documents: Extent { Extent(records, of: totalDocuments) }
    package var pages: Extent { Extent(scannedPages, of: totalPages) }
}

/// Items that contribute the same, counted together, with the sums of their documents and pages. What the group's figures say of
/// counts is 0 or 1: enough to tell how each of its items stands.
package struct ItemGroup: Sendable, Equatable {
    package var figures: ItemFigures
    package var items: Int
    package var documents: Extent
    package var pages: Extent

    package init(figures: ItemFigures, items: Int, documents: Extent, pages: Extent) {
        self.figures = figures
        self.items = items
        self.documents = documents
        self.pages = pages
    }

    /// One item by itself.
    package init(_ figures: ItemFigures) {
        self.init(figures: figures, items: 1, documents: figures.documents, pages: figures.pages)
    }
}

/// How many of how many are done, and how many items do not say how many there are.
package struct Extent: Sendable, Hashable, Codable {
    package var done: Int
    package var of: Int
    /// Items for which the inventory does not say; they are in neither number.
    package var unknown: Int

    package init(done: Int = 0, of: Int = 0, unknown: Int = 0) {
        self.done = done
        self.of = of
        self.unknown = unknown
    }

    /// Of one item. What was scanned beyond the listed number does not make up for another item.
    package init(_ done: Int, of total: Int?) {
        self.init(done: total.map { min(done, $0) } ?? 0, of: total ?? 0, unknown: total == nil ? 1 : 0)
    }

    package static func + (a: Extent, b: Extent) -> Extent {
        Extent(done: a.done + b.done, of: a.of + b.of, unknown: a.unknown + b.unknown)
    }
}
