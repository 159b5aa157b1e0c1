/// How many insertions, deletions and replacements lead from one sequence to another (Levenshtein).
package enum EditDistance {
    /// Takes the product of both lengths, without the ends that they share. Inlinable, so that callers have it for their own elements.
    @inlinable
    package static func between<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
        let (a, b) = withoutSharedEnds(first[...], second[...])
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        let columns = Array(b)
        var row = Array(0...columns.count)
        for (number, element) in a.enumerated() {
            var diagonal = row[0]
            row[0] = number + 1
            for column in columns.indices {
                let replaced = diagonal + (element == columns[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[columns.count]
    }

    /// Most of two readings is the same: what they begin and end with alike costs nothing.
    @inlinable
    static func withoutSharedEnds<Element: Equatable>(
        _ first: ArraySlice<Element>, _ second: ArraySlice<Element>
    ) -> (ArraySlice<Element>, ArraySlice<Element>) {
        let head = zip(first, second).prefix { $0 == $1 }.count
        let (a, b) = (first.dropFirst(head), second.dropFirst(head))
        let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return (a.dropLast(tail), b.dropLast(tail))
    }
}
