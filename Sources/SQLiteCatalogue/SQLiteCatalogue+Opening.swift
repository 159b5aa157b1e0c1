import Foundation
import GRDB
import Glibc
import Records

extension SQLiteCatalogue {
    /// Bytes of the write-ahead log that stay on disk after a large transaction.
    private static let keptLogBytes = 64 << 20
    /// Memory for pages of the file, in KiB a connection.
    private static let cacheKibibytes = 8 << 10

    /// Milliseconds between two tries to open a file that another process is making.
    private static let pause: UInt32 = 50

    /// What comes of an opening.
    struct Opened {
        var pool: DatabasePool
        /// What was counted anew because of other tables.
        var recounting: Recounting?
        /// The names of guards that were put back.
        var restoredGuards: [String]
    }

    /// While another process turns the log of a new file on, SQLite says that it is locked without waiting.
    /// https://www.sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode
    static func open(_ path: String, by tables: FigureTables, busySeconds: Double, at now: Date) throws -> Opened {
        let end = ContinuousClock.now + .seconds(busySeconds)
        while true {
            do {
                return try openOnce(path, by: tables, busySeconds: busySeconds, at: now)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end {
                usleep(pause * 1000)
            }
        }
    }

    private static func openOnce(_ path: String, by tables: FigureTables, busySeconds: Double, at now: Date) throws -> Opened {
        makePrivately(path)
        let pool = try DatabasePool(path: path, configuration: configuration(busySeconds))
        try pool.writeWithoutTransaction { db in
            // Nothing may be lost: the log is synced at each commit. Set here because GRDB chooses NORMAL when it turns on the log.
            // https://www.sqlite.org/pragma.html#pragma_synchronous
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        try migrate(pool)
        let recounting = try keepFigures(pool, by: tables, at: now)
        return Opened(pool: pool, recounting: recounting, restoredGuards: try keepGuards(pool, at: now))
    }

    /// Puts back the guards that are missing or not what they are to be, and returns their names.
    private static func keepGuards(_ pool: DatabasePool, at now: Date) throws -> [String] {
        if try pool.read(Guards.missing).isEmpty { return [] }
        return try pool.write { db in
            let missing = try Guards.missing(in: db)
            guard !missing.isEmpty else { return [] }
            try Guards.renew(in: db)
            try AuditTrail.append(
                AuditEntry(
                    at: now, who: AuditEntry.daemon, what: .guardsRestored, subject: "catalogue", detail: try JSONText.encode(["triggers": missing])),
                to: db)
            return missing
        }
    }

    /// Makes sure that no change of a figure escapes, and computes all of them anew where they were made by another rule. Which rule that is
    /// is asked in the same transaction: another process may have brought its own.
    /// - Returns: what changed where the tables are others than before; nil where they are not.
    private static func keepFigures(_ pool: DatabasePool, by tables: FigureTables, at now: Date) throws -> Recounting? {
        let isReady = try pool.read { db in
            guard let rule = try tables.rule(in: db) else { return true }
            return try FigureRule.stored(in: db) == rule && !FigureTriggers.areMissing(in: db) && !FigureKeeper.isBehind(in: db)
        }
        if isReady { return nil }
        return try pool.write { db in
            guard let rule = try tables.rule(in: db) else { return nil }
            let (last, earlier) = (try AuditTrail.length(in: db), try FigureRule.earlier(in: db))
            let isOther = try FigureRule.stored(in: db) != rule
            if isOther { try FigureTriggers.remove(in: db) }
            try FigureTriggers.ensure(in: db)
            if isOther {
                try db.execute(
                    sql: """
                        INSERT INTO dossier_changed SELECT code FROM (SELECT case_code AS code FROM case_file UNION SELECT file_code FROM inventory_item)
                            WHERE code NOT IN (SELECT code FROM dossier_changed)
                        """)
                try rule.store(in: db)
            }
            let cause = isOther ? rule.cause(after: earlier) : .outside
            try AuditTrail.settle(after: last, because: cause, at: now, in: db)
            guard case .tables(let changed) = cause else { return nil }
            let dossiers = try Int.fetchOne(db, sql: "SELECT count(DISTINCT subject) FROM change WHERE entry > ?", arguments: [last]) ?? 0
            return Recounting(changed: changed, dossiers: dossiers)
        }
    }

    /// Makes a new file that only its owner may read; SQLite gives the log beside it the same rights. A file that is there is not even
    /// opened: closing it would drop the locks that this process holds on it. https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    static func makePrivately(_ path: String) {
        let descriptor = unsafe Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 { Glibc.close(descriptor) }
    }

    private static func configuration(_ busySeconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "catalogue"
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // What is deleted is overwritten, so that a forgotten row cannot be read from the file.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA journal_size_limit = \(keptLogBytes)")
            try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
            for function in [shortProcedure, paperNumber, Digest.function, Digest.storable] { db.add(function: function) }
        }
        return configuration
    }

    /// `short_procedure(code)`: the code alone of what registers write.
    private static let shortProcedure = DatabaseFunction("short_procedure", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Procedure.shortCode)
    }

    /// `paper_number(file, code)`: of a file of the item; NULL where its name tells none.
    private static let paperNumber = DatabaseFunction("paper_number", argumentCount: 2, pure: true) { values in
        guard let file = String.fromDatabaseValue(values[0]), let code = String.fromDatabaseValue(values[1]) else { return nil }
        return PaperNumber.number(in: file, of: code)
    }

    /// Two processes may open a new file at once, and the slower one then finds a migration done that it was about to do. So a
    /// failed round is followed by another look at what is left, at most once a migration.
    private static func migrate(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator
        for attempt in 0...migrator.migrations.count {
            if try pool.read(migrator.hasBeenSuperseded) { throw CatalogueFailure.unusable(Sentences.newerVersion) }
            if try pool.read(migrator.hasCompletedMigrations) { return }
            do {
                try migrator.migrate(pool)
            } catch  where attempt < migrator.migrations.count {
                continue
            }
        }
    }
}
