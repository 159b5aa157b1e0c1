import Foundation
import GRDB
import Records

/// Takes a table of values that each have a code: new rows are added, changed ones replaced, equal ones left alone. A column that the table does
/// not have changes in no row that is there.
struct Importing<Value: TableValue> {
    var table: String
    var columns: [String]
    /// Columns whose values may name a person, or tell what a secret file is about: a trace says that they changed, not what.
    var silent: Set<String>
    var code: (Value) -> String
    var decode: (Row) throws -> Value
    var arguments: (Value) throws -> [(any DatabaseValueConvertible)?]

    /// One row of a table that became another.
    struct Correction: Encodable {
        let code: String
        /// Before and after, by column.
        let columns: [String: [String?]]
    }

    struct Outcome {
        var count = ImportCount(added: 0, changed: 0, unchanged: 0)
        /// Rows whose mark is taken off, because the table lists them again.
        var relisted = 0
        var duplicates: [Int: Int] = [:]
        var corrections: [Correction] = []
        /// By line: what stands now where a row kept something that its table says nothing of.
        var completed: [Int: Value] = [:]
    }

    /// - Parameter run: the number of the import.
    func take(_ rows: [ImportRow<Value>], in run: Int, db: Database) throws -> Outcome {
        var outcome = Outcome()
        let find = try db.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(columns[0]) = ?")
        let save = try db.cachedStatement(sql: upsert)
        let see = try db.cachedStatement(sql: sighting)
        for row in rows {
            let known = try Row.fetchOne(find, arguments: [code(row.value)])
            if let known, try known.value("seen_in") as Int? == run {
                outcome.duplicates[row.line] = try known.value("seen_line")
                continue
            }
            let before = try known.map(decode)
            var value = row.value
            if let before, !row.absent.isEmpty {
                value.keep(row.absent, of: before)
                outcome.completed[row.line] = value
            }
            if before == value {
                outcome.count.unchanged += 1
            } else {
                let values = try arguments(value)
                try save.execute(arguments: StatementArguments(values))
                if known == nil { outcome.count.added += 1 } else { outcome.count.changed += 1 }
                if let before { outcome.corrections.append(try correction(before, values)) }
            }
            if try known?.value("unlisted_at") as Int64? != nil { outcome.relisted += 1 }
            try see.execute(arguments: [run, row.line, code(row.value)])
        }
        return outcome
    }

    private func correction(_ before: Value, _ after: [(any DatabaseValueConvertible)?]) throws -> Correction {
        func text(_ value: (any DatabaseValueConvertible)?) -> String? {
            value.flatMap { String.fromDatabaseValue($0.databaseValue) ?? Int64.fromDatabaseValue($0.databaseValue).map(String.init) }
        }
        let old = try arguments(before).map(text)
        let new = after.map(text)
        var changed: [String: [String?]] = [:]
        for (index, column) in columns.enumerated() where old[index] != new[index] {
            changed[column] = silent.contains(column) ? [] : [old[index], new[index]]
        }
        return Correction(code: code(before), columns: changed)
    }

    /// Of two imports at once a row keeps the later's mark, so that neither takes for missing what the other has seen.
    private var sighting: String {
        """
        UPDATE \(table) SET seen_line = CASE WHEN ifnull(seen_in, 0) <= ?1 THEN ?2 ELSE seen_line END,
            seen_in = max(ifnull(seen_in, 0), ?1), unlisted_at = NULL WHERE \(columns[0]) = ?3
        """
    }

    private var upsert: String {
        """
        INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (\(columns[0])) DO UPDATE SET \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """
    }
}

extension Importing.Outcome {
    /// The entry of one batch: how many rows, and which became what; nil where nothing changed. A mark taken off is a change: without an
    /// entry of its own it would stand in the trail at the time of the entry before.
    func entry(_ what: AuditEntry.What, _ subject: String, by who: String, at: Date) throws -> AuditEntry? {
        guard count.added + count.changed + relisted > 0 else { return nil }
        return AuditEntry(
            at: at, who: who, what: what, subject: subject,
            detail: try JSONText.encode(Detail(count: count, relisted: relisted, corrected: corrections)))
    }

    private struct Detail: Encodable {
        let count: ImportCount
        let relisted: Int
        let corrected: [Importing.Correction]

        private enum CodingKeys: String, CodingKey { case added, changed, unchanged, relisted, corrected }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(count.added, forKey: .added)
            try container.encode(count.changed, forKey: .changed)
            try container.encode(count.unchanged, forKey: .unchanged)
            if relisted > 0 { try container.encode(relisted, forKey: .relisted) }
            if !corrected.isEmpty { try container.encode(corrected, forKey: .corrected) }
        }
    }
}
