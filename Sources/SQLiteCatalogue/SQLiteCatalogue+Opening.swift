import GRDB
import Glibc
import Records

extension SQLiteCatalogue {
    /// Bytes of the write-ahead log that stay on disk after a large transaction.
    private static let keptLogBytes = 64 << 20
    /// Memory for pages of the file, in KiB a connection.
    private static let cacheKibibytes = 8 << 10

    static func open(_ path: String, busySeconds: Double) throws -> DatabasePool {
        makePrivately(path)
        let pool = try DatabasePool(path: path, configuration: configuration(busySeconds))
        try pool.writeWithoutTransaction { db in
            // Nothing may be lost: the log is synced at each commit. Set here because GRDB chooses NORMAL when it turns on the log.
            // https://www.sqlite.org/pragma.html#pragma_synchronous
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        try migrate(pool)
        return pool
    }

    /// Makes a new file that only its owner may read; SQLite gives the log beside it the same rights. A file that is there is not even
    /// opened: closing it would drop the locks that this process holds on it. https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    private static func makePrivately(_ path: String) {
        let descriptor = unsafe Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
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
        }
        return configuration
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
