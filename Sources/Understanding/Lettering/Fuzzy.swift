/// Likeness of short texts: how many letters a reading is away from what should stand there.
enum Fuzzy {
    /// Levenshtein distance of two plain texts, counted no further than `limit` + 1.
    static func distance(_ a: some StringProtocol, _ b: some StringProtocol, limit: Int) -> Int {
        guard abs(a.utf8.count - b.utf8.count) <= limit else { return limit + 1 }
        if limit == 0 { return a.utf8.elementsEqual(b.utf8) ? 0 : 1 }
        let a = Array(a.utf8)
        let b = Array(b.utf8)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return min(row[b.count], limit + 1)
    }

    /// Letters forgiven in a text of this length: one in five.
    static func tolerance(_ text: String) -> Int { text.utf8.count / 5 }

    /// Whether both plain texts are the same word or phrase, misread letters forgiven.
    static func same(_ a: some StringProtocol, _ expected: String) -> Bool {
        let limit = tolerance(expected)
        return distance(a, expected, limit: limit) <= limit
    }

    /// Index of the word at which `phrase` begins among these plain words; nil where it does not stand.
    static func index(of phrase: String, in words: [String], from start: Int = 0) -> Int? {
        let length = phrase.utf8.count { $0 == UInt8(ascii: " ") } + 1
        guard words.count >= length, start <= words.count - length else { return nil }
        return (start...(words.count - length)).first { same(words[$0..<($0 + length)].joined(separator: " "), phrase) }
    }
}
