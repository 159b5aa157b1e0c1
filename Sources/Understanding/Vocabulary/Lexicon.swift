import Records

/// The vocabulary as the rules ask it: folded, sorted, made once. One object, so that every paper may hold it.
final class Lexicon: Sendable {
    let types: DocumentTypes
    let forms: PaperForms
    let organs: OrganCodes
    let agencies: AgencyWords
    let signers: SignerTitles
    let surnames: Surnames
    let labels: PersonLabels
    let papers: PaperLabels

    init(_ vocabulary: Vocabulary) {
        types = DocumentTypes(vocabulary.documentTypes)
        forms = PaperForms(vocabulary.paperForms)
        organs = OrganCodes(vocabulary.words.organs)
        agencies = AgencyWords(vocabulary.words)
        signers = SignerTitles(vocabulary.words)
        surnames = Surnames(vocabulary.words.surnames)
        labels = PersonLabels(vocabulary.words.labels)
        papers = PaperLabels(vocabulary.words)
    }

    var symbols: SymbolGrammar { SymbolGrammar(types: types, organs: organs) }
}
