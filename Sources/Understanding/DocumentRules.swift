import Records

/// The fields of an administrative or Party document (NĐ 30/2020/NĐ-CP, appendices I and VI).
enum DocumentRules {
    static func fields(of paper: Paper, title: Title?, first: PageReading?) -> Fields {
        var fields = Fields()
        guard let layout = paper.first else { return fields }
        let header = HeaderZone(layout, above: title?.line)
        let grammar = paper.lexicon.symbols
        let number = NumberAndSymbol.find(in: header.left, grammar) ?? NumberAndSymbol.find(in: header.right, grammar)
        fields.number = number?.number
        fields.symbol = number?.symbol
        setDate(of: header, today: paper.context.today, isPrinted: number?.isPrinted ?? false, in: &fields)
        let agency = IssuingAgency.find(in: header.left, above: number?.line, paper.lexicon.agencies)
        fields.agency = agency.agency
        fields.parentAgency = agency.parent
        let about = Subject.behindAbout(in: header.left)
        setType(title: title, number: number, about: about, paper.lexicon, in: &fields)
        fields.subject = title.flatMap { Subject.under($0, on: layout) } ?? about
        fields.urgency = first.flatMap { Urgency.find(on: $0, in: header.left) }
        if let local = LocalName(place: fields.place, agency: fields.agency, pages: paper.opening, paper.lexicon.agencies) {
            fields.place = local.repaired(place: fields.place)
            fields.agency = local.repaired(agency: fields.agency)
        }
        setSignature(of: paper, in: &fields)
        return fields
    }

    private static func setDate(of header: HeaderZone, today: CalendarDate, isPrinted: Bool, in fields: inout Fields) {
        let issue = IssueDate.find(in: header.right + header.left, today: today, isPrinted: isPrinted)
        fields.issuedOn = issue?.date
        fields.place = issue?.place
    }

    /// The title says the type, the symbol confirms it; without a title the symbol alone. A number without a type is a công văn's.
    private static func setType(title: Title?, number: NumberAndSymbol?, about: Field?, _ lexicon: Lexicon, in fields: inout Fields) {
        if case .document(let type)? = title?.kind, let title {
            let confirmed = number?.type == type
            let certainty = (confirmed ? 1.05 : number?.type == nil ? 0.97 : 0.75) * title.likeness
            fields.symbol = fields.symbol.map { lexicon.symbols.repaired($0, for: type) }
            let code = Field(type.code, lines: [title.line], certainty: certainty)
            // What title and symbol say alike was read right; so was a title that is a type's name letter by letter.
            set(type, code.confirmed(atLeast: confirmed ? 0.97 : title.likeness == 1 && number?.type == nil ? 0.9 : 0), in: &fields)
            if confirmed, number?.isKnown ?? false { fields.symbol = fields.symbol?.confirmed(atLeast: 0.95) }
        } else if let type = number?.type, let symbol = number?.symbol {
            set(type, symbol.with(type.code, certainty: 0.85), in: &fields)
        } else if let symbol = number?.symbol {
            set(lexicon.types.letter, symbol.with(DocumentType.letterCode, certainty: about == nil ? 0.7 : 1), in: &fields)
        } else if let about {
            set(lexicon.types.letter, about.with(DocumentType.letterCode, certainty: 0.9), in: &fields)
        }
    }

    private static func set(_ type: DocumentType, _ code: Field, in fields: inout Fields) {
        var code = code
        code.confidence = min(0.99, code.confidence)
        fields.typeCode = code
        fields.typeName = code.with(type.name, certainty: 1)
    }

    private static func setSignature(of paper: Paper, in fields: inout Fields) {
        let signers = paper.signaturePages.lazy.compactMap { Signer.find(on: $0, paper.lexicon) }
        let signer = signers.first { $0.name != nil } ?? signers.first
        fields.signerName = signer?.name
        fields.signerTitle = signer?.title
        fields.recipients = paper.signaturePages.lazy.map(Recipients.find).first { !$0.isEmpty } ?? []
    }
}
