import GRDB
import Records

/// The full-text index: one row a record, under the record's number.
///
/// It holds the words of each text twice, as printed and without marks, both through `VietnameseText`, so that the tokenizer has
/// nothing left to fold. `remove_diacritics` would not help: it leaves đ as it is.
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
    static func add(_ seq: Int64, to table: String = table, folding: inout WordFolding, in db: Database) throws -> Int {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM record WHERE seq = ?"), arguments: [seq]) else { return 0 }
        var title = Column()
        var reference = Column()
        for part in ["type_name", "subject"] { title.add(try row.value(part), &folding) }
        for part in try references(row) { reference.add(part, &folding) }
        let body = try body(ofRecord: seq, &folding, in: db)
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO \(table) (rowid, title_exact, reference_exact, body_exact, title, reference, body) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try insertion.execute(arguments: [
            seq, title.exact, reference.exact, body.exact, title.folded, reference.folded, body.folded,
        ])
        return body.exact.utf8.count
    }

    /// Takes a record out. What it said lies in older parts of the index until those are merged.
    static func remove(_ seq: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?").execute(arguments: [seq])
    }

    /// One column of the index in its two forms.
    private struct Column {
        var exact = ""
        var folded = ""

        mutating func add(_ text: String?, _ folding: inout WordFolding) {
            if let text { folding.add(text, to: &exact, &folded) }
        }
    }

    /// Number and symbol stand together as they are printed, and once more without leading zeros.
    private static func references(_ row: Row) throws -> [String] {
        let number: String? = try row.value("number")
        let key: String? = try row.value("number_key")
        let symbol: String? = try row.value("symbol")
        var parts = [[number, symbol].compactMap(\.self).joined(separator: "/")]
        if key != number { parts.append([key, symbol].compactMap(\.self).joined(separator: "/")) }
        parts += try [row.value("agency"), row.value("dossier")].compactMap { (part: String?) in part }
        return parts
    }

    private static func body(ofRecord seq: Int64, _ folding: inout WordFolding, in db: Database) throws -> Column {
        var body = Column()
        let texts = try String.fetchCursor(db.cachedStatement(sql: textsOfRecord), arguments: [seq])
        while let text = try texts.next() { body.add(text, &folding) }
        return body
    }

    private static let textsOfRecord = """
        SELECT page.text FROM record_page JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
        WHERE record_page.record = ? ORDER BY page.page
        """
}
