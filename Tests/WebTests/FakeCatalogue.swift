import Foundation
import Records
import Synchronization

/// A catalogue in memory that answers as scripted and notes what it is asked.
final class FakeCatalogue: Catalogue {
    struct State {
        var records: [Record] = []
        var texts: [PageText] = []
        var hits: [SearchHit] = []
        var counts = CatalogueCounts(scans: [:], pages: [:], recordsToReview: 0, oldestUnfinished: nil)
        /// Thrown by everything.
        var failure: CatalogueFailure?
        /// Thrown by `audit` alone.
        var auditFailure: CatalogueFailure?
        var queries: [SearchQuery] = []
        var audited: [AuditEntry] = []
        var cases: [Case] = []
        var reuses: [ReuseEvent] = []
        /// Thrown by `recordReuse` alone.
        var reuseFailure: CatalogueFailure?
    }

    private let state: Mutex<State>

    init(_ prepare: (inout State) -> Void = { _ in }) {
        var state = State()
        prepare(&state)
        self.state = Mutex(state)
    }

    var queries: [SearchQuery] { state.withLock { $0.queries } }
    var audited: [AuditEntry] { state.withLock { $0.audited } }

    func paperRoles() throws(CatalogueFailure) -> PaperRoles { try answer { _ in PaperRoles(forms: [], procedures: []) } }

    private func answer<Value: Sendable>(_ read: (inout State) -> Value) throws(CatalogueFailure) -> Value {
        let (failure, value) = state.withLock { ($0.failure, read(&$0)) }
        if let failure { throw failure }
        return value
    }

    func record(id: String) async throws(CatalogueFailure) -> Record? { try answer { $0.records.first { $0.id == id } } }
    func pageTexts(ofRecord id: String) async throws(CatalogueFailure) -> [PageText] { try answer { $0.texts } }
    func counts() async throws(CatalogueFailure) -> CatalogueCounts { try answer { $0.counts } }
    func scan(id: String) async throws(CatalogueFailure) -> Scan? { try answer { _ in nil } }

    func search(_ query: SearchQuery) async throws(CatalogueFailure) -> [SearchHit] {
        try answer {
            $0.queries.append(query)
            return Array($0.hits.prefix(query.limit))
        }
    }

    func caseFile(code: String) async throws(CatalogueFailure) -> Case? { try answer { $0.cases.first { $0.caseCode == code } } }

    func recordReuse(_ event: ReuseEvent, by table: ProcedureTable) async throws(CatalogueFailure) -> ReuseEvent {
        if let failure = state.withLock({ $0.reuseFailure }) { throw failure }
        guard let file = try await caseFile(code: event.caseCode) else { throw .noReuse(.unknownCase) }
        guard let source = try await record(id: event.fromRecord) else { throw .noReuse(.unknownRecord) }
        do throws(ReuseRefusal) { _ = try ReuseRule(file, by: table).component(of: event, from: .init(source)) } catch { throw .noReuse(error) }
        return try answer { state in
            if let earlier = state.reuses.first(where: { $0.component == event.component }) { return earlier }
            state.reuses.append(event)
            return event
        }
    }

    func audit(_ entry: AuditEntry) async throws(CatalogueFailure) {
        if let failure = state.withLock({ $0.auditFailure }) { throw failure }
        try answer { $0.audited.append(entry) }
    }
}

/// What no route asks for.
extension FakeCatalogue {
    private var unasked: CatalogueFailure { .unusable("not scripted") }

