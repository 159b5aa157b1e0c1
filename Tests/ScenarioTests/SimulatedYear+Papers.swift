import Foundation
import Records
import SQLiteCatalogue
import Testing

/// What comes out of the scanner, and what people decide on it.
extension SimulatedYear {
    private static let caseForms = ["to_khai", "to_khai", "giay_khai_sinh", "trich_luc", "bien_nhan", "van_ban"]
    private static let doubt = "low_confidence:subject"
    private static let splitChanged = "split_changed"

    private mutating func somePaper(_ fits: (NaiveOffice.Paper) -> Bool) -> String? {
        one(of: office.papers.filter { fits($0.value) && office.scans[$0.value.scan]?.isHeldBack == false }.keys.sorted())
    }

    private mutating func someDossier() -> String? {
        if chance(5) { return nil }
        return chance(55) ? one(of: office.files.keys.sorted()) : one(of: office.items.keys.sorted())
    }

    /// One paper or two, which may share a page.
    mutating func scan(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        serial += 1
        let id = "s\(serial)"
        let count = Int.random(in: 1...4, using: &numbers)
        let scan = NaiveOffice.Scan(pages: count, textPages: someTextPages(of: count))
        office.scans[id] = scan
        let dossier = someDossier()
        var papers = [(id: "r\(serial)", paper: somePaper(of: id, pages: Array(1...count), dossier: dossier))]
        if count > 1, chance(35) {
            let start = Int.random(in: 2...count, using: &numbers)
            papers[0].paper.pages = Array(1...(chance(40) ? start : start - 1))
            let other = chance(60) ? dossier : someDossier()
            papers.append((id: "r\(serial)b", paper: somePaper(of: id, pages: Array(start...count), dossier: other)))
        }
        for (id, paper) in papers { office.papers[id] = paper }
        let records = try papers.map { try Self.record($0.id, $0.paper, at: at) }
        try await catalogue.record(try Self.scan(id, scan, at: at), records: records, pageTexts: Self.texts(of: scan))
        return true
    }

    private mutating func someTextPages(of count: Int) -> Set<Int> {
        if chance(30) { return Set(1...count) }
        return chance(30) ? [1] : []
    }

    private mutating func somePaper(of scan: String, pages: [Int], dossier: String?) -> NaiveOffice.Paper {
        let form = one(of: dossier?.hasPrefix("C-") == true ? Self.caseForms : ["van_ban"]) ?? "van_ban"
        return NaiveOffice.Paper(
            scan: scan, pages: pages, dossier: dossier, form: form, type: someType(), issued: someDay(of: dossier),
            reasons: chance(15) ? [Self.doubt] : [], hasCopy: !chance(5))
    }

    private mutating func someType() -> String? { one(of: ["TB", "GM", nil]) ?? nil }

    /// Of issue: not known, long before, on the day of the case, or after it.
    private mutating func someDay(of dossier: String?) -> String? {
        one(of: [nil, "2025-06-01", dossier.flatMap { office.files[$0]?.received }, "2026-12-30"]) ?? nil
    }

    private static func scan(_ id: String, _ scan: NaiveOffice.Scan, at: Date) throws -> Scan {
        Scan(
            id: id, sha256: try hash(id), fileName: "a.pdf", pipeline: "archive", bytes: 1, mediaType: .pdf, pages: scan.pages, state: .recorded,
            takenAt: at, finishedAt: at, seconds: 1)
    }

    private static func hash(_ scan: String) throws -> ContentHash {
        let digits = String(Int(scan.dropFirst()) ?? 0, radix: 16)
        return try #require(ContentHash(hex: String(repeating: "0", count: 64 - digits.count) + digits))
    }

    private static func field(_ text: String?) -> Field? { text.map { Field($0, confidence: 1, page: 1, source: .ocr) } }

