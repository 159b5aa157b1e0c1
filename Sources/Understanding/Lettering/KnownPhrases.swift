import Records

/// Puts right what is known: a phrase that stands on nearly every paper is taken as printed where the reading comes near.
enum KnownPhrases {
    private struct Match {
        let phrase: [String]
        /// Words of the reading that it replaces: engines run words together and tear them apart.
        let length: Int
        let share: Double
    }

    /// The words joined, with every stretch that is like one of `phrases` replaced by it; other words stay verbatim.
    static func repaired(_ words: [String], phrases: [String]) -> String {
        let plain = words.map { Lettering.plain($0).filter { $0 != " " } }
        let candidates = phrases.map { $0.split(separator: " ").map(String.init) }
        var result: [String] = []
        var index = 0
        while index < words.count {
            if let match = nearest(at: index, in: plain, candidates), !isBetter(nearest(at: index + 1, in: plain, candidates), than: match) {
                let read = words[index..<(index + match.length)]
                let isWordForWord = match.length == match.phrase.count
                result += isWordForWord ? zip(read, match.phrase).map { isSame($0, $1) ? $0 : $1 } : match.phrase
                index += match.length
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result.joined(separator: " ")
    }

    /// Whether a phrase fits better from the next word on: then this word stands before it.
    private static func isBetter(_ next: Match?, than match: Match) -> Bool { next.map { $0.share < match.share - 0.01 } ?? false }

    /// The phrase with the least share of misread letters; of equals the longest.
    private static func nearest(at index: Int, in plain: [String], _ phrases: [[String]]) -> Match? {
        guard index < plain.count else { return nil }
        var best: Match?
        for phrase in phrases {
            let expected = phrase.map { Lettering.plain($0).filter { $0 != " " } }.joined()
            let limit = expected.utf8.count >= 4 ? Fuzzy.tolerance(expected) : 0
            for length in 1...(phrase.count + 1) where index + length <= plain.count {
                let read = plain[index..<(index + length)].joined()
                let distance = Fuzzy.distance(read, expected, limit: limit)
                guard distance <= limit else { continue }
                let share = Double(distance) / Double(expected.utf8.count) - 0.001 * Double(phrase.count)
                if share < best?.share ?? 1 { best = Match(phrase: phrase, length: length, share: share) }
            }
        }
        return best
    }

    /// `UỶ` and `ỦY` are both printed: the placement of the tone stays as it was read.
    private static func isSame(_ read: String, _ word: String) -> Bool { VietnameseText.exact(read) == VietnameseText.exact(word) }
}
