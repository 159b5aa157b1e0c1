import GRDB

/// The triggers by which SQLite itself refuses to change what is only ever appended to (trail, ledger of reuse, reports), and to delete rows of
/// inventory and register, which are only marked.
///
/// Whoever owns the file can take a guard away. So each opening holds them against this list and puts back what is missing or another, with
/// an entry `guards_restored` in the trail. It does not refuse: the office must be able to work, and whether anything was changed meanwhile say
/// the chain and the other checks of `verify`. A migration that makes one of their tables anew has to call `renew` at its end, and so has one
/// that adds a guard.
enum Guards {
    static func renew(in db: Database) throws {
        for guardian in all {
            try db.execute(sql: "DROP TRIGGER IF EXISTS \(guardian.name)")
            try db.execute(sql: guardian.statement)
        }
    }

    /// Names of those that are missing, or not what they are to be.
    static func missing(in db: Database) throws -> [String] {
        var there: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'") {
            there[try row.value("name")] = try row.value("sql")
        }
        return all.filter { there[$0.name] != $0.statement }.map(\.name)
    }

    private typealias Guardian = (name: String, statement: String)

    private static let all: [Guardian] =
        [
            refusal("audit_is_not_changed", "UPDATE ON audit", "audit entries are not changed"),
            refusal("audit_is_not_deleted", "DELETE ON audit", "audit entries are not deleted"),
            refusal(
                "audit_is_appended", "INSERT ON audit WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM audit)",
                "audit entries are appended one by one"),
        ] + appendOnly("change", unless: "seq = NEW.seq")
        + appendOnly("reuse", unless: "id = NEW.id OR seq = NEW.seq OR undoes = NEW.undoes")
        + appendOnly("report", unless: "period = NEW.period AND amendment = NEW.amendment")
        + appendOnly("report_file", unless: "period = NEW.period AND amendment = NEW.amendment AND form = NEW.form")
        + ["inventory_item", "case_file"].map { refusal("\($0)_is_not_deleted", "DELETE ON \($0)", "rows of \($0) are marked, not deleted") }

    /// - Parameter isThere: what an insertion that replaces a row would meet.
    private static func appendOnly(_ table: String, unless isThere: String) -> [Guardian] {
        [
            refusal("\(table)_is_not_changed", "UPDATE ON \(table)", "rows of \(table) are not changed"),
            refusal("\(table)_is_not_deleted", "DELETE ON \(table)", "rows of \(table) are not deleted"),
            refusal(
                "\(table)_is_not_replaced", "INSERT ON \(table) WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isThere))",
                "rows of \(table) are not replaced"),
        ]
    }

    /// Word for word as SQLite keeps it: https://www.sqlite.org/schematab.html
    private static func refusal(_ name: String, _ event: String, _ message: String) -> Guardian {
        (name, "CREATE TRIGGER \(name) BEFORE \(event) BEGIN SELECT RAISE(ABORT, '\(message)'); END")
    }
}
