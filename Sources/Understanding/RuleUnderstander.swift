package import Records

/// Understands pages by rules: where things stand on a paper by decree, and the words they are printed with.
///
/// Every rule is a pure function in a file of its own; this type says in which order they are asked.
package struct RuleUnderstander: Understander {
    private let units: UnitTable
    private let lexicon: Lexicon

    /// - Parameters:
    ///   - units: whose agencies are matched to units; an empty table matches none.
    ///   - vocabulary: types, forms and words that are known.
    package init(units: UnitTable, vocabulary: Vocabulary) {
        self.units = units
        lexicon = Lexicon(vocabulary)
    }

    package func secretMark(on page: PageReading) -> SecretMark? { SecretScreen.mark(on: page) }

    package func summary(of page: PageReading) -> PageSummary {
        let code = CoverSheet.code(in: page.barcodes)
        var summary = PageSummary(page: page.page, isBlank: page.isBlank, barcodes: page.barcodes, isCover: code != nil, coverCode: code)
        guard !page.isBlank, code == nil else { return summary }
        let layout = PageLayout(page)
        summary.opensPaper = OpeningPage.isOne(layout, lexicon)
        summary.label = PageLabel(on: layout)
        return summary
    }

    package func split(_ pages: [PageSummary], by separating: Separating) -> [RecordPages] { RecordSplit.records(of: pages, by: separating) }

    package func record(opening: [PageReading], closing: PageReading?, context: RecordContext) -> RecordDraft {
        let readings = opening + (closing.map { [$0] } ?? [])
        var paper = Paper(opening: opening.map(PageLayout.init), closing: closing.map(PageLayout.init), context: context, lexicon: lexicon)
        paper.barcodes = context.pages.barcodes + readings.flatMap(\.barcodes).filter { !context.pages.barcodes.contains($0) }
        var draft = draft(of: paper, first: opening.first { !$0.isBlank })
        draft.dossier = Dossier.of(context, caseCode: draft.fields.dossierCode)
        draft.reviewReasons = ReviewReasons.of(draft, paper: paper, pages: readings)
        if draft.form == "van_ban" { draft.reviewReasons += UnitCheck.reasons(draft.fields, table: units) }
        return draft
    }

    private func draft(of paper: Paper, first: PageReading?) -> RecordDraft {
        let title = paper.title
        var fields = Fields()
        let form: String
        switch title?.kind {
        case .paper(let paperForm):
            form = paperForm.form
            fields = PaperRules.fields(of: paper, title: title, form: paperForm)
            let persons = paperForm.isOfBirth ? FamilyName.settled(fields.persons, lexicon.surnames) : fields.persons
            fields.persons = LabelledPersons.merged(persons)
        case .document, nil:
            fields = DocumentRules.fields(of: paper, title: title, first: first)
            form = fields.typeCode == nil ? "unknown" : "van_ban"
            if form == "unknown" { PaperRules.addPersons(of: paper, to: &fields) }
        }
        fields.dossierCode = FiledUnder.caseCode(barcodes: paper.barcodes, pages: paper.opening)
        if lexicon.forms.isReceipt(form) { fields.issuedOn = ReceiptDay.settled(fields, of: paper) }
        fields.procedureCode = FiledUnder.procedureCode(barcodes: paper.barcodes, pages: paper.opening)
        AgencyUnit.set(in: &fields, table: units)
        let kind = paper.context.pipeline?.kind ?? self.kind(of: form, fields: fields)
        return RecordDraft(kind: kind, form: form, fields: fields, reviewReasons: [], dossier: nil)
    }

    private func kind(of form: String, fields: Fields) -> Record.Kind {
        if lexicon.forms.holds(form) { return .tthc }
        return form == "unknown" && (fields.dossierCode != nil || !fields.persons.isEmpty) ? .tthc : .archive
    }
}
