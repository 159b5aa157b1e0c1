import Foundation
import GRDB
import Records
import struct Records.Record
import TestSupport

@testable import SQLiteCatalogue

/// A year in the life of a commune, told to the catalogue and to the naive auditor alike. The same seed is the same year.
struct SimulatedYear {
    private(set) var office = NaiveOffice()
    private var numbers: SeededRandom
    private var serial = 0
    private let itemCount: Int
    private let caseCount: Int
    private let days: Int
    private let mostEvents: Int
    private var casesSoFar = 0

    /// - Parameters:
    ///   - days: in which all cases come.
    ///   - mostEvents: that happen on one day.
    init(seed: UInt64, items: Int, cases: Int, days: Int = 365, mostEvents: Int? = nil) {
        numbers = SeededRandom(seed: seed)
        (itemCount, caseCount, self.days) = (items, cases, days)
        self.mostEvents = mostEvents ?? (items + cases) / 150
    }

    private static let procedures = [nil, "9.999999", "2.000635", "2.000635.000.00.00.H35", "2.000815"]

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    private mutating func one<Value>(of values: [Value]) -> Value? { values.randomElement(using: &numbers) }

    /// Everything that happens on one day, some of it by a clock that is hours wrong.
    mutating func live(_ day: CalendarDate, number: Int, in catalogue: SQLiteCatalogue) async throws {
        let noon = day.end - 12 * 3600
        if number == 0 { try await importInventory(catalogue, at: noon) }
        try await register(day, number, catalogue, at: noon)
        for _ in 0..<Int.random(in: 0...mostEvents, using: &numbers) {
            let at = noon + Double.random(in: -6 * 3600...6 * 3600, using: &numbers)
            switch Int.random(in: 0..<100, using: &numbers) {
            case 0..<62: try await scan(catalogue, at: at)
            case 62..<72: try await correct(catalogue, at: at)
            case 72..<76: try await refile(catalogue, at: at)
            case 76..<78: try await holdBack(catalogue, at: at)
            case 78..<90: try await reuse(catalogue, at: at)
            case 90..<94: try await undo(catalogue, at: at)
            case 94..<97: try await checkFixity(catalogue, at: at)
            default: try await correctInventory(catalogue, at: at)
            }
        }
    }

    private mutating func importInventory(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        var items: [InventoryItem] = []
        for index in 0..<itemCount {
            let state: InventoryItem.State = chance(3) ? .secret : chance(3) ? .destroyed : .inScope
            items.append(
                InventoryItem(
                    fileCode: "HS-\(index)", fonds: "P\(index % 3)", title: "Hồ sơ \(index)", totalPages: chance(4) ? nil : index % 4 + 1,
                    unit: one(of: ["VP", "TP", nil]) ?? nil, state: state))
        }
        for item in items { office.items[item.fileCode] = .init(unit: item.unit, state: item.state.rawValue, pages: item.totalPages) }
        _ = try await catalogue.importInventory(items, by: "lan", at: at)
    }

    /// New cases of the day; now and then the register of earlier ones is corrected.
    private mutating func register(_ day: CalendarDate, _ number: Int, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        let due = caseCount * (number + 1) / days
        var files: [Case] = []
        while casesSoFar < due {
            files.append(
                Case(
                    caseCode: "C-\(casesSoFar)", procedureCode: one(of: Self.procedures) ?? nil, unit: one(of: ["TP", "VP", "KT", nil]) ?? nil,
                    receivedOn: chance(2) ? nil : day,
                    resultRequired: one(of: [true, true, false, nil]) ?? nil, reportedReused: one(of: [true, false, nil]) ?? nil))
            casesSoFar += 1
        }
        if chance(20), let code = one(of: office.files.keys.sorted()), let known = office.files[code] {
            files.append(
                Case(
                    caseCode: code, procedureCode: one(of: Self.procedures) ?? nil, unit: "VP",
                    receivedOn: known.received.flatMap { CalendarDate($0) }, resultRequired: true,
                    reportedReused: known.saysReused))
        }
        guard !files.isEmpty else { return }
        for file in files {
            office.files[file.caseCode] = .init(
                unit: file.unit, procedure: file.procedureCode, received: file.receivedOn?.description, needsResult: file.resultRequired,
                saysReused: file.reportedReused)
        }
        _ = try await catalogue.importCases(files, by: "lan", at: at)
    }

