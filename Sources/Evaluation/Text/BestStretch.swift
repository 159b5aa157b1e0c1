/// Where a printed line stands in the text that was read of its page, wherever that is: the stretch of the line's length (shorter only
/// at the ends of the page) that shares most letters with it.
///
/// This is `partial_ratio_alignment` of RapidFuzz, its order of search included, which decides between stretches that are
/// equally good: figures can be compared with those of tools that use it (https://github.com/rapidfuzz/rapidfuzz-cpp).
struct BestStretch {
    /// Of the page's letters.
    private(set) var range: Range<Int>
    private var likeness = 0.0

    /// - Parameter line: not longer than `page`.
    init(of line: [Unicode.Scalar], in page: [Unicode.Scalar]) {
        range = 0..<line.count
        let pattern = SharedLetters(line[...])
        if page.count > line.count { lookInside(page, for: pattern) }
        if likeness < 1 { lookAtEnds(of: page, for: pattern) }
        if likeness < 1, page.count == line.count {
            // A page as long as the line: the line may hold the page as well.
            var other = BestStretch(range: 0..<line.count)
            other.lookAtEnds(of: line, for: SharedLetters(page[...]))
            if other.likeness > likeness { range = 0..<page.count }
        }
    }

    private init(range: Range<Int>) { self.range = range }

    /// Halves the page again and again where a better stretch can still lie: neighbours differ by two edits at most.
    private mutating func lookInside(_ page: [Unicode.Scalar], for pattern: SharedLetters) {
        var distances: [Int?] = Array(repeating: nil, count: page.count - pattern.length)
        var best = 2 * pattern.length
        var spans = [(first: 0, last: distances.count - 1)]
        while !spans.isEmpty {
            var next: [(first: Int, last: Int)] = []
            for span in spans {
                var ends = (0, 0)
                for (index, start) in [span.first, span.last].enumerated() {
                    let stretch = start..<start + pattern.length
                    let isNew = distances[start] == nil
                    let distance = distances[start] ?? pattern.distance(to: page[stretch])
                    distances[start] = distance
                    if index == 0 { ends.0 = distance } else { ends.1 = distance }
                    if isNew, distance < best {
                        best = distance
                        range = stretch
                        likeness = 1 - Double(distance) / Double(2 * pattern.length)
                        if distance == 0 { return }
                    }
                }
                let apart = span.last - span.first
                if apart == 1 { continue }
                let gain = (apart - abs(ends.0 - ends.1) / 2) / 2 * 2
                if min(ends.0, ends.1) - gain < best {
                    let middle = span.first + apart / 2
                    next += [(span.first, middle), (middle, span.last)]
                }
            }
            spans = next
        }
    }

    private mutating func lookAtEnds(of page: [Unicode.Scalar], for pattern: SharedLetters) {
        for end in 1..<max(1, pattern.length) where pattern.holds(page[end - 1]) { take(0..<end, of: page, if: pattern) }
        for start in page.count - pattern.length..<page.count where pattern.holds(page[start]) { take(start..<page.count, of: page, if: pattern) }
    }

    private mutating func take(_ stretch: Range<Int>, of page: [Unicode.Scalar], if pattern: SharedLetters) {
        guard likeness < 1 else { return }
        let found = pattern.likeness(to: page[stretch])
        if found > likeness { (range, likeness) = (stretch, found) }
    }
}
