package import Records

import GRDB

/// Which tables figures are counted by after an opening: whoever only looks must not change what the office counts by.
package enum FigureTables: Sendable {
    /// As they are, also where another version of the program made them: for a copy that is only to be looked at or put in place.
    case asStored
    /// By those that were stored last, and by these only where none were: for whoever only looks.
    case stored(orElse: PaperRoles)
    /// By these: where they differ from those that were stored, every figure is computed anew.
    case own(PaperRoles)

    /// Nil where nothing says what to count by.
    func rule(in db: Database) throws -> FigureRule? {
        switch self {
        case .asStored: try FigureRule.stored(in: db)
        case .stored(let roles): FigureRule(roles: try FigureRule.earlier(in: db)?.roles ?? roles)
        case .own(let roles): FigureRule(roles: roles)
        }
    }

    /// Whether the stored tables are others than these.
    func areOthers(in db: Database) throws -> Bool {
        switch self {
        case .asStored: false
        case .stored(let roles), .own(let roles): try FigureRule.stored(in: db)?.roles != roles
        }
    }
}
