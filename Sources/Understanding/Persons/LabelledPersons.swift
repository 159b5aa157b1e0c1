import Records

/// The persons that a form names: a label for a name begins one, what follows up to the next name is about the same person.
struct LabelledPersons {
    private(set) var persons: [Person] = []
    private let today: CalendarDate
    private let lexicon: Lexicon
    /// A label whose value stands on the next row.
    private var waiting: PersonLabel.Kind?
    /// A birth date in words under way: it often runs over two rows.
    private var spelled: [String] = []

    static func find(on layout: PageLayout, today: CalendarDate, _ lexicon: Lexicon) -> [Person] {
        var columns = FormColumns(layout, lexicon)
        if let table = columns.table(today: today) { return table }
        var found = LabelledPersons(today: today, lexicon)
        for stream in columns.streams() {
            for row in stream { found.take(row) }
            found.waiting = nil
            found.spelled = []
        }
        return merged(found.persons)
    }

    private init(today: CalendarDate, _ lexicon: Lexicon) {
        self.today = today
        self.lexicon = lexicon
    }

    private mutating func take(_ row: PrintedLine) {
        let labelled = LabelledRow(row, lexicon.labels)
        if let kind = waiting, let lead = labelled.lead {
            waiting = nil
            if labelled.entries.isEmpty { set(kind, lead) }
        }
        if !spelled.isEmpty, let lead = labelled.lead { spell(lead) }
        spelled = []
        for entry in labelled.entries {
            waiting = nil
            if entry.kind == .bornInWords {
                if let value = entry.value { spell(value) }
                continue
            }
            if let value = entry.value, set(entry.kind, value) { continue }
            if entry.kind == .name || entry.kind == .id { waiting = entry.kind }
        }
    }

    /// The same date in words settles the one in figures: it confirms it, stands for it where it is missing, and casts doubt on another.
    private mutating func spell(_ value: PrintedLine) {
        spelled += value.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
        guard let date = DateInWords.date(in: spelled), date <= today, !persons.isEmpty else { return }
        let words = Field(date.description, lines: [value], certainty: 0.95)
        let index = persons.count - 1
        guard let figures = persons[index].bornOn, figures.raw == nil else { return persons[index].bornOn = words }
        persons[index].bornOn = figures.value == words.value ? figures.confirmed(atLeast: 0.97) : figures.contradicted(by: words)
    }

    @discardableResult private mutating func set(_ kind: PersonLabel.Kind, _ value: PrintedLine) -> Bool {
        if kind == .name {
            guard let name = PersonValues.name(in: value, lexicon.surnames) else { return false }
            persons.append(Person(name: name))
            if let inline = PersonValues.identity(in: value) { add(.id, inline) }
            return true
        }
        guard let field = Self.value(kind, in: value, today: today, lexicon.surnames) else { return false }
        add(kind, field)
        return true
    }

    static func value(_ kind: PersonLabel.Kind, in line: PrintedLine, today: CalendarDate, _ surnames: Surnames) -> Field? {
        switch kind {
        case .name: PersonValues.name(in: line, surnames)
        case .id: PersonValues.identity(in: line)
        case .born: PersonValues.date(in: line, today: today)
        case .sex: PersonValues.sex(in: line)
        case .address: PersonValues.address(in: line)
        case .bornInWords, .other: nil
        }
    }

    private mutating func add(_ kind: PersonLabel.Kind, _ field: Field) {
        if persons.isEmpty { persons.append(Person()) }
        persons[persons.count - 1].fill(kind, field)
    }

    /// One person stands on many forms twice (mother and applicant): the same name is the same person, unless both have numbers that differ.
    static func merged(_ persons: [Person]) -> [Person] {
        var result: [Person] = []
        for person in persons {
            if let index = result.firstIndex(where: { $0.isSame(as: person) }) {
                result[index].complete(with: person)
            } else {
                result.append(person)
            }
        }
        return result.filter { $0.name != nil || $0.idNumber != nil }
    }
}

extension Person {
    /// Keeps what is there already.
    mutating func fill(_ kind: PersonLabel.Kind, _ field: Field) {
        switch kind {
        case .name: name = name ?? field
        case .id: idNumber = idNumber ?? field
        case .born: bornOn = bornOn ?? field
        case .sex: sex = sex ?? field
        case .address: address = address ?? field
        case .bornInWords, .other: break
        }
    }

    mutating func complete(with other: Person) {
        name = name ?? other.name
        idNumber = idNumber ?? other.idNumber
        bornOn = bornOn ?? other.bornOn
        sex = sex ?? other.sex
        address = address ?? other.address
    }

    func isSame(as other: Person) -> Bool {
        if let a = idNumber?.value, let b = other.idNumber?.value { return a == b }
        guard let a = name?.value, let b = other.name?.value else { return false }
        return VietnameseText.exact(a) == VietnameseText.exact(b)
    }
}
