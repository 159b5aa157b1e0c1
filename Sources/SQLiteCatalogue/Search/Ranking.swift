import GRDB
import Records

/// Finds the records of a query, best first.
struct Ranking {
    var terms: SearchTerms
    var filter: SearchFilter
    /// Conditions on a record's number that leave out what is not shown, with the column's name to be given.
    var hidden: (_ seq: String) -> String
    var limit: Int

    /// Records of one tier that are ranked: the newest of those that match. Ranking one takes about 4 µs, and a word such as "ủy ban"
    /// stands in every record: without a bound, a search would slow down as the catalogue grows. (What still grows is that FTS5
    /// counts how many records hold each word: 0.05 µs each.) Where the bound is reached, as many again are taken from those that
    /// match in title or reference alone, so that an old plan is still found by its name.
    static let rankedCandidates = 2000

    /// One record found.
    struct Found: Equatable {
        var seq: Int64
        /// Nil where there was no word to rank by.
        var score: Double?
        /// Every word that was typed with marks stands exactly so.
        var isExact: Bool
    }

    func find(in db: Database) throws -> [Found] {
        guard !terms.wanted.isEmpty else { return try newest(in: db) }
        let exact = try tier(\.exact, isExact: true, in: db)
        guard exact.count < limit else { return Array(exact.prefix(limit)) }
        let folded = try tier(\.folded, isExact: false, in: db)
        // Scores of the two tiers come from different expressions; the exact ones are lifted above the best of the others.
        let best = folded.first?.score ?? 0
        let lifted = exact.map { Found(seq: $0.seq, score: ($0.score ?? 0) + best, isExact: true) }
        return Array((lifted + folded).prefix(limit))
    }

    private func tier(_ expression: KeyPath<MatchExpression, String?>, isExact: Bool, in db: Database) throws -> [Found] {
        guard let match = MatchExpression(terms: terms)[keyPath: expression] else { return [] }
        var scores = try candidates(match, in: db)
        if scores.count >= Self.rankedCandidates, let match = MatchExpression(terms: terms, columns: .headings)[keyPath: expression] {
            try scores.merge(candidates(match, in: db), uniquingKeysWith: max)
        }
        return scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map { Found(seq: $0.key, score: $0.value, isExact: isExact) }
    }

    private func candidates(_ match: String, in db: Database) throws -> [Int64: Double] {
        let join = filter.isEmpty ? "" : "CROSS JOIN record ON record.seq = search.rowid"
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT search.rowid AS seq, -bm25(search, \(SearchIndex.weights)) AS score FROM search \(join)
                WHERE search MATCH ? \(filter.suffix) \(hidden("search.rowid")) ORDER BY search.rowid DESC LIMIT \(Self.rankedCandidates)
                """, arguments: [match] + filter.arguments)
        var scores: [Int64: Double] = [:]
        while let row = try rows.next() { scores[try row.value("seq")] = try row.value("score") }
        return scores
    }

    /// No word is wanted: what the filters let through, the newest first.
    private func newest(in db: Database) throws -> [Found] {
        let excluded = MatchExpression(terms: terms).excluded
        let exclusion = excluded == nil ? "" : "AND record.seq NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
        return try Int64.fetchAll(
            db, sql: "SELECT record.seq FROM record WHERE 1 \(filter.suffix) \(exclusion) \(hidden("record.seq")) ORDER BY record.seq DESC LIMIT ?",
            arguments: filter.arguments + (excluded.map { [$0] } ?? []) + [limit]
        ).map { Found(seq: $0, score: nil, isExact: true) }
    }
}