    private static func record(_ id: String, _ paper: NaiveOffice.Paper, at: Date) throws -> Record {
        var fields = Fields()
        (fields.typeCode, fields.issuedOn) = (field(paper.type), field(paper.issued))
        return Record(
            id: id, scan: paper.scan, file: "a.pdf", pages: paper.pages, kind: paper.form == "van_ban" ? .archive : .tthc, form: paper.form,
            status: paper.reasons.isEmpty ? .accepted : .needsReview, reviewReasons: paper.reasons.sorted(), fields: fields,
            dossier: paper.dossier, copy: paper.hasCopy ? ArchivalCopy(path: id, sha256: try hash(paper.scan)) : nil, createdAt: at)
    }

    private static func texts(of scan: NaiveOffice.Scan) -> @Sendable (Int) -> PageText {
        let textPages = scan.textPages
        return { page in
            PageText(page: page, text: "giấy", confidence: 1, source: textPages.contains(page) ? .textLayer : .ocr, rotation: 0, skew: nil)
        }
    }

    /// A decision on a record as it stands, written as its next revision.
    private mutating func decide(
        _ step: Revision.Step, on id: String, _ catalogue: SQLiteCatalogue, at: Date, _ change: (inout Record) -> Void
    ) async throws {
        let before = try #require(try await catalogue.record(id: id))
        var after = before
        change(&after)
        let changes = before.changes(to: after)
        try await catalogue.revise(
            after, as: Revision(record: id, number: before.revision + 1, step: step, by: "lan", because: nil, at: at, changes: changes))
        office.papers[id]?.isTouched = true
        if step == .corrected { office.papers[id]?.corrected.formUnion(changes.map { RecordFacts.root($0.field) }) }
    }

    /// A person looks at a record and accepts it, also one that was rejected.
    mutating func accept(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let id = somePaper({ !$0.reasons.isEmpty || $0.isRejected }), var paper = office.papers[id] else { return false }
        if !paper.isRejected { paper.waived.formUnion(paper.reasons) }
        (paper.reasons, paper.isRejected, paper.isAccepted) = ([], false, true)
        office.papers[id] = paper
        try await decide(.accepted, on: id, catalogue, at: at) { ($0.status, $0.reviewReasons) = (.accepted, []) }
        return true
    }

    mutating func reject(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let id = somePaper({ !$0.isRejected }), var paper = office.papers[id] else { return false }
        (paper.isRejected, paper.isAccepted, paper.reasons) = (true, false, [])
        office.papers[id] = paper
        try await decide(.rejected, on: id, catalogue, at: at) { ($0.status, $0.reviewReasons) = (.rejected, []) }
        return true
    }

    /// A record is filed under another dossier, or under none.
    mutating func refile(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        let dossier = chance(30) ? nil : someDossier()
        guard let id = somePaper({ !$0.isRejected && $0.dossier != dossier }) else { return false }
        office.papers[id]?.dossier = dossier
        try await decide(.corrected, on: id, catalogue, at: at) { $0.dossier = dossier }
        return true
    }

    /// It is another paper than was read.
    mutating func changeForm(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let form = one(of: Self.caseForms), let id = somePaper({ !$0.isRejected && $0.form != form }) else { return false }
        let (type, issued) = (someType(), someDay(of: office.papers[id]?.dossier))
        office.papers[id]?.form = form
        office.papers[id]?.type = type
        office.papers[id]?.issued = issued
        try await decide(.corrected, on: id, catalogue, at: at) {
            ($0.form, $0.fields.typeCode, $0.fields.issuedOn) = (form, Self.field(type), Self.field(issued))
        }
        return true
    }

    /// A recorded scan turns out to bear a mark.
    mutating func holdBack(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let id = one(of: office.scans.filter { !$0.value.isHeldBack }.keys.sorted()) else { return false }
        office.scans[id]?.isHeldBack = true
        var scan = try #require(try await catalogue.scan(id: id))
        (scan.state, scan.finishedAt) = (.restricted, at)
        scan.reason = SetAsideReason(.secretMark, mark: .mat)
        scan.markedPage = 1
        try await catalogue.withhold(scan)
        return true
    }

