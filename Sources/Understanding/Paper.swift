import Records

/// One paper as the rules see it: its first pages and its last, laid out, and what is known besides.
struct Paper {
    let opening: [PageLayout]
    let closing: PageLayout?
    let context: RecordContext
    let lexicon: Lexicon
    /// Those of the record's pages, not of a cover sheet.
    var barcodes: [Barcode] = []
    /// The first page with ink.
    let first: PageLayout?
    let title: Title?
    /// Every name that stands on it.
    let names: NameMentions

    init(opening: [PageLayout], closing: PageLayout?, context: RecordContext, lexicon: Lexicon) {
        self.opening = opening
        self.closing = closing
        self.context = context
        self.lexicon = lexicon
        first = opening.first { !$0.isBlank }
        title = first.flatMap { TitleFinder.title(on: $0, lexicon) }
        names = NameMentions(on: opening + (closing.map { [$0] } ?? []), today: context.today, lexicon)
    }

    /// Pages on which a signature may stand, likeliest first: the last one, then those before it.
    var signaturePages: [PageLayout] { ((closing.map { [$0] } ?? []) + opening.reversed()).filter { !$0.isBlank } }
}
