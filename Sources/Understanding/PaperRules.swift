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
        let number = NumberAndSymbol.find(in: header.left, paper.lexicon.symbols)
        fields.number = number?.number ?? RegisterNumber.find(on: layout)
        fields.symbol = number?.symbol
        let agency = IssuingAgency.find(in: header.left, above: number?.line, paper.lexicon.agencies)
        fields.agency = agency.agency ?? PaperOffice.agency(on: layout, paper.lexicon.papers)
        if form.role == .receipt { fields.subject = PaperOffice.request(on: layout, paper.lexicon.papers) }
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
        let printed = paper.opening.filter { !$0.isBlank }.flatMap { LabelledPersons.find(on: $0, today: paper.context.today, paper.lexicon) }
        let codes = paper.barcodes.compactMap(IdentityCardCode.init)
        guard let card = codes.first else {
            fields.persons = LabelledPersons.merged(printed.map { settled($0, of: paper) })
            return
        }
        fields.persons = LabelledPersons.merged(codes.map(\.person))
        fields.issuedOn = card.issuedOn ?? fields.issuedOn
    }

    private static func settled(_ person: Person, of paper: Paper) -> Person {
        var person = person
        person.name = person.name.map { paper.lexicon.surnames.compared(paper.names.settled($0)) }
        // Digits that say the same as what is printed beside them were read right.
        if IdentityNumber.agrees(with: person) == true { person.idNumber = person.idNumber?.confirmed(atLeast: 0.97) }
        return person
    }

    private static func addSigner(of paper: Paper, to fields: inout Fields) {
        for layout in paper.signaturePages {
            if let signer = Signer.find(on: layout, paper.lexicon), signer.name != nil {
                fields.signerName = signer.name
                fields.signerTitle = signer.title
                return
            }
        }
        let asked = paper.signaturePages.lazy.compactMap { Applicant.signature(on: $0, paper.lexicon.surnames) }.first
        fields.signerName = asked.map(paper.names.settled)
    }
}

/// The name under a form's last words, at the bottom right: who asks signs there.
enum Applicant {
    static func signature(on layout: PageLayout, _ surnames: Surnames) -> Field? {
        let low = layout.lines.filter { $0.middle > 0.42 && $0.centre > 0.5 && $0.box.x > 0.4 }
        return low.reversed().lazy.compactMap { PersonNames.signature($0, surnames) }.first
    }
}
