import Records

/// An identity card's code against its print: a digit or two misread are nothing, another number is another card.
enum CardCheck {
    private static let mostMisread = 3

    static func reasons(_ paper: Paper) -> [String] {
        let coded = paper.barcodes.compactMap { IdentityCardCode($0)?.person.idNumber?.value }
        guard !coded.isEmpty else { return [] }
        let persons = paper.opening.filter { !$0.isBlank }.flatMap { LabelledPersons.find(on: $0, today: paper.context.today, paper.lexicon) }
        let printed = persons.compactMap(\.idNumber?.value).filter { $0.count == 12 }
        let isOther = printed.contains { number in !coded.contains { Fuzzy.distance($0, number, limit: mostMisread) <= mostMisread } }
        return isOther ? ["conflict:persons"] : []
    }
}
