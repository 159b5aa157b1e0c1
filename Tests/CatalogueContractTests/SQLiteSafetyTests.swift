import Foundation
import GRDB
import Records
import Testing

@testable import SQLiteCatalogue

@Suite("A catalogue in SQLite is safe")
struct SQLiteSafetyTests {
    let place: TemporaryCatalogue

    init() throws { place = try TemporaryCatalogue() }

    @Test("a file of a newer version is refused and left alone")
    func newerVersion() throws {
        _ = try place.open()
        try place.tamper { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('1000')") }
        #expect(throws: CatalogueFailure.unusable(Sentences.newerVersion)) { try place.open() }
    }

    @Test("a file of the first version becomes one of this: a reuse by nobody goes, files are called as on the disk")
    func olderVersion() async throws {
        let name = "Hồ sơ.pdf".decomposedStringWithCanonicalMapping
        do {
            let queue = try DatabaseQueue(path: place.path)
            try Schema.migrator.migrate(queue, upTo: "1")
            try await queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO scan (id, sha256, file_name, pipeline, bytes, state, taken_at) VALUES ('s', ?, ?, 'tthc', 1, 'recorded', 0);
                        INSERT INTO record (id, scan, file, kind, form, status, review_reasons, fields, barcodes, created_at)
                            VALUES ('r', 1, ?, 'tthc', 'to_khai', 'accepted', '[]', '{}', '[]', 0);
                        INSERT INTO case_file (case_code, components) VALUES ('C', '[]');
                        INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, at) VALUES
                            ('nobody', 'C', 'A', 'r', 'component', '', 0), ('nothing', 'C', ' ', 'r', 'component', 'lan', 0),
                            ('whole', 'C', 'B', 'r', 'component', 'lan', 0);
                        """,
                    arguments: [Samples.hash(1).hex, name, name.precomposedStringWithCanonicalMapping])
            }
            try queue.close()
        }
        let catalogue = try place.open()
        #expect(try await catalogue.reuses(ofCase: nil).map(\.id) == ["whole"])
        let file = try await catalogue.pool.read { try String.fetchOne($0, sql: "SELECT file FROM record") }
        #expect(file?.utf8.elementsEqual(name.utf8) == true)
        let blank = "INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, at) VALUES ('x', 'C', 'D', 'r', 'component', ' ', 0)"
        await #expect(throws: DatabaseError.self) { try await catalogue.pool.write { try $0.execute(sql: blank) } }
    }

    @Test("a file that is no database is unusable; a folder that is not there has no room")
    func wrongPlaces() throws {
        try Data(repeating: 65, count: 8192).write(to: URL(filePath: place.path))
        let notADatabase = #expect(throws: CatalogueFailure.self) { try place.open() }
        guard case .unusable(let text) = notADatabase else { return #expect(notADatabase == nil) }
        #expect(!text.contains("\n"))
        let nowhere = #expect(throws: CatalogueFailure.self) { try SQLiteCatalogue(path: place.path + "/none/c.sqlite", roles: nil) }
        #expect({ if case .noRoom(let said)? = nowhere { said.hasPrefix(Sentences.denied) } else { false } }())
    }

    @Test("a new file and the log beside it may be read by their owner alone, whatever the umask")
    func rights() async throws {
        let catalogue = try place.open()
        try await catalogue.note(Samples.scan("s1", state: .waiting))
        for name in ["catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.folder.appending(path: name).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test("opened by many at once, the new file is made once")
    func openedAtOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask { [path = place.path] in
                    try await SQLiteCatalogue(path: path, roles: nil).end(Samples.scan("s\(number)", hash: number, state: .rejected))
                }
            }
            try await group.waitForAll()
        }
        #expect(try await place.open().counts().scans.values.reduce(0, +) == 8)
    }

    @Test("each commit is synced, foreign keys hold, what is deleted is overwritten")
    func settings() async throws {
        let catalogue = try place.open()
        let pragmas = try await catalogue.pool.writeWithoutTransaction { db in
            try ["synchronous", "foreign_keys", "secure_delete"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") } as [Int?]
        }
        #expect(pragmas == [2, 1, 1])
        #expect(try await catalogue.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test("no name of a restricted paper stands anywhere on the disk")
    func restrictedNames() async throws {
        let catalogue = try place.open()
        let name = "Phuong-an-tac-chien.pdf"
        try await catalogue.note(Samples.scan("a", fileName: name, inboxPath: name))
        var scan = Samples.scan("a", state: .restricted, fileName: name, inboxPath: "x/" + name)
        scan.reason = SetAsideReason(.secretMark, message: name, mark: .mat)
        try await catalogue.end(scan)
        #expect(try !place.holds("tac-chien"))
        #expect(try place.holds("secret_mark"))
    }

    @Test("a name that an earlier try had left is gone from the disk once its bytes are restricted")
    func forgottenNames() async throws {
        let catalogue = try place.open()
        try await catalogue.end(Samples.scan("a", state: .rejected, fileName: "Phuong-an-tac-chien.pdf"))
        #expect(try place.holds("tac-chien"))
        try await catalogue.end(Samples.scan("b", state: .restricted))
        #expect(try !place.holds("tac-chien"))
    }

    @Test("readers go on while a writer works")
    func readersDuringWrites() async throws {
        let catalogue = try place.open()
        let other = try place.open()
        try await catalogue.add("old", ["kế hoạch"])
        let written = DispatchSemaphore(value: 0)
        let read = DispatchSemaphore(value: 0)
        async let writing: Void = catalogue.record(
            Samples.scan("new", hash: 2, state: .recorded, pages: 1), records: [Samples.record("new", scan: "new")]
        ) { page in
            written.signal()
            #expect(read.wait(timeout: .now() + 120) == .success, "readers wait for the writer")
            return Samples.page(page, "kế hoạch")
        }
        await waitOffPool(for: written)
        for reader in [catalogue, other] { #expect(try await reader.found("kế hoạch") == ["old"]) }
        read.signal()
        try await writing
        #expect(try await other.found("kế hoạch").count == 2)
    }

    @Test("a lock that is held for too long is busy, and a retry helps")
    func busy() async throws {
        let catalogue = try SQLiteCatalogue(path: place.path, roles: nil, busySeconds: 0.05)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let holder = try DatabaseQueue(path: place.path, configuration: configuration)
        try await holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let failure = await #expect(throws: CatalogueFailure.self) { try await catalogue.note(Samples.scan("a")) }
        guard case .busy = failure else { return #expect(failure == nil) }
        try await holder.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try await catalogue.note(Samples.scan("a"))
    }

    @Test("a full disk leaves nothing half written, and a retry helps once there is room")
    func fullDisk() async throws {
        let catalogue = try place.open()
        try await catalogue.add("before", ["kế hoạch"])
        let pages = try await limit(catalogue, to: 0)
        _ = try await limit(catalogue, to: pages + 10)
        let long = (0..<20_000).map { "từ\($0)" }.joined(separator: " ")
        let failure = await #expect(throws: CatalogueFailure.self) { try await catalogue.add("after", [long, long]) }
        guard case .noRoom = failure else { return #expect(failure == nil) }
        #expect(try await catalogue.scan(id: "scan-after") == nil)
        #expect(try await catalogue.faults() == [])
        _ = try await limit(catalogue, to: 1_000_000)
        try await catalogue.add("after", [long, long])
        #expect(try await catalogue.found("từ19999") == ["after"])
    }

    /// Sets how many pages the file may have, or with 0 only tells how many it has.
    private func limit(_ catalogue: SQLiteCatalogue, to pages: Int) async throws -> Int {
        try await catalogue.pool.writeWithoutTransaction { db in
            if pages > 0 { _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)") }
            return try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        }
    }

    private func waitOffPool(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
