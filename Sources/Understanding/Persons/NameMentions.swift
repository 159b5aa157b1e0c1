import Records

/// The names on a paper. Who asks for something is named in the form and under the signature, a father who declares a birth twice in
/// the form: two readings of one name, of which the better one settles the letters of the other. No reading is made up.
struct NameMentions: Sendable {
    /// Rows reach to here, a fraction of the page's width.
    private static let rowEnd = 0.84

    private let surnames: Surnames
    private let all: [(name: Field, isFilledIn: Bool)]

    init(on pages: [PageLayout], today: CalendarDate, _ lexicon: Lexicon) {
        surnames = lexicon.surnames
        let inked = pages.filter { !$0.isBlank }
        let labelled = inked.flatMap { LabelledPersons.find(on: $0, today: today, lexicon) }.compactMap(\.name)
        let signed = inked.flatMap(\.lines).compactMap { PersonNames.signature($0, lexicon.surnames) }
        all = labelled.map { ($0, true) } + signed.map { ($0, false) }
    }

    /// The name as its best mention has it.
    func settled(_ name: Field) -> Field {
        let letters = Self.letters(name.value)
        let alike = all.filter { Fuzzy.distance(Self.letters($0.name.value), letters, limit: 1) <= 1 || Self.goesOn(name, as: $0.name) }
        let whole = alike.filter { Self.goesOn(name, as: $0.name) }
        guard let best = (whole.isEmpty ? alike : whole).max(by: { rank($0) < rank($1) }) else { return name }
        return name.corrected(to: best.name.value, confidence: max(name.confidence, best.name.confidence))
    }

    /// Whether a name at the end of its row goes on where the other mention has more words.
    private static func goesOn(_ name: Field, as other: Field) -> Bool {
        (name.box?.right ?? 0) > rowEnd && VietnameseText.exact(other.value).hasPrefix(VietnameseText.exact(name.value) + " ")
    }

    private static func letters(_ name: String) -> String { Lettering.plain(name).filter { $0 != " " } }

    /// A name that begins with a surname was read better than one that does not; one that is filled in better than one under ink.
    private func rank(_ mention: (name: Field, isFilledIn: Bool)) -> Double {
        mention.name.confidence + (surnames.begin(mention.name.value) ? 1 : 0) + (mention.isFilledIn ? 0.5 : 0)
    }
}
