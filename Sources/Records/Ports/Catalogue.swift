package import Foundation

/// Everything that is known: scans, records, their index, the inventory, cases, reuse, and the trail of who did what.
///
/// A backend promises: each writing call is one transaction with its index and audit entries; readers never wait for a writer;
/// times come from the caller, not from the database. Every backend passes the same contract test.
package protocol Catalogue: FigureCatalogue {
    // MARK: Scans

    /// Notes a scan that is being worked on (`waiting` or `reading`), or changes what is noted. No name before its screen.
    func note(_ scan: Scan) async throws(CatalogueFailure)
    /// Forgets a scan that has not ended; an ended one stays.
    func forget(scan id: String) async throws(CatalogueFailure)
    /// Ends a scan as recorded with its records, pages, index and audit entries, all or nothing. Ending the same scan again changes nothing.
    /// - Parameters:
    ///   - scan: in state `recorded`.
    ///   - who: took it in.
    ///   - pageTexts: gives the text of a page (from 1); asked once a page, in order, so that no file is ever held whole.
    func record(_ scan: Scan, records: [Record], by who: String, pageTexts: @Sendable (Int) throws -> PageText) async throws(CatalogueFailure)
    /// Ends a scan as duplicate, restricted or rejected, with its audit entry. A hash is restricted once: again changes nothing.
    func end(_ scan: Scan, by who: String) async throws(CatalogueFailure)
    /// The inbox file has left its folder.
    func released(scan id: String) async throws(CatalogueFailure)

    func scan(id: String) async throws(CatalogueFailure) -> Scan?
    /// The recorded or restricted scan of these bytes; nil where there is none (rejected ones may be tried again).
    func settledScan(_ hash: ContentHash) async throws(CatalogueFailure) -> Scan?
    /// All scans in a state, or all, oldest first, in pages of `limit` after the scan `after`.
    func scans(in state: ScanState?, after: String?, limit: Int) async throws(CatalogueFailure) -> [Scan]
    /// Scans that have not ended.
    func unfinishedScans() async throws(CatalogueFailure) -> [Scan]
    /// Ended scans of a pipeline whose file still has to leave the inbox.
    func unreleasedScans() async throws(CatalogueFailure) -> [Scan]

    // MARK: Records

    func record(id: String) async throws(CatalogueFailure) -> Record?
    func records(ofScan id: String) async throws(CatalogueFailure) -> [Record]
    /// Text of a record's pages, in order.
    func pageTexts(ofRecord id: String) async throws(CatalogueFailure) -> [PageText]
    /// Records of a status, oldest first, in pages of `limit` after the record `after`.
    func records(in status: Record.Status, after: String?, limit: Int) async throws(CatalogueFailure) -> [Record]
    func search(_ query: SearchQuery) async throws(CatalogueFailure) -> [SearchHit]

    // MARK: What people decide, and what a new reading changes

    /// Writes a record as its next revision, with its index and its audit entry, and returns it as it stands: what only the catalogue
    /// can tell (`duplicate:…`, `unknown_case`) is asked anew.
    /// - Parameter record: with the revision that it was made from.
    /// - Throws: `outdated` where another revision has been written since.
    @discardableResult
    func revise(_ record: Record, as revision: Revision) async throws(CatalogueFailure) -> Record
    /// What became of a record after its first reading, in order.
    func revisions(ofRecord id: String) async throws(CatalogueFailure) -> [Revision]
    /// Puts a recorded scan's pages and records in the place of those that are there, all or nothing: each record as its next revision
    /// where it differs, new ones beside them, and those that have no pages left withdrawn.
    /// - Throws: `outdated` where a record was revised since it was looked at.
    func replace(_ replacement: ScanReplacement, pageTexts: @Sendable (Int) throws -> PageText) async throws(CatalogueFailure)
    /// Holds a recorded scan back: of its names, pages, records, index and revisions nothing stays but what `end` keeps of a
    /// restricted one. Records that the reuse ledger names stay as empty rows, shown to nobody.
    func withhold(_ scan: Scan, by who: String) async throws(CatalogueFailure)
    /// Says that a restricted file is no secret after all: its mark on that page counts no more for these bytes, whichever scan has them.
    /// Returns the scan as it stands; a file that is released already stays so.
    @discardableResult
    func release(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan
    /// Notes that a restricted file was removed by a person. The same bytes are still held back when they come again.
    @discardableResult
    func purged(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan
    /// The marks on these bytes that a person has said to be none.
    func releasedMarks(of hash: ContentHash) async throws(CatalogueFailure) -> Set<SecretFinding>

    // MARK: What there is to digitise, and what for

    /// Begins an import. Its rows come in batches, each a transaction; a second import of the same table changes nothing.
    func beginImport(_ scope: ImportRun.Scope, by who: String, at: Date) async throws(CatalogueFailure) -> ImportRun
    /// Takes rows that are new or changed; the same rows again change nothing, and a row that is there keeps what it has under columns that the
    /// table does not have. A file code that belongs to another fonds refuses the whole batch:
    /// an import must not take another's items over.
    func importInventory(_ rows: [ImportRow<InventoryItem>], in run: ImportRun, by who: String, at: Date) async throws(CatalogueFailure)
        -> ImportBatch<InventoryItem>
    /// Likewise; what cases change about records that name them is looked at when the import ends.
    func importCases(_ rows: [ImportRow<Case>], in run: ImportRun, by who: String, at: Date) async throws(CatalogueFailure)
        -> ImportBatch<Case>
    /// Ends an import with its audit entry. Returns how many rows are marked anew because the table no longer lists them.
    /// - Parameter marks: whether rows that are not listed are marked at all.
    func endImport(_ run: ImportRun, counted: ImportCount, marks: Bool, by who: String, at: Date) async throws(CatalogueFailure) -> Int
    /// The fonds of each file code of the inventory that belongs to another fonds; nil for all.
    func inventoryFonds(otherThan fonds: String?) async throws(CatalogueFailure) -> [String: String]
    /// How far each item has come; of one fonds, or all. In order of fonds and code.
    func inventoryProgress(fonds: String?) async throws(CatalogueFailure) -> [InventoryProgress]
    /// Cases received in the period, with what is on file for each, and with them all cases without a date: they belong to no
    /// period, and whoever counts says how many they are.
    func caseProgress(in period: Period) async throws(CatalogueFailure) -> [CaseProgress]
    /// One case with what is on file for it; nil where it is not registered.
    func caseProgress(code: String) async throws(CatalogueFailure) -> CaseProgress?
    func caseFile(code: String) async throws(CatalogueFailure) -> Case?
    /// Writes the event and returns it as it is stored, under the code of its component. The same component of the same case from the same
    /// record twice is one event: then the earlier one is returned.
    /// - Throws: `noReuse` where `ReuseRule` refuses it.
    @discardableResult
    func recordReuse(_ event: ReuseEvent, by table: ProcedureTable) async throws(CatalogueFailure) -> ReuseEvent
    /// Writes the opposite of a reuse, and returns it; of one that is undone already, the earlier opposite.
    @discardableResult
    func undoReuse(_ id: String, by who: String, because: String?, at: Date) async throws(CatalogueFailure) -> ReuseEvent
    /// The ledger in order, with what was undone and its undoings.
    func reuses(ofCase code: String?) async throws(CatalogueFailure) -> [ReuseEvent]
    /// Whether the ledger names the record as a source, undone or not.
    func isReused(_ record: String) async throws(CatalogueFailure) -> Bool
    /// Records filed under a dossier or case, oldest first.
    func records(ofDossier code: String) async throws(CatalogueFailure) -> [Record]
    /// Makes a unit responsible for a record, with its audit entry; again the same changes nothing.
    func route(record id: String, to unit: String, by who: String, at: Date) async throws(CatalogueFailure)
    /// Who was made responsible by a person; nil where only a suggestion stands.
    func route(ofRecord id: String) async throws(CatalogueFailure) -> RecordRoute?
    /// Records that name a person of this identity number, or of this name in any marks; oldest first. Those that are held back, rejected
    /// or noted as damaged are none.
    func records(ofPerson idNumber: String?, name: String?) async throws(CatalogueFailure) -> [Record]

    // MARK: Trail, health

    func audit(_ entry: AuditEntry) async throws(CatalogueFailure)
    func counts() async throws(CatalogueFailure) -> CatalogueCounts
    /// The catalogue as it is at this moment, whatever is written meanwhile: for several questions whose answers must agree. To be asked only, and
    /// let go of soon; of one that stands still already, the same.
    func still() async throws(CatalogueFailure) -> any Catalogue
    /// Writes a copy of everything, as it is at one moment, into a file that is not there yet. Others write meanwhile.
    func snapshot(to path: String) async throws(CatalogueFailure)
    /// Compares index with records and walks the audit chain. One sentence a fault, in English; none when all is well.
    func faults() async throws(CatalogueFailure) -> [String]
    /// Builds the search index anew from the records, record by record, in memory that does not grow with their number.
    /// - Parameter progress: called with the number of records done and of all.
    func rebuildIndex(by who: String, at: Date, progress: @Sendable (Int, Int) -> Void) async throws(CatalogueFailure)
}

extension Catalogue {
    /// What the daemon does by itself.
    package func record(_ scan: Scan, records: [Record], pageTexts: @Sendable (Int) throws -> PageText) async throws(CatalogueFailure) {
        try await record(scan, records: records, by: AuditEntry.daemon, pageTexts: pageTexts)
    }
    package func end(_ scan: Scan) async throws(CatalogueFailure) { try await end(scan, by: AuditEntry.daemon) }
    package func withhold(_ scan: Scan) async throws(CatalogueFailure) { try await withhold(scan, by: AuditEntry.daemon) }

    /// Records that wait for a person.
    package func recordsToReview(after: String?, limit: Int) async throws(CatalogueFailure) -> [Record] {
        try await records(in: .needsReview, after: after, limit: limit)
    }
}

/// How many rows of an import were taken for what.
package struct ImportCount: Sendable, Equatable, Codable {
    package var added: Int
    package var changed: Int
    package var unchanged: Int

    package init(added: Int, changed: Int, unchanged: Int) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
    }
}

/// Totals for `/metrics`.
package struct CatalogueCounts: Sendable, Equatable {
    /// By pipeline and state, ended or not.
    package var scans: [PipelineState: Int]
    /// Pages of recorded scans by pipeline and source.
    package var pages: [PipelineSource: Int]
    package var recordsToReview: Int
    /// Records whose original or archival copy was found not to be what was taken, filed or not.
    package var damagedRecords: Int
    package var oldestUnfinished: Date?

    package struct PipelineState: Sendable, Hashable {
        package var pipeline: String
        package var state: ScanState
        package init(pipeline: String, state: ScanState) {
            self.pipeline = pipeline
            self.state = state
        }
    }

    package struct PipelineSource: Sendable, Hashable {
        package var pipeline: String
        package var source: PageReading.TextSource
        package init(pipeline: String, source: PageReading.TextSource) {
            self.pipeline = pipeline
            self.source = source
        }
    }

    package init(
        scans: [PipelineState: Int], pages: [PipelineSource: Int], recordsToReview: Int, damagedRecords: Int = 0, oldestUnfinished: Date?
    ) {
        self.scans = scans
        self.pages = pages
        self.recordsToReview = recordsToReview
        self.damagedRecords = damagedRecords
        self.oldestUnfinished = oldestUnfinished
    }
}

/// Why the catalogue did not do it.
package enum CatalogueFailure: Error, Sendable, Equatable {
    /// The disk is full, or the folder cannot be written. A retry helps once a person has helped.
    case noRoom(String)
    /// Another process holds it for too long. A retry helps.
    case busy(String)
    /// The database is damaged, or of a newer version. A retry does not help.
    case unusable(String)
    /// What was asked for does not exist or may not be: a reuse of an unknown record.
    case refused(String)
    /// What was told as a reuse is none.
    case noReuse(ReuseRefusal)
    /// What it was decided on has changed since. A retry helps after another look.
    case outdated
}
