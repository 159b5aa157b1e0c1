/// What a stretch of text shares with a pattern that stays the same: the longest common subsequence, many letters at a time
/// (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
struct SharedLetters {
    let length: Int
    /// For each letter of the pattern the bits of its places.
    private let places: [Unicode.Scalar: [UInt64]]
    private let words: Int

    init(_ pattern: ArraySlice<Unicode.Scalar>) {
        length = pattern.count
        words = (pattern.count + 63) / 64
        var places: [Unicode.Scalar: [UInt64]] = [:]
        for (place, letter) in pattern.enumerated() {
            places[letter, default: Array(repeating: 0, count: words)][place / 64] |= 1 << UInt64(place % 64)
        }
        self.places = places
    }

    func holds(_ letter: Unicode.Scalar) -> Bool { places[letter] != nil }

    /// Letters that have to be deleted and inserted to make one of the other: nothing is replaced.
    func distance(to stretch: ArraySlice<Unicode.Scalar>) -> Int { length + stretch.count - 2 * shared(with: stretch) }

    /// 1 for the same, 0 for nothing shared.
    func likeness(to stretch: ArraySlice<Unicode.Scalar>) -> Double {
        let all = length + stretch.count
        return all == 0 ? 1 : 1 - Double(distance(to: stretch)) / Double(all)
    }

    private func shared(with stretch: ArraySlice<Unicode.Scalar>) -> Int {
        var open = Array(repeating: UInt64.max, count: words)
        for letter in stretch {
            guard let places = places[letter] else { continue }
            var carry: UInt64 = 0
            for word in 0..<words {
                let matches = open[word] & places[word]
                let (sum, first) = open[word].addingReportingOverflow(matches)
                let (total, second) = sum.addingReportingOverflow(carry)
                carry = first || second ? 1 : 0
                open[word] = total | (open[word] & ~matches)
            }
        }
        var shared = 0
        for (word, bits) in open.enumerated() {
            let used = min(64, length - word * 64)
            shared += used - (used == 64 ? bits : bits & ((1 << UInt64(used)) - 1)).nonzeroBitCount
        }
        return shared
    }
}