    private mutating func scan(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        serial += 1
        let isOfCase = chance(55)
        let dossier = isOfCase ? one(of: office.files.keys.sorted()) : one(of: office.items.keys.sorted())
        let forms = isOfCase ? ["to_khai", "to_khai", "giay_khai_sinh", "trich_luc", "bien_nhan"] : ["van_ban"]
        let paper = NaiveOffice.Paper(
            dossier: chance(5) ? nil : dossier, form: one(of: forms) ?? "van_ban", pages: Int.random(in: 1...4, using: &numbers), waits: chance(15),
            hasCopy: !chance(5), isElectronic: chance(30))
        let id = "r\(serial)"
        office.papers[id] = paper
        let digits = String(serial, radix: 16)
        guard let hash = ContentHash(hex: String(repeating: "0", count: 64 - digits.count) + digits) else { return }
        let scan = Scan(
            id: "s\(serial)", sha256: hash, fileName: "a.pdf", pipeline: "archive", bytes: 1, mediaType: .pdf, pages: paper.pages, state: .recorded,
            takenAt: at, finishedAt: at, seconds: 1)
        let record = Record(
            id: id, scan: scan.id, file: "a.pdf", pages: Array(1...paper.pages), kind: isOfCase ? .tthc : .archive, form: paper.form,
            status: paper.waits ? .needsReview : .accepted, reviewReasons: [], fields: Fields(), dossier: paper.dossier,
            copy: paper.hasCopy ? ArchivalCopy(path: "a", sha256: hash) : nil, createdAt: at)
        try await catalogue.record(scan, records: [record]) { page in
            PageText(page: page, text: "giấy", confidence: 1, source: paper.isElectronic ? .textLayer : .ocr, rotation: 0, skew: nil)
        }
    }

    private mutating func somePaper(_ fits: (NaiveOffice.Paper) -> Bool) -> String? {
        one(of: office.papers.filter { fits($0.value) }.keys.sorted())
    }

    /// A person looks at a record and accepts it.
    private mutating func correct(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let id = somePaper({ $0.waits && !$0.isHeldBack }), var record = try await catalogue.record(id: id) else { return }
        office.papers[id]?.waits = false
        record.status = .accepted
        try await catalogue.revise(record, as: Revision(record: id, number: 0, step: .accepted, by: "lan", at: at, changes: []))
    }

    /// A record is filed under another dossier, or under none.
    private mutating func refile(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let id = somePaper({ !$0.isHeldBack }) else { return }
        let dossier = chance(30) ? nil : one(of: office.files.keys.sorted() + office.items.keys.sorted())
        office.papers[id]?.dossier = dossier
        try await change("UPDATE record SET dossier = ? WHERE id = ?", [dossier, id], id, catalogue, at: at)
    }

    /// A recorded scan turns out to bear a mark.
    private mutating func holdBack(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let id = somePaper({ !$0.isHeldBack }) else { return }
        office.papers[id]?.isHeldBack = true
        try await change(
            "UPDATE scan SET state = 'restricted', file_name = NULL, inbox_path = NULL WHERE id = ?", ["s" + id.dropFirst()], id, catalogue, at: at)
    }

    /// What commands do that are no part of the catalogue's port yet: change rows, and say so in the trail.
    private func change(_ sql: String, _ arguments: StatementArguments, _ id: String, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        try await catalogue.asACommand(sql, arguments, AuditEntry(at: at, who: "lan", what: .recordRouted, subject: id))
    }

    private mutating func reuse(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let file = one(of: office.files.keys.sorted()), let paper = somePaper({ !$0.isHeldBack && !$0.isDamaged && $0.dossier != file }) else {
            return
        }
        serial += 1
        let event = ReuseEvent(
            id: "u\(serial)", caseCode: file, component: "A", fromRecord: paper, sourceKind: .component, by: "lan", because: "theo đơn", at: at)
        if try await catalogue.recordReuse(event, by: ProcedureTable()).id == event.id { office.reuses[event.id] = .init(file: file, paper: paper) }
    }

    private mutating func undo(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let id = one(of: office.reuses.filter { !$0.value.isUndone }.keys.sorted()) else { return }
        office.reuses[id]?.isUndone = true
        try await catalogue.undoReuse(id, by: "lan", because: nil, at: at)
    }

    private mutating func checkFixity(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let broken = somePaper({ !$0.isDamaged }) else { return }
        let mended = somePaper(\.isDamaged)
        office.papers[broken]?.isDamaged = true
        if let mended { office.papers[mended]?.isDamaged = false }
        try await catalogue.noteFixity(damaged: [broken], intact: mended.map { [$0] } ?? [], by: "lan", at: at)
    }

    private mutating func correctInventory(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        guard let code = one(of: office.items.keys.sorted()), let index = Int(code.dropFirst(3)) else { return }
        let item = InventoryItem(
            fileCode: code, fonds: "P\(index % 3)", title: "Hồ sơ \(index)", totalPages: Int.random(in: 1...3, using: &numbers), unit: "VP",
            state: chance(5) ? .destroyed : .inScope)
        office.items[code] = .init(unit: item.unit, state: item.state.rawValue, pages: item.totalPages)
        _ = try await catalogue.importInventory([item], by: "lan", at: at)
    }
}
