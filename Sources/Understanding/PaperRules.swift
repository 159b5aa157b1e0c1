import Records

/// The fields of a paper of an administrative procedure: who, when, by whom signed.
enum PaperRules {
    static func fields(of paper: Paper, title: Title?, form: PaperForm) -> Fields {
        var fields = Fields()
        guard let layout = paper.first, let title else { return fields }
        let code = Field(form.code, lines: [title.line], certainty: title.likeness)
        fields.typeCode = code
        fields.typeName = code.with(form.name, certainty: 1)
        let header = HeaderZone(layout, above: title.line)
        let number = NumberAndSymbol.find(in: header.left)
        fields.number = number?.number ?? RegisterNumber.find(on: layout)
        fields.symbol = number?.symbol
        let agency = IssuingAgency.find(in: header.left, above: number?.line)
        fields.agency = agency.agency
        fields.parentAgency = agency.parent
        let issue = PaperDate.find(in: paper, header: header)
        fields.issuedOn = issue?.date
        fields.place = issue?.place
        addPersons(of: paper, to: &fields)
        addSigner(of: paper, to: &fields)
        return fields
    }

    /// A card's own code beats what is printed on it.
    static func addPersons(of paper: Paper, to fields: inout Fields) {
        let printed = paper.opening.filter { !$0.isBlank }.flatMap { LabelledPersons.find(on: $0, today: paper.context.today) }
        let codes = paper.barcodes.compactMap(IdentityCardCode.init)
        guard let card = codes.first else {
            fields.persons = LabelledPersons.merged(printed)
            return
        }
        fields.persons = LabelledPersons.merged(codes.map(\.person))
        fields.issuedOn = card.issuedOn ?? fields.issuedOn
    }

    /// Who asks is named on the form too: the name filled in there, larger and free of ink, settles its marks.
    private static func named(_ signature: Field, among persons: [Person]) -> Field {
        let plain = Lettering.plain(signature.value)
        let alike = persons.compactMap(\.name).first { Fuzzy.distance(Lettering.plain($0.value), plain, limit: 1) <= 1 }
        guard let alike else { return signature }
        var field = signature
        field.value = alike.value
        field.confidence = max(field.confidence, alike.confidence)
        return field
    }

    private static func addSigner(of paper: Paper, to fields: inout Fields) {
        for layout in paper.signaturePages {
            if let signer = Signer.find(on: layout), signer.name != nil {
                fields.signerName = signer.name
                fields.signerTitle = signer.title
                return
            }
        }
        fields.signerName = paper.signaturePages.lazy.compactMap(Applicant.signature).first.map { named($0, among: fields.persons) }
    }
}

/// The name under a form's last words, at the bottom right: who asks signs there.
enum Applicant {
    static func signature(on layout: PageLayout) -> Field? {
        let low = layout.lines.filter { $0.middle > 0.42 && $0.centre > 0.5 && $0.box.x > 0.4 }
        return low.reversed().lazy.compactMap(PersonNames.signature).first
    }
}
