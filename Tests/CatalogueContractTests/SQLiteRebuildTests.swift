import Foundation
import GRDB
import Records
import Testing

@testable import SQLiteCatalogue

@Suite("An index is built anew without anyone noticing")
struct SQLiteRebuildTests {
    /// More than one batch.
    static let records = SQLiteCatalogue.rebuildBatchRecords + 20
    let place: TemporaryCatalogue
    let catalogue: SQLiteCatalogue

    init() async throws {
        place = try TemporaryCatalogue()
        catalogue = try place.open()
        let scan = Samples.scan("many", state: .recorded, pages: 1)
        let records = (1...Self.records).map { Samples.record("r\($0)", scan: "many") }
        try await catalogue.record(scan, records: records) { Samples.page($0, "Quyết định") }
    }

    @Test("killed halfway, the old index serves and nothing is at fault; the next time it is done")
    func killed() async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = place.path as String] in
            try await SQLiteCatalogue(path: path, roles: nil).rebuildIndex(by: "lan", at: Samples.noon) { _, _ in kill(getpid(), SIGKILL) }
        }
        #expect(try await hasSuccessor())
        #expect(try await found() == Self.records)
        #expect(try await catalogue.faults() == [])
        try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in }
        #expect(try await !hasSuccessor())
        #expect(try await found() == Self.records)
    }

    @Test("a stopped task stops it, and says that a retry helps")
    func cancelled() async throws {
        let task = Task { [catalogue] in
            try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CatalogueFailure.busy(Sentences.stopped)) { try await task.value }
        #expect(try await found() == Self.records)
    }

    @Test("records that come meanwhile are in the new index")
    func meanwhile() async throws {
        let other = try place.open()
        async let adding: Void = {
            for number in 1...20 { try await other.add("new\(number)", ["Quyết định"]) }
        }()
        for _ in 1...3 { try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in } }
        try await adding
        #expect(try await catalogue.faults() == [])
        #expect(try await found() == Self.records + 20)
    }

    @Test("of two at once, the later one finishes")
    func twice() async throws {
        let other = try place.open()
        let failure = await #expect(throws: CatalogueFailure.self) {
            try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in
                let done = DispatchSemaphore(value: 0)
                Task.detached {
                    try? await other.rebuildIndex(by: "minh", at: Samples.noon) { _, _ in }
                    done.signal()
                }
                done.wait()
            }
        }
        #expect(failure == .busy(Sentences.otherRebuild))
        #expect(try await catalogue.faults() == [])
        #expect(try await found() == Self.records)
    }

    private func found() async throws -> Int {
        try await catalogue.search(SearchQuery(text: "quyết định", limit: SearchQuery.maximumLimit)).count
    }

    private func hasSuccessor() async throws -> Bool {
        try await catalogue.pool.read { try $0.tableExists(SearchIndex.successor) }
    }
}
