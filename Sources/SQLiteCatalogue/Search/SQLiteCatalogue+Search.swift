package import Records

import GRDB

extension SQLiteCatalogue {
    package func search(_ query: SearchQuery) async throws(CatalogueFailure) -> [SearchHit] {
        let terms = SearchTerms(query.text)
        let filter = SearchFilter(query)
        guard !terms.isEmpty || !filter.isEmpty else { throw .refused(Sentences.emptySearch) }
        let limit = min(max(query.limit, 0), SearchQuery.maximumLimit)
        guard limit > 0 else { return [] }
        return try await read { db in
            var folding = WordFolding()
            return try Ranking(terms: terms, filter: filter, hidden: { SearchFilter.hidden(query, seq: $0) }, limit: limit).find(in: db).compactMap {
                found in
                try Self.hit(found, terms: terms, &folding, in: db)
            }
        }
    }

    private static func hit(
        _ found: Ranking.Found, terms: SearchTerms, _ folding: inout WordFolding, in db: Database
    ) throws -> SearchHit? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM record WHERE seq = ?")
        guard let row = try Row.fetchOne(statement, arguments: [found.seq]) else { return nil }
        let snippet = try snippet(found, terms: terms, &folding, in: db)
        return SearchHit(
            record: try row.value("id"), score: found.score, typeCode: try row.value("type_code"), number: try row.value("number"),
            symbol: try row.value("symbol"), issuedOn: try row.value("issued_on"), agency: try row.value("agency"),
            subject: try row.value("subject"), page: snippet.page, snippet: snippet.text, kind: try row.choice("kind"),
            dossier: try row.value("dossier"))
    }

    /// Reads page after page, and no further once a page holds everything that was looked for.
    private static func snippet(
        _ found: Ranking.Found, terms: SearchTerms, _ folding: inout WordFolding, in db: Database
    ) throws -> (page: Int, text: String) {
        let pages = try Row.fetchCursor(db.cachedStatement(sql: pagesOfRecord), arguments: [found.seq])
        let finder = WordFinder(terms: terms.wanted, exactOnly: found.isExact)
        var best: (page: Int, marked: MarkedText)?
        while let row = try pages.next() {
            let marked = finder.mark(try row.value("text"), &folding)
            if best.map({ marked.worth > $0.marked.worth }) ?? true { best = (try row.value("page"), marked) }
            if marked.worth >= finder.completeWorth { break }
        }
        return best.map { ($0.page, Snippet.of($0.marked)) } ?? (1, "")
    }

    private static let pagesOfRecord = """
        SELECT page.page, page.text FROM record_page JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
        WHERE record_page.record = ? ORDER BY page.page
        """
}
