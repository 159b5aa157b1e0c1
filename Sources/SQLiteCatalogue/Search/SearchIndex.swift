import GRDB
import Records

/// The full-text index: one row a record, under the record's number.
///
/// It holds each text twice, as printed and without marks, both through `VietnameseText`, so that the tokenizer has nothing left
/// to fold. `remove_diacritics` would not help: it leaves đ as it is.
enum SearchIndex {
    static let table = "search"
    /// Where a new index grows until it takes the place of the old one.
    static let successor = "search_next"

    /// How much a word counts in title, reference and body, in the order of the columns.
    static let weights = "10, 5, 1, 10, 5, 1"

    static func create(_ table: String) -> String {
        """
        CREATE VIRTUAL TABLE \(table) USING fts5(
            title_exact, reference_exact, body_exact, title, reference, body, tokenize = "unicode61 remove_diacritics 0"
        );
        """
    }

    /// Adds the record with number `seq`, from what its rows say. Returns the size of what was indexed, in bytes.
    @discardableResult
    static func add(_ seq: Int64, to table: String = table, in db: Database) throws -> Int {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM record WHERE seq = ?"), arguments: [seq]) else { return 0 }
        let title = try [row.value("type_name"), row.value("subject")].compactMap { (part: String?) in part }.joined(separator: "\n")
        let reference = try reference(row)
        let body = try body(ofRecord: seq, in: db)
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO \(table) (rowid, title_exact, reference_exact, body_exact, title, reference, body) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try insertion.execute(arguments: [
            seq, VietnameseText.exact(title), VietnameseText.exact(reference), body.exact, VietnameseText.folded(title),
            VietnameseText.folded(reference), body.folded,
        ])
        return body.exact.utf8.count
    }

    /// Number and symbol stand together as they are printed, and once more without leading zeros.
    private static func reference(_ row: Row) throws -> String {
        let number: String? = try row.value("number")
        let key: String? = try row.value("number_key")
        let symbol: String? = try row.value("symbol")
        var parts = [[number, symbol].compactMap(\.self).joined(separator: "/")]
        if key != number { parts.append([key, symbol].compactMap(\.self).joined(separator: "/")) }
        parts += try [row.value("agency"), row.value("dossier")].compactMap { (part: String?) in part }
        return parts.joined(separator: "\n").storable
    }

    private static func body(ofRecord seq: Int64, in db: Database) throws -> (exact: String, folded: String) {
        var exact = ""
        var folded = ""
        let texts = try String.fetchCursor(db.cachedStatement(sql: textsOfRecord), arguments: [seq])
        while let text = try texts.next() {
            exact += VietnameseText.exact(text) + "\n"
            folded += VietnameseText.folded(text) + "\n"
        }
        return (exact, folded)
    }

    private static let textsOfRecord = """
        SELECT page.text FROM record_page JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
        WHERE record_page.record = ? ORDER BY page.page
        """
}