    /// `ingest --again`: other words, other pages, a paper more or less; what people decided stays.
    mutating func readAgain(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let id = one(of: office.scans.filter { !$0.value.isHeldBack }.keys.sorted()), var scan = office.scans[id] else { return false }
        scan.textPages = someTextPages(of: scan.pages)
        office.scans[id] = scan
        var (records, revisions, withdrawn) = ([Record](), [Revision](), [String]())
        let stored = try await catalogue.records(ofScan: id)
        for record in stored {
            let paper = try #require(office.papers[record.id])
            let isSource = office.reuses.values.contains { $0.paper == record.id }
            if stored.count > 1, record.id.hasSuffix("b"), !paper.isTouched, !isSource, chance(40) {
                office.papers[record.id] = nil
                withdrawn.append(record.id)
                continue
            }
            let merged = try await read(record, paper, again: scan, catalogue, at: at)
            records.append(merged)
            let changes = record.changes(to: merged)
            guard !changes.isEmpty else { continue }
            revisions.append(Revision(record: record.id, number: record.revision + 1, step: .readAgain, by: "lan", at: at, changes: changes))
        }
        let second = "r\(id.dropFirst())b"
        if office.papers[second] == nil, !withdrawn.contains(second), chance(30) {
            let paper = somePaper(of: id, pages: [scan.pages], dossier: someDossier())
            office.papers[second] = paper
            records.append(try Self.record(second, paper, at: at))
        }
        try await catalogue.replace(
            ScanReplacement(scan: try Self.scan(id, scan, at: at), records: records, revisions: revisions, withdrawn: withdrawn, by: "lan", at: at),
            pageTexts: Self.texts(of: scan))
        return true
    }

    /// What a new reading makes of one record; the auditor applies the rule in his own words.
    private mutating func read(
        _ record: Record, _ paper: NaiveOffice.Paper, again scan: NaiveOffice.Scan, _ catalogue: SQLiteCatalogue, at: Date
    ) async throws -> Record {
        var reading = record
        (reading.form, reading.dossier) = (chance(20) ? "to_khai" : record.form, chance(20) ? someDossier() : record.dossier)
        reading.reviewReasons = chance(20) ? [Self.doubt] : []
        if chance(25) { reading.pages = Array(Int.random(in: 1...scan.pages, using: &numbers)...scan.pages) }
        var paper = paper
        if !paper.isAccepted {
            if !paper.corrected.contains("form") { paper.form = reading.form }
            if !paper.corrected.contains("dossier") { paper.dossier = reading.dossier }
        }
        var reasons = Set(reading.reviewReasons).subtracting(paper.waived)
        if paper.reasons.contains(Self.splitChanged) || paper.pages != reading.pages { reasons.insert(Self.splitChanged) }
        if !paper.isRejected { paper.reasons = reasons }
        paper.pages = reading.pages
        office.papers[record.id] = paper
        return RecordMerge(record, read: reading, work: HumanWork(try await catalogue.revisions(ofRecord: record.id))).record
    }

    mutating func reuse(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let file = one(of: office.files.keys.sorted()),
            let paper = somePaper({ !$0.isRejected && !$0.isDamaged && $0.dossier != file }),
            (office.papers[paper]?.issued ?? "") <= (office.files[file]?.received ?? "9999")
        else { return false }
        serial += 1
        let event = ReuseEvent(
            id: "u\(serial)", caseCode: file, component: "A", fromRecord: paper, sourceKind: .component, by: "lan", because: "đã đối chiếu", at: at)
        if try await catalogue.recordReuse(event, by: ProcedureTable()).id == event.id { office.reuses[event.id] = .init(file: file, paper: paper) }
        return true
    }

    mutating func undo(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let id = one(of: office.reuses.filter { !$0.value.isUndone }.keys.sorted()) else { return false }
        office.reuses[id]?.isUndone = true
        try await catalogue.undoReuse(id, by: "lan", because: nil, at: at)
        return true
    }

    mutating func checkFixity(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let broken = somePaper({ !$0.isDamaged }) else { return false }
        let mended = chance(80) ? somePaper(\.isDamaged) : nil
        office.papers[broken]?.isDamaged = true
        if let mended { office.papers[mended]?.isDamaged = false }
        try await catalogue.noteFixity(damaged: [broken], intact: mended.map { [$0] } ?? [], by: "lan", at: at)
        return true
    }
}
