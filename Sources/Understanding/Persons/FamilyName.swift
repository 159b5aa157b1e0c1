import Records

/// Child and parents on papers of a birth bear one surname: a misread one is put right by another that stands on the same paper.
enum FamilyName {
    /// A surname of one's own may be as near to that of another, though seldom.
    private static let mostCertain = 0.8

    static func settled(_ persons: [Person], _ surnames: Surnames) -> [Person] {
        let known = persons.compactMap(\.name).filter { surnames.begin($0.value) }
        return persons.map { person in
            guard let name = person.name, !surnames.begin(name.value), let surname = surname(of: name.value) else { return person }
            let alike = Set(known.compactMap { Self.surname(of: $0.value) }.filter { isAlike($0, surname) })
            guard alike.count == 1, let right = alike.first else { return person }
            var person = person
            person.name = name.corrected(
                to: right + name.value.dropFirst(surname.count), confidence: min(Self.mostCertain, max(name.confidence, 0.7)))
            return person
        }
    }

    private static func surname(of name: String) -> String? { name.split(separator: " ").first.map(String.init) }

    private static func isAlike(_ a: String, _ b: String) -> Bool {
        let limit = a.count >= 4 ? 1 : 0
        return Fuzzy.distance(Lettering.plain(a), Lettering.plain(b), limit: limit) <= limit
    }
}
