/// What was read for what, and how often.
struct ConfusionTally {
    private var counts: [Confusion: Int] = [:]

    /// A line of which more than this was misread was not misread letter by letter, but lost.
    private static let mostErrors = 0.5
    /// Longer differences are no confusion of letters.
    private static let longest = 4

    mutating func add(_ comparison: LineComparison, letters: Int) {
        guard Double(comparison.edits) <= Self.mostErrors * Double(letters) else { return }
        for case .differs(let printed, let read) in comparison.steps {
            let (from, to) = (Array(printed.unicodeScalars), Array(read.unicodeScalars))
            if from.count == to.count {
                for (a, b) in zip(from, to) where a != b { count(String(Character(a)), String(Character(b))) }
            } else if max(from.count, to.count) <= Self.longest {
                count(printed, read)
            }
        }
    }

    private mutating func count(_ printed: String, _ read: String) { counts[Confusion(printed: printed, read: read), default: 0] += 1 }

    /// The commonest first.
    var commonest: [(confusion: Confusion, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0.printed, $0.0.read) < ($0.1, $1.0.printed, $1.0.read) }
    }
}

/// Letters that are printed, and the letters that were read for them; either may be none.
package struct Confusion: Sendable, Hashable {
    package var printed: String
    package var read: String
}
