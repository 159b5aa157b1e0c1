import Records

/// Codes of cases in which cover sheet, barcode, print, folder and file name disagree, and a receipt that bears another day than its
/// case's code (the code's middle part is the day of reception).
enum CaseCodeCheck {
    static func reasons(_ paper: Paper, _ fields: Fields, form: String) -> [String] {
        var reasons = codes(paper, fields).count > 1 ? ["conflict:dossier_code"] : []
        if paper.lexicon.forms.isReceipt(form), let code = fields.dossierCode, let day = CaseCode.day(of: code.value), let issued = fields.issuedOn,
            issued.value != day.description
        {
            reasons.append("conflict:issued_on")
        }
        return reasons
    }

    private static func codes(_ paper: Paper, _ fields: Fields) -> Set<String> {
        let context = paper.context
        var texts = [context.pages.coverCode, Dossier.fileCode(context.fileName)].compactMap(\.self) + context.folders.suffix(1)
        texts += paper.barcodes.map(\.text) + [fields.dossierCode?.value].compactMap(\.self)
        let printed = FiledUnder.caseCode(barcodes: [], pages: paper.opening)?.value
        return Set(texts.compactMap(CaseCode.find) + [printed].compactMap(\.self))
    }
}
