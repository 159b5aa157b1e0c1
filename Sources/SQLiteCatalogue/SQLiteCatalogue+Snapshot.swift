package import Records

import GRDB

extension SQLiteCatalogue {
    /// `VACUUM INTO` reads one snapshot, and other processes write meanwhile. https://www.sqlite.org/lang_vacuum.html#vacuuminto
    package func snapshot(to path: String) async throws(CatalogueFailure) {
        Self.makePrivately(path)
        do {
            try await pool.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw CatalogueFailure(error)
        }
    }

    /// Closes the file, with nothing left in its log. Nothing can be asked after it.
    package func close() throws(CatalogueFailure) {
        do {
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
        } catch {
            throw CatalogueFailure(error)
        }
    }
}
