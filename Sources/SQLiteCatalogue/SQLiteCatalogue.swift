package import Foundation
package import Records

import GRDB

/// The catalogue in one SQLite file: for one office on one machine, without a server to care for.
///
/// Several processes may open the same file at once. Each reads its own snapshot and never waits; writers queue for the one
/// write lock at the start of their transaction (`BEGIN IMMEDIATE`), so that waiting is all that can happen to them.
///
/// Times are stored as whole milliseconds since 1970 UTC: they sort and subtract as they are, need no parser, and hash the same
/// everywhere. What is finer than a millisecond is lost.
package final class SQLiteCatalogue: Catalogue {
    let pool: DatabasePool
    /// What is read: the pool, or a snapshot of it.
    private let reader: any DatabaseReader

    /// Whether the figures are counted by other tables than those that this opening came with.
    package let countsByOtherTables: Bool
    /// What this opening counted anew because it brought other tables; nil where it brought none.
    package let recounting: Recounting?
    /// The guards that this opening had to put back.
    let restoredGuards: [String]

    /// Opens the catalogue at `path`, creating or migrating it as needed. The folder must exist.
    /// - Parameters:
    ///   - tables: which papers figures take for results and receipts.
    ///   - busySeconds: how long a writer waits for another process before it gives up with `busy`.
    package init(path: String, countingBy tables: FigureTables, busySeconds: Double = 10, at now: Date = Date()) throws(CatalogueFailure) {
        do {
            let opened = try Self.open(path, by: tables, busySeconds: busySeconds, at: now)
            (pool, recounting, restoredGuards) = (opened.pool, opened.recounting, opened.restoredGuards)
            reader = pool
            countsByOtherTables = try pool.read(tables.areOthers)
        } catch {
            throw CatalogueFailure(error)
        }
    }

    private init(_ other: SQLiteCatalogue, reading snapshot: DatabaseSnapshot) {
        (pool, reader, countsByOtherTables, recounting) = (other.pool, snapshot, other.countsByOtherTables, nil)
        restoredGuards = other.restoredGuards
    }

    /// A connection of its own whose one read transaction lasts as long as what is returned: the log cannot be emptied meanwhile.
    package func still() async throws(CatalogueFailure) -> any Catalogue {
        if reader is DatabaseSnapshot { return self }
        do { return SQLiteCatalogue(self, reading: try pool.makeSnapshot()) } catch { throw CatalogueFailure(error) }
    }

    /// Opens it to count by `roles` from now on; nil: by whatever was stored last.
    package convenience init(path: String, roles: PaperRoles?, busySeconds: Double = 10, at now: Date = Date()) throws(CatalogueFailure) {
        try self.init(path: path, countingBy: roles.map(FigureTables.own) ?? .asStored, busySeconds: busySeconds, at: now)
    }

    /// Runs `work` in a snapshot that no writer changes.
    func read<Value: Sendable>(_ work: @Sendable (Database) throws -> Value) async throws(CatalogueFailure) -> Value {
        do {
            return try await reader.read(work)
        } catch {
            throw CatalogueFailure(error)
        }
    }

    /// Runs `work` in one IMMEDIATE transaction: all of it happens, or nothing. Whatever it does to figures stands in the trail.
    func write<Value: Sendable>(_ work: @Sendable (Database) throws -> Value) async throws(CatalogueFailure) -> Value {
        do {
            return try await pool.write { db in
                let last = try AuditTrail.length(in: db)
                let value = try work(db)
                try AuditTrail.settle(after: last, because: .outside, in: db)
                return value
            }
        } catch {
            throw CatalogueFailure(error)
        }
    }
}
