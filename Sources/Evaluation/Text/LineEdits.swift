import Records

/// How much of a printed line was misread, wherever on the page its words came to stand.
enum LineEdits {
    /// What the best stretch is widened by at either end, to see whether that is nearer still.
    private static let margins = [0, 2]

    /// Edits from the line to the nearest stretch of the page; never more than the line has letters.
    static func of(_ line: [Unicode.Scalar], in page: [Unicode.Scalar]) -> Int {
        if page.isEmpty { return line.count }
        guard line.count <= page.count else { return min(line.count, EditDistance.between(line, page)) }
        let stretch = BestStretch(of: line, in: page).range
        var least = line.count
        for before in margins {
            for after in margins {
                let wider = max(0, stretch.lowerBound - before)..<min(page.count, stretch.upperBound + after)
                least = min(least, EditDistance.between(line, Array(page[wider])))
                if least == 0 { return 0 }
            }
        }
        return least
    }
}
