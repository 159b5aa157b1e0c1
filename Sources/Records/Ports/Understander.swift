/// Makes records of pages. Pure: the same pages give the same records, so that it can be replaced and run again.
package protocol Understander: Sendable {
    /// The mark of secrecy on this page, if it bears one. Asked before anything of the page is stored.
    func secretMark(on page: PageReading) -> SecretMark?

    /// Which pages form which record: ranges in order, without overlap; pages of no record (cover sheets, blank separators)
    /// stand in none. Asked with one summary a page, so that a file of any length costs little memory.
    func split(_ pages: [PageSummary], by separating: Separating) -> [RecordPages]

    /// What one page contributes to splitting.
    func summary(of page: PageReading) -> PageSummary

    /// The record that these pages hold. `opening` are the first pages of it (at most `openingPages`), `closing` its last page
    /// where that is another one.
    func record(opening: [PageReading], closing: PageReading?, context: RecordContext) -> RecordDraft
}

extension Understander {
    /// Pages from which the header and the form of a record are read.
    package var openingPages: Int { 2 }
}

/// What splitting needs to know of one page.
package struct PageSummary: Sendable, Equatable, Codable {
    package var page: Int
    package var isBlank: Bool
    package var barcodes: [Barcode]
    /// A page that only separates: a cover sheet.
    package var isCover: Bool
    /// The dossier or case code that a cover sheet files the pages behind it under.
    package var coverCode: String?
    /// Whether it bears a header of its own, as the first page of a paper does.
    package var opensPaper = false
    /// What it says of itself: `Trang 2/5`.
    package var label: PageLabel?

    package init(page: Int, isBlank: Bool, barcodes: [Barcode], isCover: Bool, coverCode: String?) {
        self.page = page
        self.isBlank = isBlank
        self.barcodes = barcodes
        self.isCover = isCover
        self.coverCode = coverCode
    }
}

/// A page's number in its paper as printed, and of how many.
package struct PageLabel: Sendable, Hashable, Codable {
    package var number: Int
    package var total: Int

    package init(number: Int, total: Int) {
        self.number = number
        self.total = total
    }
}

/// The pages of one record and what a cover sheet before them said.
package struct RecordPages: Sendable, Equatable {
    package var pages: [Int]
    package var coverCode: String?
    package var barcodes: [Barcode]
    /// What its pages say of themselves, where they do.
    package var labels: [PageLabel] = []

    package init(pages: [Int], coverCode: String? = nil, barcodes: [Barcode] = []) {
        self.pages = pages
        self.coverCode = coverCode
        self.barcodes = barcodes
    }
}

/// What is known of a record besides its pages.
package struct RecordContext: Sendable, Equatable {
    package var pages: RecordPages
    /// Name of the file, without its folder.
    package var fileName: String
    /// Folders between the inbox and the file, outermost first.
    package var folders: [String]
    /// The pipeline, or nil to choose the kind by what is read.
    package var pipeline: PipelineDefinition?
    /// Dates after it are implausible.
    package var today: CalendarDate

    package init(pages: RecordPages, fileName: String, folders: [String], pipeline: PipelineDefinition?, today: CalendarDate) {
        self.pages = pages
        self.fileName = fileName
        self.folders = folders
        self.pipeline = pipeline
        self.today = today
    }
}

/// A record as understood, before it has an identity.
package struct RecordDraft: Sendable, Equatable {
    package var kind: Record.Kind
    package var form: String
    package var fields: Fields
    package var reviewReasons: [String]
    package var dossier: String?

    package init(kind: Record.Kind, form: String, fields: Fields, reviewReasons: [String], dossier: String?) {
        self.kind = kind
        self.form = form
        self.fields = fields
        self.reviewReasons = reviewReasons
        self.dossier = dossier
    }
}
