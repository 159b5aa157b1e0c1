import Foundation
import Records
import Testing

extension CatalogueContract {
    private static let october = Period.month(year: 2026, month: 10)

    static let figures: [Check] = [
        Check("cases that reuse records of a later day than their own are told, while the reuse stands") { catalogue async throws in
            let day = CalendarDate(of: Samples.noon)
            _ = try await catalogue.importCases(
                [
                    Case(caseCode: "before", receivedOn: day.adding(months: -1), components: ["A"]),
                    Case(caseCode: "same day", receivedOn: day, components: ["A"]),
                    Case(caseCode: "undated", components: ["A"]),
                ], by: "lan", at: Samples.noon)
            try await catalogue.add("r", ["trang"], kind: .tthc)
            for code in ["before", "same day", "undated"] {
                try await catalogue.recordReuse(
                    ReuseEvent(
                        id: code, caseCode: code, component: "A", fromRecord: "r", sourceKind: .component, by: "lan", because: nil,
                        at: Samples.noon + 60))
            }
            #expect(try await catalogue.casesReusingLaterRecords(until: Samples.noon + 59) == [])
            #expect(try await catalogue.casesReusingLaterRecords(until: Samples.noon + 60) == ["before"])
            try await catalogue.undoReuse("before", by: "lan", because: nil, at: Samples.noon + 120)
            #expect(try await catalogue.casesReusingLaterRecords(until: Samples.noon + 119) == ["before"])
            #expect(try await catalogue.casesReusingLaterRecords(until: Samples.noon + 120) == [])
        },
        Check("items whose papers' numbers are double, or fewer than they or the inventory say, are found") { catalogue async throws in
            let items = [("double", 2, 2), ("gap", 9, 9), ("short", 1, 2), ("bundle", 3, 3), ("open", 9, 3), ("other names", 1, 1)]
            _ = try await catalogue.importInventory(
                items.map { InventoryItem(fileCode: $0.0, fonds: "P", title: "t", totalPages: $0.1, totalDocuments: $0.2) }, by: "lan",
                at: Samples.noon)
            func add(_ number: Int, _ file: String, to item: String, papers: Int = 1) async throws {
                let scan = Samples.scan("scan-\(number)", hash: number, state: .recorded, pages: papers)
                let records = (1...papers).map { page in
                    var record = Samples.record("r\(number)-\(page)", scan: scan.id, pages: [page], dossier: item)
                    record.file = file
                    return record
                }
                try await catalogue.record(scan, records: records) { Samples.page($0, "trang") }
            }
            try await add(1, "double.0000001.pdf", to: "double")
            try await add(2, "double.0000001.tif", to: "double")
            try await add(3, "gap.0000001.pdf", to: "gap")
            try await add(4, "gap.0000003.pdf", to: "gap")
            try await add(5, "short.0000001.pdf", to: "short")
            try await add(6, "bundle.0000001.pdf", to: "bundle", papers: 3)
            try await add(7, "open.0000001.pdf", to: "open")
            try await add(8, "scan.pdf", to: "other names")
            #expect(try await catalogue.misnumberedItems() == ["double", "gap", "short"])
            var held = Samples.scan("scan-2", hash: 2, state: .restricted)
            held.reason = SetAsideReason(.secretMark, mark: .mat)
            held.markedPage = 1
            try await catalogue.withhold(held)
            #expect(try await catalogue.misnumberedItems() == ["gap", "short"])
        },
        Check("records in no case and no item are told, newest first, but not what was rejected or is held back") { catalogue async throws in
            func add(_ number: Int, dossier: String?) async throws {
                let scan = Samples.scan("scan-\(number)", hash: number, state: .recorded, pages: 1)
                let record = Samples.record("r\(number)", scan: scan.id, pages: [1], dossier: dossier)
                try await catalogue.record(scan, records: [record]) { Samples.page($0, "trang") }
            }
            for number in 1...4 { try await add(number, dossier: number == 2 ? "HS-1" : nil) }
            #expect(try await catalogue.unfiledRecords(limit: 2) == (3, ["r4", "r3"]))
            var rejected = try #require(try await catalogue.record(id: "r3"))
            rejected.status = .rejected
            try await catalogue.revise(
                rejected, as: Revision(record: "r3", number: 0, step: .rejected, by: "lan", because: "nhầm", at: Samples.noon, changes: []))
            #expect(try await catalogue.unfiledRecords(limit: 2) == (2, ["r4", "r1"]))
        },
        Check("the figures of any past entry come back as they were, from the trail alone") { catalogue async throws in
            var past: [(entries: Int, items: [String: ItemFigures], cases: [String: CaseFigures])] = []
            func remember() async throws {
                past.append(
                    (
                        entries: try await catalogue.trailLength(at: Samples.noon + 1e6), items: try await items(catalogue, nil),
                        cases: try await cases(catalogue, nil)
                    ))
            }
            try await remember()
            _ = try await catalogue.importInventory(
                [InventoryItem(fileCode: "H1", fonds: "P", title: "Một", totalPages: 2, unit: "VP")], by: "lan", at: Samples.noon)
            try await remember()
            _ = try await catalogue.importCases(
                [
                    Case(
                        caseCode: "C1", unit: "TP", receivedOn: CalendarDate("2026-10-05"), resultRequired: true, components: ["A"],
                        reportedReused: false),
                    Case(caseCode: "C2", replacementResult: "KQ-1"),
                ], by: "lan", at: Samples.noon + 1)
            try await remember()
            try await catalogue.add("a", ["1", "2"], dossier: "H1")
            try await remember()
            try await catalogue.add("b", ["3"], kind: .tthc, form: "to_khai", dossier: "C1")
            try await remember()
            try await catalogue.recordReuse(reuse("e1", of: "a", in: "C1"))
            try await remember()
            try await catalogue.undoReuse("e1", by: "lan", because: nil, at: Samples.noon + 2)
            try await remember()
            try await catalogue.noteFixity(damaged: ["a", "b"], intact: [], by: "lan", at: Samples.noon + 3)
            try await remember()
            try await catalogue.noteFixity(damaged: [], intact: ["a"], by: "lan", at: Samples.noon + 4)
            try await remember()

            #expect(past[3].items["H1"]?.isDone == true && past[2].items["H1"]?.isDone == false && past[7].items["H1"]?.isDone == false)
            #expect(past.map { $0.cases["C1"]?.reuses } == [nil, nil, 0, 0, 0, 1, 0, 0, 0])
            #expect(past.map { $0.cases["C1"]?.components } == [nil, nil, 0, 0, 1, 1, 1, 0, 0])
            #expect(past.last?.cases["C2"]?.reportedReused == true)
            for moment in past {
                #expect(try await items(catalogue, moment.entries) == moment.items, "items after \(moment.entries)")
                #expect(try await cases(catalogue, moment.entries) == moment.cases, "cases after \(moment.entries)")
            }
        },
        Check("groups are the same figures, counted together") { catalogue async throws in
            _ = try await catalogue.importInventory(
                (1...9).map {
                    InventoryItem(fileCode: "H\($0)", fonds: "P", title: "x", totalPages: $0 == 9 ? nil : $0, totalDocuments: 1, unit: "VP")
                },
                by: "lan", at: Samples.noon)
            let files = (1...9).map { Case(caseCode: "C\($0)", unit: "TP", receivedOn: CalendarDate("2026-10-0\($0)")) }
            _ = try await catalogue.importCases(files, by: "lan", at: Samples.noon)
            try await catalogue.add("a", ["1", "2", "3"], dossier: "H2")
            try await catalogue.add("b", ["1"], status: .needsReview, dossier: "H1")
            try await catalogue.add("c", ["1"], kind: .tthc, form: "to_khai", dossier: "C4")
            _ = try await catalogue.importCases(
                [Case(caseCode: "C10", unit: "TP", receivedOn: CalendarDate("2026-11-01")), Case(caseCode: "C11", unit: "TP")], by: "lan",
                at: Samples.noon)
            let periods: [Period] = [october, .quarter(year: 2026, quarter: 4), .quarter(year: 2026, quarter: 3), .year(2026), .all]
            let groups = try await catalogue.caseGroups(in: periods)
            #expect(groups.map { $0.filter { $0.figures.receivedOn != nil }.map(\.cases).reduce(0, +) } == [9, 10, 0, 10, 10])
            #expect(groups.allSatisfy { $0.filter { $0.figures.receivedOn == nil }.map(\.cases) == [1] })
            for (period, groups) in zip(periods, groups) { #expect(groups.allSatisfy { period.holds($0.figures.receivedOn) }) }
            let cases = groups[0].filter { $0.figures.receivedOn != nil }
            #expect(cases.first { $0.figures.components > 0 }?.cases == 1)
            #expect(cases.allSatisfy { $0.figures.receivedOn == CalendarDate("2026-10-01") && $0.figures.unit == "TP" })
            let items = try await catalogue.itemGroups()
            #expect(items.map(\.items).reduce(0, +) == 9)
            #expect(items.filter(\.figures.isDone).map(\.items) == [1])
            #expect(items.map(\.pages).reduce(Extent(), +) == Extent(done: 2, waiting: 1, of: 36, unknown: 1))
            #expect(items.map(\.documents).reduce(Extent(), +) == Extent(done: 1, waiting: 1, of: 9))
        },
        Check("a catalogue that stands still answers as it was, whatever is written meanwhile") { catalogue async throws in
            func figures(_ catalogue: any Catalogue) async throws -> [Int] {
                let cases = try await catalogue.caseFigures(in: .all, after: nil)
                let groups = try await catalogue.caseGroups(in: [.all])[0]
                let items = try await catalogue.itemGroups()
                let entries = try await catalogue.trailLength(at: Samples.noon + 9)
                return [cases.count, groups.map(\.cases).reduce(0, +), items.map(\.items).reduce(0, +), entries]
            }
            _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
            let still = try await catalogue.still()
            let before = try await figures(catalogue)
            _ = try await catalogue.importCases([Case(caseCode: "C2")], by: "lan", at: Samples.noon)
            _ = try await catalogue.importInventory([InventoryItem(fileCode: "H1", fonds: "P", title: "Một")], by: "lan", at: Samples.noon)
            #expect(try await figures(still) == before)
            #expect(try await figures(still.still()) == before)
            #expect(try await figures(catalogue) != before)
            #expect(try await figures(catalogue.still()) == figures(catalogue))
        },
        Check("cases of a period, and those without a date, by their figures") { catalogue async throws in
            let days = ["a": "2026-09-30", "b": "2026-10-01", "c": "2026-10-31"]
            _ = try await catalogue.importCases(
                days.map { Case(caseCode: $0.key, receivedOn: CalendarDate($0.value)) } + [Case(caseCode: "undated")], by: "lan", at: Samples.noon)
            for entry in [nil, 1] {
                #expect(try await catalogue.caseFigures(in: october, after: entry).map(\.code) == ["b", "c", "undated"])
                #expect(try await catalogue.caseFigures(in: .all, after: entry).count == 4)
            }
        },
        Check("a moment's place in the trail is where the fewest times contradict it") { catalogue async throws in
            let days: [Double] = [0, 1, 1, -9000, 2, 9000, 3, 3]
            for day in days {
                try await catalogue.audit(AuditEntry(at: Samples.noon + day * 86_400, who: "lan", what: .recordViewed, subject: "r"))
            }
            let expected: [(Double, Int)] = [(-1, 0), (0, 1), (1, 4), (2, 5), (3, 8), (9001, 8)]
            for (day, length) in expected {
                #expect(try await catalogue.trailLength(at: Samples.noon + day * 86_400 + 1) == length, "day \(day)")
            }
        },
        Check("the trail can be read, and each day has its head") { catalogue async throws in
            for day in [0, 0, 1] as [Double] {
                try await catalogue.audit(AuditEntry(at: Samples.noon + day * 86_400, who: "lan", what: .recordViewed, subject: "r", detail: "{}"))
            }
            let trail = try await catalogue.trail(after: 0, limit: 10)
            #expect(trail.map(\.number) == [1, 2, 3] && trail.allSatisfy { $0.who == "lan" && $0.hash.count == 64 && $0.changes.isEmpty })
            #expect(try await catalogue.trail(after: 1, limit: 1) == [trail[1]])
            let heads = try await catalogue.trailHeads()
            #expect(heads.map(\.entry) == [2, 3] && heads.map(\.hash) == [trail[1].hash, trail[2].hash])
        },
        Check("an undone reuse may be told again; an undoing cannot be undone") { catalogue async throws in
            _ = try await catalogue.importCases([Case(caseCode: "C1", components: ["A"])], by: "lan", at: Samples.noon)
            try await catalogue.add("a", ["1"], kind: .tthc)
            try await catalogue.recordReuse(reuse("e1", of: "a", in: "C1"))
            let undoing = try await catalogue.undoReuse("e1", by: "lan", because: "nhầm", at: Samples.noon)
            #expect(undoing.undoes == "e1" && undoing.because == "nhầm")
            #expect(try await catalogue.undoReuse("e1", by: "tú", because: nil, at: Samples.noon) == undoing)
            await expectRefused("undoing of an undoing") { try await catalogue.undoReuse(undoing.id, by: "lan", because: nil, at: Samples.noon) }
            await expectRefused("unknown") { try await catalogue.undoReuse("none", by: "lan", because: nil, at: Samples.noon) }
            try await catalogue.recordReuse(reuse("e2", of: "a", in: "C1"))
            #expect(try await catalogue.reuses(ofCase: "C1").map(\.undoes) == [nil, "e1", nil])
            #expect(try await cases(catalogue, nil)["C1"]?.reuses == 1)
        },
        Check("a paper of another person, or newer than the case, is not reused") { catalogue async throws in
            let file = Case(
                caseCode: "C1", applicantName: "Lò Văn Á", applicantID: "011099000123", receivedOn: CalendarDate("2026-10-05"),
                components: ["A", "B"])
            _ = try await catalogue.importCases([file], by: "lan", at: Samples.noon)
            func person(_ name: String?, _ number: String?) -> [Person] {
                [Person(name: Samples.field(name), idNumber: Samples.field(number))]
            }
            try await catalogue.add("own", ["1"], kind: .tthc, fields: Samples.fields(persons: person("LÒ VĂN Á", "011099000123")))
            try await catalogue.add("namesake", ["2"], kind: .tthc, fields: Samples.fields(persons: person("lo van a", nil)))
            try await catalogue.add("other", ["3"], kind: .tthc, fields: Samples.fields(persons: person("Lò Văn Á", "011099000999")))
            try await catalogue.add("newer", ["4"], kind: .tthc, fields: Samples.fields(issuedOn: "2026-10-06", persons: person("Lò Văn Á", nil)))
            #expect(try await catalogue.records(ofPerson: "011 099 000 123", name: "lò văn á").map(\.id) == ["own", "namesake", "other", "newer"])
            #expect(try await catalogue.records(ofPerson: nil, name: nil).isEmpty)
            try await catalogue.recordReuse(reuse("e1", of: "own", in: "C1"))
            await expectNoReuse(.unexplained([.otherMarks])) { try await catalogue.recordReuse(reuse("e2", of: "namesake", in: "C1")) }
            try await catalogue.recordReuse(reuse("e2", of: "namesake", in: "C1", because: "đã xem thẻ"))
            await expectNoReuse(.unexplained([.anotherPerson])) { try await catalogue.recordReuse(reuse("e3", of: "other", in: "C1")) }
            await expectNoReuse(.newer) { try await catalogue.recordReuse(reuse("e4", of: "newer", in: "C1", because: "vẫn dùng")) }
            try await catalogue.recordReuse(reuse("e5", of: "other", in: "C1", because: "người giám hộ"))
            try await catalogue.noteFixity(damaged: ["own"], intact: [], by: "lan", at: Samples.noon)
            await expectNoReuse(.damaged) { try await catalogue.recordReuse(reuse("e6", of: "own", in: "C1", component: "B")) }
        },
        Check("a reuse counts while its source is whole, and a damaged paper is offered to nobody") { catalogue async throws in
            _ = try await catalogue.importCases([Case(caseCode: "C1", receivedOn: CalendarDate("2026-10-05"))], by: "lan", at: Samples.noon)
            let fields = Samples.fields(persons: [Person(name: Samples.field("Lò Văn Á"), idNumber: Samples.field(nil))])
            try await catalogue.add("a", ["1"], kind: .tthc, fields: fields)
            try await catalogue.recordReuse(reuse("e1", of: "a", in: "C1"))
            #expect(try await reuseState(catalogue) == [1, 1])
            try await catalogue.noteFixity(damaged: ["a"], intact: [], by: "lan", at: Samples.noon)
            #expect(try await reuseState(catalogue) == [0, 0])
            try await catalogue.noteFixity(damaged: [], intact: ["a"], by: "lan", at: Samples.noon)
            #expect(try await reuseState(catalogue) == [1, 1])
            #expect(try await catalogue.faults() == [])
        },
    ]

    /// How many reuses the first case counts, and how many papers a name finds.
    private static func reuseState(_ catalogue: any Catalogue) async throws -> [Int?] {
        [try await cases(catalogue, nil)["C1"]?.reuses, try await catalogue.records(ofPerson: nil, name: "lò văn á").count]
    }

    private static func items(_ catalogue: any Catalogue, _ entry: Int?) async throws -> [String: ItemFigures] {
        Dictionary(uniqueKeysWithValues: try await catalogue.itemFigures(after: entry).map { ($0.code, $0.figures) })
    }

    private static func cases(_ catalogue: any Catalogue, _ entry: Int?) async throws -> [String: CaseFigures] {
        Dictionary(uniqueKeysWithValues: try await catalogue.caseFigures(in: .all, after: entry).map { ($0.code, $0.figures) })
    }

    private static func reuse(_ id: String, of record: String, in caseCode: String, component: String = "A", because: String? = nil) -> ReuseEvent {
        ReuseEvent(
            id: id, caseCode: caseCode, component: component, fromRecord: record, sourceKind: .component, by: "lan", because: because,
            at: Samples.noon)
    }
}
