import Foundation
import GRDB
import Records

/// Takes a table of values that each have a code: new rows are added, changed ones replaced, equal ones left alone.
struct Importing<Value: Equatable> {
    var table: String
    var columns: [String]
    var code: (Value) -> String
    var decode: (Row) throws -> Value
    var arguments: (Value) throws -> StatementArguments

    func run(_ values: [Value], in db: Database) throws -> ImportCount {
        var count = ImportCount(added: 0, changed: 0, unchanged: 0)
        let find = try db.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(columns[0]) = ?")
        let save = try db.cachedStatement(sql: upsert)
        for value in values {
            let known = try Row.fetchOne(find, arguments: [code(value)]).map(decode)
            if known == value {
                count.unchanged += 1
                continue
            }
            try save.execute(arguments: arguments(value))
            if known == nil { count.added += 1 } else { count.changed += 1 }
        }
        return count
    }

    private var upsert: String {
        """
        INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (\(columns[0])) DO UPDATE SET \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """
    }
}

extension AuditEntry {
    /// The one entry of an import: how many rows, not which.
    static func imported(_ what: What, _ subject: String, _ count: ImportCount, by who: String, at: Date) throws -> AuditEntry {
        AuditEntry(at: at, who: who, what: what, subject: subject, detail: try JSONText.encode(count))
    }
}
