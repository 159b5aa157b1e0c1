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
    /// Records that would be done by themselves: accepted, with an archival copy, and intact.
    package var doneDocuments: Int
    /// Pages of which every record is such a one.
    package var donePages: Int
    /// The latest table of its fonds no longer lists it.
    package var isUnlisted: Bool

    package init(
        fonds: String, unit: String? = nil, state: InventoryItem.State = .inScope, totalPages: Int? = nil, totalDocuments: Int? = nil,
        scannedPages: Int = 0, records: Int = 0, needsReview: Int = 0, withoutArchivalCopy: Int = 0, damaged: Int = 0, doneDocuments: Int = 0,
        donePages: Int = 0, isUnlisted: Bool = false
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
        self.doneDocuments = doneDocuments
        self.donePages = donePages
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
        case doneDocuments = "done_documents"
        case donePages = "done_pages"
        case isUnlisted = "unlisted"
    }

    /// Our definition (there is no legal formula): in scope, all listed pages scanned, and every record complete.
    package var isDone: Bool {
        guard state == .inScope, let totalPages, records > 0 else { return false }
        return scannedPages >= totalPages && needsReview == 0 && withoutArchivalCopy == 0 && damaged == 0
    }

    package var documents: Extent { Extent(doneDocuments, there: records, of: totalDocuments) }
    package var pages: Extent { Extent(donePages, there: scannedPages, of: totalPages) }
}

extension ItemFigures {
    /// What the trail bears from before documents and pages were told apart counted as done what was there, and still does.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let records = try container.decode(Int.self, forKey: .records)
        let scannedPages = try container.decode(Int.self, forKey: .scannedPages)
        self.init(
            fonds: try container.decode(String.self, forKey: .fonds), unit: try container.decodeIfPresent(String.self, forKey: .unit),
            state: try container.decode(InventoryItem.State.self, forKey: .state),
            totalPages: try container.decodeIfPresent(Int.self, forKey: .totalPages),
            totalDocuments: try container.decodeIfPresent(Int.self, forKey: .totalDocuments), scannedPages: scannedPages, records: records,
            needsReview: try container.decode(Int.self, forKey: .needsReview),
            withoutArchivalCopy: try container.decode(Int.self, forKey: .withoutArchivalCopy),
            damaged: try container.decode(Int.self, forKey: .damaged),
            doneDocuments: try container.decodeIfPresent(Int.self, forKey: .doneDocuments) ?? records,
            donePages: try container.decodeIfPresent(Int.self, forKey: .donePages) ?? scannedPages,
            isUnlisted: try container.decode(Bool.self, forKey: .isUnlisted))
    }
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

/// How many of how many are done, and how many are there and are not: they wait for review, lack their archival copy, or are damaged.
package struct Extent: Sendable, Hashable, Codable {
    package var done: Int
    /// There, and not done; what neither is done nor waits is missing.
    package var waiting: Int
    package var of: Int
    /// Items for which the inventory does not say; they are in no other number.
    package var unknown: Int
    /// Of items that are secret or destroyed; they are in no other number.
    package var excluded: Int

    package init(done: Int = 0, waiting: Int = 0, of: Int = 0, unknown: Int = 0, excluded: Int = 0) {
        self.done = done
        self.waiting = waiting
        self.of = of
        self.unknown = unknown
        self.excluded = excluded
    }

    /// Of one item. What was scanned beyond the listed number does not make up for another item.
    package init(_ done: Int, there: Int, of total: Int?) {
        guard let total else {
            self.init(unknown: 1)
            return
        }
        self.init(done: min(done, total), waiting: max(0, min(there, total) - done), of: total)
    }

    package var missing: Int { of - done - waiting }

    /// The same for what counts in nothing.
    package var asExcluded: Extent { Extent(excluded: of) }

    package static func + (a: Extent, b: Extent) -> Extent {
        Extent(
            done: a.done + b.done, waiting: a.waiting + b.waiting, of: a.of + b.of, unknown: a.unknown + b.unknown,
            excluded: a.excluded + b.excluded)
    }

    /// Reports that were issued before these were told apart have neither.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            done: try container.decode(Int.self, forKey: .done), waiting: try container.decodeIfPresent(Int.self, forKey: .waiting) ?? 0,
            of: try container.decode(Int.self, forKey: .of), unknown: try container.decode(Int.self, forKey: .unknown),
            excluded: try container.decodeIfPresent(Int.self, forKey: .excluded) ?? 0)
    }
}
