import Records

/// The names on a paper. Who asks for something is named in the form and under the signature, a father who declares a birth twice in
/// the form: two readings of one name, of which the better one settles the letters of the other. No reading is made up.
struct NameMentions: Sendable {
    private let all: [(name: Field, isFilledIn: Bool)]

    init(on pages: [PageLayout], today: CalendarDate) {
        let inked = pages.filter { !$0.isBlank }
        let labelled = inked.flatMap { LabelledPersons.find(on: $0, today: today) }.compactMap(\.name)
        let signed = inked.flatMap(\.lines).compactMap(PersonNames.signature)
        all = labelled.map { ($0, true) } + signed.map { ($0, false) }
    }

    /// The name as its best mention has it.
    func settled(_ name: Field) -> Field {
        let letters = Self.letters(name.value)
        let alike = all.filter { Fuzzy.distance(Self.letters($0.name.value), letters, limit: 1) <= 1 }
        guard let best = alike.max(by: { Self.rank($0) < Self.rank($1) }) else { return name }
        return name.corrected(to: best.name.value, confidence: max(name.confidence, best.name.confidence))
    }

    private static func letters(_ name: String) -> String { Lettering.plain(name).filter { $0 != " " } }

    /// A name that begins with a surname was read better than one that does not; one that is filled in better than one under ink.
    private static func rank(_ mention: (name: Field, isFilledIn: Bool)) -> Double {
        mention.name.confidence + (Surnames.begin(mention.name.value) ? 1 : 0) + (mention.isFilledIn ? 0.5 : 0)
    }
}
