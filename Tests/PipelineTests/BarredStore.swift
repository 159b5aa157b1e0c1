import Records

/// A store to which files of one name are barred, as to a user who may not read them.
struct BarredStore: ScanStore {
    private let store: any ScanStore
    private let name: String

    init(_ store: any ScanStore, name: String) {
        self.store = store
        self.name = name
    }

    func spool(_ source: ScanSource) async throws(StoreFailure) -> SpooledScan? {
        if source.fileName == name { throw .noAccess("open: Permission denied") }
        return try await store.spool(source)
    }

    func leftovers() async throws(StoreFailure) -> [SpooledScan] { try await store.leftovers() }
    func claim(_ hash: ContentHash) -> SpooledScan? { store.claim(hash) }
    func original(of hash: ContentHash) -> String { store.original(of: hash) }
    func save(_ reading: PageReading, of hash: ContentHash) async throws(StoreFailure) { try await store.save(reading, of: hash) }
    func reading(of page: Int, of hash: ContentHash) throws(StoreFailure) -> PageReading { try store.reading(of: page, of: hash) }
    func pagesRead(of hash: ContentHash) throws(StoreFailure) -> Set<Int> { try store.pagesRead(of: hash) }
    func noteFailure(of page: Int, of hash: ContentHash) throws(StoreFailure) { try store.noteFailure(of: page, of: hash) }
    func failures(of hash: ContentHash) throws(StoreFailure) -> [Int: Int] { try store.failures(of: hash) }
    func promote(_ hash: ContentHash) async throws(StoreFailure) { try await store.promote(hash) }
    func isStored(_ hash: ContentHash) -> Bool { store.isStored(hash) }
    func isKept(_ hash: ContentHash) -> Bool { store.isKept(hash) }
    func discard(_ hash: ContentHash) throws(StoreFailure) { try store.discard(hash) }
    func leave(_ hash: ContentHash) { store.leave(hash) }
    func readingPath(of page: Int, of hash: ContentHash) -> String { store.readingPath(of: page, of: hash) }
    func archivalPath(of record: String, of hash: ContentHash) throws(StoreFailure) -> String { try store.archivalPath(of: record, of: hash) }
    func keepArchivalCopy(of record: String, of hash: ContentHash) async throws(StoreFailure) -> ArchivalCopy {
        try await store.keepArchivalCopy(of: record, of: hash)
    }
    func remove(_ copy: ArchivalCopy) throws(StoreFailure) { try store.remove(copy) }
    func removeStored(_ hash: ContentHash) throws(StoreFailure) { try store.removeStored(hash) }
    func moveOriginal(of hash: ContentHash, to path: String) throws(StoreFailure) { try store.moveOriginal(of: hash, to: path) }
    func isIntact(_ copy: ArchivalCopy) async -> Bool? { await store.isIntact(copy) }
    func hash(ofFileAt location: String) async -> ContentHash? { await store.hash(ofFileAt: location) }
    func isIntact(_ hash: ContentHash) async -> Bool? { await store.isIntact(hash) }
    func bytesUsed() async -> Int { await store.bytesUsed() }
}
