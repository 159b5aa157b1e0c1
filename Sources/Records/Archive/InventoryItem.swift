/// One file (hồ sơ) of the approved inventory (mục lục): what there is to digitise.
package struct InventoryItem: Sendable, Equatable, Codable {
    package var fileCode: String
    package var fonds: String
    package var title: String
    package var startDate: CalendarDate?
    package var endDate: CalendarDate?
    package var retention: String?
    /// Nil when the inventory does not say; such an item can never be shown to be complete.
    package var totalPages: Int?
    package var totalDocuments: Int?
    package var box: String?
    package var unit: String?
    package var state: State

    package enum State: String, Sendable, Codable, CaseIterable {
        case inScope = "in_scope"
        case secret, destroyed
    }

    package init(
        fileCode: String, fonds: String, title: String, startDate: CalendarDate? = nil, endDate: CalendarDate? = nil, retention: String? = nil,
        totalPages: Int? = nil, totalDocuments: Int? = nil, box: String? = nil, unit: String? = nil, state: State = .inScope
    ) {
        self.fileCode = fileCode
        self.fonds = fonds
        self.title = title
        self.startDate = startDate
        self.endDate = endDate
        self.retention = retention
        self.totalPages = totalPages
        self.totalDocuments = totalDocuments
        self.box = box
        self.unit = unit
        self.state = state
    }
}

/// How far the digitising of one inventory item has come.
package struct InventoryProgress: Sendable, Equatable {
    package var item: InventoryItem
    package var figures: ItemFigures

    package init(item: InventoryItem, figures: ItemFigures) {
        self.item = item
        self.figures = figures
    }

    package init(
        item: InventoryItem, scannedPages: Int, records: Int, needsReview: Int, withoutArchivalCopy: Int, doneDocuments: Int = 0, donePages: Int = 0
    ) {
        self.init(
            item: item,
            figures: ItemFigures(
                fonds: item.fonds, unit: item.unit, state: item.state, totalPages: item.totalPages, totalDocuments: item.totalDocuments,
                scannedPages: scannedPages, records: records, needsReview: needsReview, withoutArchivalCopy: withoutArchivalCopy,
                doneDocuments: doneDocuments, donePages: donePages))
    }

    package var isDone: Bool { figures.isDone }
}
