import Records

/// Surnames: evidence that a name was read right.
struct Surnames: Sendable {
    private let known: [String]
    private let exact: Set<String>
    private let plain: Set<String>

    init(_ names: [String]) {
        known = names
        exact = Set(names.map(VietnameseText.exact))
        plain = Set(names.map(Lettering.plain))
    }

    /// How sure a name is for its first word: one that differs from a surname in its marks alone, or stands before a middle name, was
    /// read in part.
    func certainty(of name: String) -> Double {
        guard let first = name.split(separator: " ").first.map(String.init) else { return 0 }
        if holds(first) { return 0.95 }
        return first == "Thị" || plain.contains(Lettering.plain(first)) ? 0.55 : 0.8
    }

    /// The name with the surnames that its first word may be misread from: for a person to compare, never to replace it.
    func compared(_ name: Field) -> Field {
        guard !begin(name.value), let first = name.value.split(separator: " ").first else { return name }
        let plain = Lettering.plain(String(first))
        let limit = plain.count >= 5 ? 1 : 0
        var name = name
        name.alternatives = known.filter { Fuzzy.distance(Lettering.plain($0), plain, limit: limit) <= limit }.map {
            $0 + name.value.dropFirst(first.count)
        }
        return name
    }

    /// Whether a word is one of them.
    func holds(_ word: String) -> Bool { exact.contains(VietnameseText.exact(word)) }

    /// Whether the name begins with one of them. A name is never rewritten: one that does not is only less sure.
    func begin(_ name: String) -> Bool {
        name.split(separator: " ").first.map { exact.contains(VietnameseText.exact(String($0))) } ?? false
    }
}