    func note(_ scan: Scan) async throws(CatalogueFailure) { throw unasked }
    func still() async throws(CatalogueFailure) -> any Catalogue { throw unasked }
    func snapshot(to path: String) async throws(CatalogueFailure) { throw unasked }
    func forget(scan id: String) async throws(CatalogueFailure) { throw unasked }
    func record(_ scan: Scan, records: [Record], by who: String, pageTexts: @Sendable (Int) throws -> PageText) async throws(CatalogueFailure) {
        throw unasked
    }
    func end(_ scan: Scan, by who: String) async throws(CatalogueFailure) { throw unasked }
    func released(scan id: String) async throws(CatalogueFailure) { throw unasked }
    func settledScan(_ hash: ContentHash) async throws(CatalogueFailure) -> Scan? { throw unasked }
    func scans(in state: ScanState?, after: String?, limit: Int) async throws(CatalogueFailure) -> [Scan] { throw unasked }
    func unfinishedScans() async throws(CatalogueFailure) -> [Scan] { throw unasked }
    func unreleasedScans() async throws(CatalogueFailure) -> [Scan] { throw unasked }
    func records(ofScan id: String) async throws(CatalogueFailure) -> [Record] { throw unasked }
    func records(in status: Record.Status, after: String?, limit: Int) async throws(CatalogueFailure) -> [Record] { throw unasked }
    func inventoryFonds(otherThan fonds: String?) async throws(CatalogueFailure) -> [String: String] { throw unasked }
    func inventoryProgress(fonds: String?) async throws(CatalogueFailure) -> [InventoryProgress] { throw unasked }
    func caseProgress(in period: Period) async throws(CatalogueFailure) -> [CaseProgress] { throw unasked }
    func reuses(ofCase code: String?) async throws(CatalogueFailure) -> [ReuseEvent] { throw unasked }
    func undoReuse(_ id: String, by who: String, because: String?, at: Date) async throws(CatalogueFailure) -> ReuseEvent { throw unasked }
    func records(ofPerson idNumber: String?, name: String?) async throws(CatalogueFailure) -> [Record] { throw unasked }
    func records(ofDossier code: String) async throws(CatalogueFailure) -> [Record] { throw unasked }
    func route(record id: String, to unit: String, by who: String, at: Date) async throws(CatalogueFailure) { throw unasked }
    func route(ofRecord id: String) async throws(CatalogueFailure) -> RecordRoute? { throw unasked }
    func caseProgress(code: String) async throws(CatalogueFailure) -> CaseProgress? { throw unasked }
    func lastWork(until moment: Date) async throws(CatalogueFailure) -> Date? { try answer { _ in moment - 3600 } }
    func issuedReports(of period: String) async throws(CatalogueFailure) -> [Data] { throw unasked }
    func issue(
        report: Data, of period: String, amendment: Int, forms: [String: Data], by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data {
        throw unasked
    }
    func reportFile(of period: String, amendment: Int, form: String) async throws(CatalogueFailure) -> Data? { throw unasked }
    func keep(
        reportFile bytes: Data, of period: String, amendment: Int, form: String, by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data {
        throw unasked
    }
    func beginImport(_ scope: ImportRun.Scope, by who: String, at: Date) async throws(CatalogueFailure) -> ImportRun { throw unasked }
    func importInventory(_ rows: [ImportRow<InventoryItem>], in run: ImportRun, by who: String, at: Date) async throws(CatalogueFailure)
        -> ImportBatch<InventoryItem>
    { throw unasked }
    func importCases(_ rows: [ImportRow<Case>], in run: ImportRun, by who: String, at: Date) async throws(CatalogueFailure) -> ImportBatch<Case> {
        throw unasked
    }
    func endImport(_ run: ImportRun, counted: ImportCount, marks: Bool, by who: String, at: Date) async throws(CatalogueFailure) -> Int {
        throw unasked
    }
    func revise(_ record: Record, as revision: Revision) async throws(CatalogueFailure) -> Record { throw unasked }
    func revisions(ofRecord id: String) async throws(CatalogueFailure) -> [Revision] { throw unasked }
    func replace(_ replacement: ScanReplacement, pageTexts: @Sendable (Int) throws -> PageText) async throws(CatalogueFailure) { throw unasked }
    func withhold(_ scan: Scan, by who: String) async throws(CatalogueFailure) { throw unasked }
    func release(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan { throw unasked }
    func purged(_ hash: ContentHash, by who: String, because: String, at: Date) async throws(CatalogueFailure) -> Scan { throw unasked }
    func releasedMarks(of hash: ContentHash) async throws(CatalogueFailure) -> Set<SecretFinding> { throw unasked }
    func isReused(_ record: String) async throws(CatalogueFailure) -> Bool { throw unasked }
    func faults() async throws(CatalogueFailure) -> [String] { throw unasked }
    func rebuildIndex(by who: String, at: Date, progress: @Sendable (Int, Int) -> Void) async throws(CatalogueFailure) { throw unasked }
    func caseGroups(in periods: [Period]) async throws(CatalogueFailure) -> [[CaseGroup]] { throw unasked }
    func itemGroups() async throws(CatalogueFailure) -> [ItemGroup] { throw unasked }
    func caseFigures(in period: Period, after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: CaseFigures)] { throw unasked }
    func itemFigures(after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: ItemFigures)] { throw unasked }
    func trailLength(at moment: Date) async throws(CatalogueFailure) -> Int { throw unasked }
    func trail(after: Int, limit: Int) async throws(CatalogueFailure) -> [TrailEntry] { throw unasked }
    func trailHeads() async throws(CatalogueFailure) -> [TrailHead] { throw unasked }
    func casesReusingLaterRecords(until moment: Date) async throws(CatalogueFailure) -> Set<String> { throw unasked }
    func unfiledRecords(limit: Int) async throws(CatalogueFailure) -> (count: Int, newest: [String]) { throw unasked }
    func misnumberedItems() async throws(CatalogueFailure) -> [String] { throw unasked }
    func damaged(among records: [String]) async throws(CatalogueFailure) -> Set<String> { throw unasked }
    func noteFixity(damaged: [String], intact: [String], by who: String, at: Date) async throws(CatalogueFailure) { throw unasked }
}
