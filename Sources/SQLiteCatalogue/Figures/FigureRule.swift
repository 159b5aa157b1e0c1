import Foundation
import GRDB
package import Records

/// What the states are computed by beside the tables. Where it differs from the last time, everything is computed anew.
struct FigureRule: Codable, Equatable {
    /// Counts up when the statements of `FigureSQL` or the triggers change what they compute or note.
    private static let currentVersion = 5

    private var version = currentVersion
    let roles: PaperRoles

    init(roles: PaperRoles) { self.roles = roles }

    /// Nil in a new catalogue, and where another version of the program stored it.
    static func stored(in db: Database) throws -> FigureRule? {
        guard let rule = try earlier(in: db), rule.version == currentVersion else { return nil }
        return rule
    }

    /// The rule that was stored last, also by another version of the program; nil where there is none or it cannot be read.
    static func earlier(in db: Database) throws -> FigureRule? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT rule FROM figure_rule")).flatMap {
            try? JSONDecoder().decode(FigureRule.self, from: Data($0.utf8))
        }
    }

    /// Why figures are computed anew by this rule.
    func cause(after earlier: FigureRule?) -> FigureCause {
        guard let earlier else { return .first }
        return earlier.roles == roles ? .version : .tables(earlier.roles.changes(to: roles))
    }

    func store(in db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO figure_rule (one, rule) VALUES (1, ?)", arguments: [try JSONText.encode(self)])
    }

    /// For `FigureSQL.cases`.
    func arguments() throws -> StatementArguments {
        let own = roles.resultsByProcedure
        return [
            "results": try JSONText.encode(roles.results), "receipts": try JSONText.encode(roles.receipts),
            "procedures": try JSONText.encode(own.keys.sorted()),
            "with_result": try JSONText.encode(own.filter { !$0.value.isEmpty }.keys.sorted()),
            "own_results": try JSONText.encode(own.flatMap { code, forms in forms.map { "\(code) \($0)" } }.sorted()),
        ]
    }
}

extension SQLiteCatalogue {
    package func paperRoles() async throws(CatalogueFailure) -> PaperRoles {
        try await read { db in try FigureRule.stored(in: db)?.roles ?? PaperRoles(forms: [], procedures: []) }
    }
}
