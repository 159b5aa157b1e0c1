import Foundation
import Records
import SQLiteCatalogue

/// What there is to digitise, and what for: tables that come, are corrected, lose rows and find them again.
extension SimulatedYear {
    private static let procedures = [nil, "9.999999", "2.000635", "2.000635.000.00.00.H35", "2.000815"]

    mutating func importInventory(_ catalogue: SQLiteCatalogue, at: Date) async throws {
        var items: [InventoryItem] = []
        for index in 0..<itemCount {
            let state: InventoryItem.State = chance(3) ? .secret : chance(3) ? .destroyed : .inScope
            let unit = one(of: ["VP", "TP", nil]) ?? nil
            items.append(Self.item("HS-\(index)", pages: chance(4) ? nil : index % 4 + 1, unit: unit, state: state))
        }
        for item in items { note(item) }
        for fonds in Set(items.map(\.fonds)).sorted() {
            try await take(items.filter { $0.fonds == fonds }, of: fonds, marks: false, catalogue, at: at)
        }
    }

    private static func item(_ code: String, pages: Int?, unit: String?, state: InventoryItem.State) -> InventoryItem {
        let index = Int(code.dropFirst(3)) ?? 0
        return InventoryItem(fileCode: code, fonds: "P\(index % 3)", title: "Hồ sơ \(index)", totalPages: pages, unit: unit, state: state)
    }

    private mutating func note(_ item: InventoryItem) {
        office.items[item.fileCode] = .init(
            unit: item.unit, fonds: item.fonds, state: item.state.rawValue, pages: item.totalPages, isUnlisted: false)
    }

    /// One row by itself, of a table that is the whole of nothing.
    mutating func correctInventory(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        guard let code = one(of: office.items.keys.sorted()) else { return false }
        let item = Self.item(
            code, pages: Int.random(in: 1...3, using: &numbers), unit: "VP", state: chance(5) ? .destroyed : .inScope)
        note(item)
        try await take([item], of: item.fonds, marks: false, catalogue, at: at)
        return true
    }

    /// The whole of a fonds, some rows missing, some corrected, some new; what was missing may be there again.
    mutating func wholeInventory(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        let fonds = "P\(Int.random(in: 0...2, using: &numbers))"
        let marks = !chance(15)
        var rows: [InventoryItem] = []
        for (code, known) in office.items.sorted(by: { $0.key < $1.key }) where known.fonds == fonds {
            if chance(6) {
                if marks { office.items[code]?.isUnlisted = true }
                continue
            }
            let state = InventoryItem.State(rawValue: known.state) ?? .inScope
            rows.append(Self.item(code, pages: chance(3) ? 2 : known.pages, unit: known.unit, state: state))
        }
        if chance(30) {
            serial += 1
            let index = (100_000 + serial) * 3 + (Int(fonds.dropFirst()) ?? 0)
            rows.append(Self.item("HS-\(index)", pages: 2, unit: "TP", state: .inScope))
        }
        for row in rows { note(row) }
        try await take(rows, of: fonds, marks: marks, catalogue, at: at)
        return true
    }

    /// New cases of the day; now and then the register of earlier ones is corrected.
    mutating func register(_ day: CalendarDate, _ number: Int, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        let due = caseCount * (number + 1) / days
        var files: [Case] = []
        while casesSoFar < due {
            files.append(
                Case(
                    caseCode: "C-\(casesSoFar)", procedureCode: one(of: Self.procedures) ?? nil, unit: one(of: ["TP", "VP", "KT", nil]) ?? nil,
                    receivedOn: chance(2) ? nil : day, resultRequired: one(of: [true, true, false, nil]) ?? nil, components: ["A"],
                    reportedReused: one(of: [true, false, nil]) ?? nil))
            casesSoFar += 1
        }
        if chance(20), let code = one(of: office.files.keys.sorted()), let known = office.files[code] {
            var corrected = Self.file(code, known)
            (corrected.procedureCode, corrected.unit, corrected.resultRequired) = (one(of: Self.procedures) ?? nil, "VP", true)
            files.append(corrected)
        }
        guard !files.isEmpty else { return }
        for file in files { note(file) }
        try await take(files, marks: false, catalogue, at: at)
    }

    private static func file(_ code: String, _ known: NaiveOffice.File) -> Case {
        Case(
            caseCode: code, procedureCode: known.procedure, unit: known.unit, receivedOn: known.received.flatMap { CalendarDate($0) },
            resultRequired: known.needsResult, components: ["A"], reportedReused: known.saysReused)
    }

    private mutating func note(_ file: Case) {
        office.files[file.caseCode] = .init(
            unit: file.unit, procedure: file.procedureCode, received: file.receivedOn?.description, needsResult: file.resultRequired,
            saysReused: file.reportedReused, isUnlisted: false)
    }

    /// The register of some weeks and of one unit or two, as the one-stop system exports it anew.
    mutating func wholeRegister(_ catalogue: SQLiteCatalogue, at: Date) async throws -> Bool {
        let days = office.files.values.compactMap(\.received).sorted()
        guard let first = one(of: days), let last = one(of: days.filter { $0 >= first }) else { return false }
        let units = Set([one(of: ["TP", "VP", "KT", nil]) ?? nil, one(of: ["TP", "VP"]) ?? nil])
        var rows: [Case] = []
        for (code, known) in office.files.sorted(by: { $0.key < $1.key }) where units.contains(known.unit) {
            guard let received = known.received, (first...last).contains(received), !chance(8) else { continue }
            var file = Self.file(code, known)
            if chance(3) { file.resultRequired = true }
            rows.append(file)
        }
        // What the table shows of itself is what it is taken to be the whole of.
        let listed = Set(rows.map(\.caseCode))
        let shown = rows.compactMap { $0.receivedOn?.description }.sorted()
        guard let from = shown.first, let to = shown.last else { return false }
        let shownUnits = Set(rows.map(\.unit))
        for (code, known) in office.files where shownUnits.contains(known.unit) && !listed.contains(code) {
            if let received = known.received, (from...to).contains(received) { office.files[code]?.isUnlisted = true }
        }
        for row in rows { note(row) }
        try await take(rows, marks: true, catalogue, at: at)
        return true
    }

    /// One import of a table of items.
    private func take(_ items: [InventoryItem], of fonds: String, marks: Bool, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        let run = try await catalogue.beginImport(.inventory(fonds: fonds), by: "lan", at: at)
        for batch in Self.batches(of: items) { _ = try await catalogue.importInventory(batch, in: run, by: "lan", at: at) }
        _ = try await catalogue.endImport(run, counted: .init(added: 0, changed: 0, unchanged: 0), marks: marks, by: "lan", at: at)
    }

    /// One import of a table of cases.
    private func take(_ files: [Case], marks: Bool, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        let run = try await catalogue.beginImport(.cases, by: "lan", at: at)
        for batch in Self.batches(of: files) { _ = try await catalogue.importCases(batch, in: run, by: "lan", at: at) }
        _ = try await catalogue.endImport(run, counted: .init(added: 0, changed: 0, unchanged: 0), marks: marks, by: "lan", at: at)
    }

    private static func batches<Value: Sendable>(of values: [Value]) -> [[ImportRow<Value>]] {
        let rows = values.enumerated().map { ImportRow(line: $0.offset + 2, value: $0.element) }
        return stride(from: 0, to: rows.count, by: 40).map { Array(rows[$0..<min($0 + 40, rows.count)]) }
    }
}
