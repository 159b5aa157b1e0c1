import Foundation
import Records
import Testing

extension CatalogueContract {
    static let imports: [Check] = [
        Check("a table comes in batches; the same code twice is a duplicate, the same table again changes nothing") { catalogue async throws in
            func take(_ items: [InventoryItem], marks: Bool = true) async throws -> (ImportCount, [Int: Int], Int) {
                let run = try await catalogue.beginImport(.inventory(fonds: "P1"), by: "lan", at: Samples.noon)
                var count = ImportCount(added: 0, changed: 0, unchanged: 0)
                var duplicates: [Int: Int] = [:]
                for (line, item) in items.enumerated() {
                    let batch = try await catalogue.importInventory([ImportRow(line: line + 2, value: item)], in: run, by: "lan", at: Samples.noon)
                    count.added += batch.count.added
                    count.changed += batch.count.changed
                    count.unchanged += batch.count.unchanged
                    duplicates.merge(batch.duplicates) { $1 }
                }
                return (count, duplicates, try await catalogue.endImport(run, counted: count, marks: marks, by: "lan", at: Samples.noon))
            }
            func item(_ code: String, _ pages: Int = 1) -> InventoryItem {
                InventoryItem(fileCode: code, fonds: "P1", title: "Bà Lò Thị Á", totalPages: pages)
            }
            func unlisted() async throws -> [String] { try await catalogue.itemFigures(after: nil).filter(\.figures.isUnlisted).map(\.code) }
            let first = try await take([item("A"), item("B"), item("A", 9), item("C")])
            #expect(first.0 == ImportCount(added: 3, changed: 0, unchanged: 0) && first.1 == [4: 2] && first.2 == 0)
            let again = try await take([item("A"), item("B"), item("C")])
            #expect(again.0 == ImportCount(added: 0, changed: 0, unchanged: 3) && again.2 == 0)
            let partial = try await take([item("A")], marks: false)
            #expect(partial.2 == 0)
            #expect(try await unlisted() == [])
            let corrected = try await take([item("A", 5), item("C")])
            #expect(corrected.0 == ImportCount(added: 0, changed: 1, unchanged: 1) && corrected.2 == 1)
            #expect(try await unlisted() == ["B"])
            #expect(try await catalogue.inventoryProgress(fonds: "P1").count == 3)
            let correction = try #require(try await catalogue.trail(after: 0, limit: 100).first { $0.detail?.contains("corrected") == true })
            #expect(correction.detail?.contains(#""total_pages":["1","5"]"#) == true && correction.detail?.contains("Lò") == false)
            #expect(correction.changes.map(\.subject) == ["A"])
            #expect(try await take([item("A", 5), item("B"), item("C")]).2 == 0)
            #expect(try await unlisted() == [])
        },
        Check("a register marks only what lies between its days and in its units") { catalogue async throws in
            func take(_ files: [Case]) async throws -> Int {
                let run = try await catalogue.beginImport(.cases, by: "lan", at: Samples.noon)
                let rows = files.enumerated().map { ImportRow(line: $0.offset + 2, value: $0.element) }
                let batch = try await catalogue.importCases(rows, in: run, by: "lan", at: Samples.noon)
                return try await catalogue.endImport(run, counted: batch.count, marks: true, by: "lan", at: Samples.noon)
            }
            func file(_ code: String, _ day: String, _ unit: String? = "TP", name: String = "Lò Văn Á") -> Case {
                Case(caseCode: code, unit: unit, applicantName: name, receivedOn: CalendarDate(day))
            }
            let all = [
                file("1", "2026-10-01"), file("2", "2026-10-15"), file("3", "2026-10-31"), file("4", "2026-11-02"), file("5", "2026-10-15", "VP"),
            ]
            #expect(try await take(all) == 0)
            #expect(try await take([all[0], all[2]]) == 1)
            #expect(try await catalogue.caseFigures(in: .all, after: nil).filter(\.figures.isUnlisted).map(\.code) == ["2"])
            #expect(try await take([file("1", "2026-10-01", name: "Lò Văn Bảo")]) == 0)
            let correction = try #require(try await catalogue.trail(after: 0, limit: 100).last { $0.detail?.contains("corrected") == true })
            #expect(correction.detail?.contains(#""applicant_name":[]"#) == true && correction.detail?.contains("Lò") == false)
        },
        Check("under columns that a table does not have rows keep what they have; an empty cell of one that it has empties it") {
            catalogue async throws in
            let run = try await catalogue.beginImport(.cases, by: "lan", at: Samples.noon)
            let whole = Case(
                caseCode: "C1", procedureCode: "1.001193", unit: "TP", applicantName: "Lò Văn Á", applicantID: "011099000123",
                receivedOn: CalendarDate("2026-10-05"), resultRequired: true, components: ["A"])
            _ = try await catalogue.importCases([ImportRow(line: 2, value: whole)], in: run, by: "lan", at: Samples.noon)
            let flags = try await catalogue.beginImport(.cases, by: "lan", at: Samples.noon)
            let present: Set<Case.Column> = [.caseCode, .closedOn, .unit, .reportedDigitized]
            func row(_ line: Int, _ code: String) -> ImportRow<Case> {
                let value = Case(caseCode: code, closedOn: CalendarDate("2026-10-09"), reportedDigitized: true)
                return ImportRow(line: line, value: value, absent: Set(Case.Column.allCases).subtracting(present))
            }
            let batch = try await catalogue.importCases([row(2, "C1"), row(3, "C2")], in: flags, by: "lan", at: Samples.noon)
            var kept = whole
            (kept.unit, kept.closedOn, kept.reportedDigitized) = (nil, CalendarDate("2026-10-09"), true)
            #expect(batch.count == ImportCount(added: 1, changed: 1, unchanged: 0) && batch.completed == [2: kept])
            #expect(try await catalogue.caseFile(code: "C1") == kept)
            #expect(try await catalogue.caseFile(code: "C2") == row(3, "C2").value)
            let entry = try #require(try await catalogue.trail(after: 0, limit: 10).last)
            #expect(
                entry.detail?.contains(#""columns":{"closed_on":[null,"2026-10-09"],"reported_digitized":[null,"1"],"unit":["TP",null]}"#) == true)
            let again = try await catalogue.beginImport(.cases, by: "lan", at: Samples.noon)
            #expect(
                try await catalogue.importCases([row(2, "C1"), row(3, "C2")], in: again, by: "lan", at: Samples.noon).count
                    == ImportCount(added: 0, changed: 0, unchanged: 2))
        },
        Check("an import that changes nothing is no work, whatever it leaves in the trail") { catalogue async throws in
            func take(_ unit: String, day: Double) async throws -> Date? {
                let at = Samples.noon + day * 86_400
                _ = try await catalogue.importCases([Case(caseCode: "C1", unit: unit)], by: "lan", at: at)
                return try await catalogue.lastWork(until: at + 1)
            }
            #expect(try await catalogue.lastWork(until: Samples.noon) == nil)
            #expect(try await take("TP", day: 0) == Samples.noon)
            #expect(try await take("TP", day: 31) == Samples.noon)
            #expect(try await catalogue.trail(after: 0, limit: 10).count == 3, "each import leaves its entry")
            #expect(try await take("VP", day: 62) == Samples.noon + 62 * 86_400)
        },
        Check("two imports of the same table at once mark nothing; what only an earlier one listed is marked") { catalogue async throws in
            func rows(_ codes: [String]) -> [ImportRow<InventoryItem>] {
                codes.enumerated().map { ImportRow(line: $0.offset + 2, value: InventoryItem(fileCode: $0.element, fonds: "P1", title: "Một")) }
            }
            let runs = [
                try await catalogue.beginImport(.inventory(fonds: "P1"), by: "lan", at: Samples.noon),
                try await catalogue.beginImport(.inventory(fonds: "P1"), by: "na", at: Samples.noon),
            ]
            // Each is the last to write one of the rows.
            for (run, codes) in [(0, ["A"]), (1, ["A", "B"]), (0, ["B", "C"]), (1, ["C"])] {
                let batch = try await catalogue.importInventory(rows(codes), in: runs[run], by: "lan", at: Samples.noon)
                #expect(batch.duplicates.isEmpty)
            }
            for run in runs { #expect(try await catalogue.endImport(run, counted: .none, marks: true, by: "lan", at: Samples.noon) == 0) }
            let later = try await catalogue.beginImport(.inventory(fonds: "P1"), by: "lan", at: Samples.noon)
            _ = try await catalogue.importInventory(rows(["A", "C"]), in: later, by: "lan", at: Samples.noon)
            #expect(try await catalogue.endImport(later, counted: .none, marks: true, by: "lan", at: Samples.noon) == 1)
            #expect(try await catalogue.itemFigures(after: nil).filter(\.figures.isUnlisted).map(\.code) == ["B"])
        },
    ]
}

extension ImportCount {
    fileprivate static let none = ImportCount(added: 0, changed: 0, unchanged: 0)
}
