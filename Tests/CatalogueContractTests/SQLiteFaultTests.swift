import Foundation
import GRDB
import Records
import Testing

@testable import SQLiteCatalogue

@Suite("What was done behind the catalogue's back is found")
struct SQLiteFaultTests {
    let place: TemporaryCatalogue
    let catalogue: SQLiteCatalogue

    init() async throws {
        place = try TemporaryCatalogue()
        catalogue = try place.open()
        for number in 1...5 { try await catalogue.add("r\(number)", ["Quyết định thứ \(number)"]) }
    }

    @Test(
        "a changed, missing or cut-off audit entry is named",
        arguments: [
            ("UPDATE audit SET who = 'mallory' WHERE seq = 3", "audit: entry 3 was changed after it was written"),
            ("UPDATE audit SET at = at + 1 WHERE seq = 1", "audit: entry 1 was changed after it was written"),
            ("UPDATE audit SET detail = NULL WHERE seq = 5", "audit: entry 5 was changed after it was written"),
            ("UPDATE audit SET previous = hash WHERE seq = 2", "audit: entry 2 does not follow from the entry before it"),
            ("DELETE FROM audit WHERE seq = 2", "audit: entry 2 is missing"),
            ("DELETE FROM audit WHERE seq = 1", "audit: entry 1 is missing"),
            ("DELETE FROM audit WHERE seq >= 4", "audit: entry 4 is missing"),
        ])
    func audit(change: String, fault: String) async throws {
        try place.tamper { db in
            for trigger in ["changed", "deleted"] { try db.execute(sql: "DROP TRIGGER audit_is_not_\(trigger)") }
            try db.execute(sql: change)
        }
        let guards = ["changed", "deleted"].map { "guards: the trigger audit_is_not_\($0) is missing or another" }
        #expect(try await catalogue.faults() == guards + [fault])
    }

    @Test(
        "the table of the trail refuses to be changed",
        arguments: [
            "UPDATE audit SET who = 'mallory'", "DELETE FROM audit", "DELETE FROM audit WHERE seq = 5",
            "INSERT INTO audit VALUES (9, 0, '', '', '', NULL, '', '', NULL)",
            "INSERT OR REPLACE INTO audit VALUES (3, 0, '', '', '', NULL, '', '', NULL)",
            "INSERT OR REPLACE INTO change SELECT seq, entry, kind, subject, before, replace(after, '0', '7') FROM change",
            "DELETE FROM inventory_item", "DELETE FROM case_file WHERE case_code = 'C1'",
        ])
    func appendOnly(change: String) async throws {
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        _ = try await catalogue.importInventory([InventoryItem(fileCode: "H1", fonds: "P", title: "t")], by: "lan", at: Samples.noon)
        #expect(throws: DatabaseError.self) { try place.tamper { try $0.execute(sql: change) } }
        #expect(try await catalogue.faults() == [])
    }

    @Test(
        "a record without its index entry, and an entry without its record, are named",
        arguments: [
            ("DELETE FROM search WHERE rowid = 2", "index: record r2 is stored but not in the index"),
            ("INSERT INTO search (rowid, body) VALUES (77, 'ma')", "index: entry 77 belongs to no record"),
            ("UPDATE search_content SET c3 = 'khác', c5 = 'hoàn toàn khác' WHERE id = 4", "index: record r4 is not found by its own words"),
            ("UPDATE search_content SET c2 = 'khác' WHERE id = 4", "index: does not agree with what it was made from; build it anew"),
            ("UPDATE page_tally SET pages = 4", "database: the sum of pages differs from the pages that are there"),
            ("UPDATE scan_tally SET scans = 4", "database: the sums of scans differ from the scans that are there"),
            ("DELETE FROM record_page WHERE record = 1; DELETE FROM record WHERE seq = 1", "index: entry 1 belongs to no record"),
            ("DELETE FROM page WHERE scan = 3", "database: a row of record_page refers to a row of page that is not there"),
        ])
    func index(change: String, fault: String) async throws {
        try place.tamper { try $0.execute(sql: change) }
        #expect(try await catalogue.faults().contains(fault))
    }

    @Test(
        "figures that were changed, or that the trail does not account for, are named",
        arguments: [
            ("UPDATE case_state SET reuses = 7", "figures: of C1 are not what its records say"),
            ("UPDATE case_tally SET cases = cases + 1", "figures: the sums over each case differ from what they sum"),
            (
                "DROP TRIGGER change_is_not_changed; UPDATE change SET after = replace(after, '\"reuses\":0', '\"reuses\":7')",
                "audit: what entry 6 changed is not what it changed when it was written"
            ),
            (
                "DROP TRIGGER change_is_not_deleted; DELETE FROM change", "audit: what entry 6 changed is not what it changed when it was written"
            ),
            ("DROP TRIGGER change_is_not_deleted; DELETE FROM change", "figures: the trail says nothing of C1"),
        ])
    func figures(change: String, fault: String) async throws {
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        #expect(try await catalogue.faults() == [])
        try place.tamper { try $0.execute(sql: change) }
        #expect(try await catalogue.faults().contains(fault))
    }

    @Test(
        "a row and its figures that were changed alike, or taken away, with the triggers off meanwhile, are named by what the trail says of them",
        arguments: [
            (
                "UPDATE inventory_item SET state = 'destroyed'; UPDATE item_state SET state = 'destroyed'",
                "figures: of H1 are not what the trail says"
            ),
            ("UPDATE case_file SET unit = NULL; UPDATE case_state SET unit = NULL", "figures: of C1 are not what the trail says"),
            ("DELETE FROM inventory_item", "figures: of H1 stand without its row"),
            ("DELETE FROM case_file; DELETE FROM case_state", "figures: of C1 are gone, but the trail tells of them"),
        ])
    func changedAlike(change: String, fault: String) async throws {
        _ = try await catalogue.importCases([Case(caseCode: "C1", unit: "TP")], by: "lan", at: Samples.noon)
        _ = try await catalogue.importInventory([InventoryItem(fileCode: "H1", fonds: "P", title: "t")], by: "lan", at: Samples.noon)
        #expect(try await catalogue.faults() == [])
        try place.tamper { db in
            let marks = "name IN ('figures_item_changed', 'figures_case_changed', 'inventory_item_is_not_deleted', 'case_file_is_not_deleted')"
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE \(marks)")
            #expect(triggers.count == 4)
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try db.execute(sql: change)
            for trigger in triggers { try db.execute(sql: trigger["sql"] as String) }
        }
        #expect(try await catalogue.faults() == [fault])
        #expect(try await place.open().faults() == [fault])
    }

    @Test("guards that were taken away or weakened are named, put back at the next opening, and the trail tells of it")
    func guards() async throws {
        try place.tamper { db in
            try db.execute(
                sql: """
                    DROP TRIGGER audit_is_not_changed; DROP TRIGGER reuse_is_not_deleted;
                    CREATE TRIGGER reuse_is_not_deleted BEFORE DELETE ON reuse BEGIN SELECT 1; END;
                    """)
        }
        let names = ["audit_is_not_changed", "reuse_is_not_deleted"]
        #expect(try await catalogue.faults() == names.map { "guards: the trigger \($0) is missing or another" })
        let opened = try place.open()
        #expect(try await opened.faults() == names.map { "guards: the trigger \($0) was missing or another, and was put back at this opening" })
        let last = try #require(try await opened.trail(after: 0, limit: 100).last)
        #expect(last.what == "guards_restored" && last.detail == #"{"triggers":["audit_is_not_changed","reuse_is_not_deleted"]}"#)
        #expect(throws: DatabaseError.self) { try place.tamper { try $0.execute(sql: "UPDATE audit SET who = 'mallory'") } }
        let again = try place.open()
        #expect(try await again.faults() == [])
        #expect(try await again.trail(after: 0, limit: 100).count == last.number, "told once")
    }

    @Test("what changes behind the program's back is taken into the trail at the next opening, and named")
    func escaped() async throws {
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        try place.tamper { try $0.execute(sql: "UPDATE case_file SET unit = 'TP'") }
        let opened = try place.open()
        let faults = try await opened.faults()
        #expect(faults.count == 1 && faults[0].hasPrefix("figures: of C1 changed without a command"), "\(faults)")
        let last = try #require(try await opened.trail(after: 0, limit: 100).last)
        #expect(last.what == "figures_settled" && last.changes.map(\.subject) == ["C1"] && last.changes.first?.after.contains("TP") == true)
    }

    @Test("where the office's tables say otherwise what a result is, all figures are computed anew at the next opening, and the trail has them")
    func otherRoles() async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        try await catalogue.add("r", ["1"], kind: .tthc, form: "giay_hen", dossier: "C1")
        #expect(try await catalogue.caseProgress(code: "C1")?.figures.components == 1)
        let entries = try await catalogue.trail(after: 0, limit: 100).count

        let roles = PaperRoles(forms: [PaperForm("giay_hen", "GH", "", titles: [], role: .receipt)], procedures: [])
        let other = try SQLiteCatalogue(path: place.path, roles: roles)
        #expect(try await other.caseProgress(code: "C1")?.figures.components == 0)
        #expect(try await other.paperRoles() == roles)
        // What is open already counts by the new tables from now on, and a copy that is only looked at changes nothing.
        try await catalogue.add("r2", ["2"], kind: .tthc, form: "giay_hen", dossier: "C1")
        let looking = try SQLiteCatalogue(path: place.path, roles: nil)
        #expect(try await looking.caseProgress(code: "C1")?.figures.components == 0)
        #expect(try await looking.faults() == [])
        let settled = try await looking.trail(after: entries, limit: 100).filter { $0.what == AuditEntry.What.figuresSettled.rawValue }
        #expect(settled.count == 1)
        let before = try await looking.caseFigures(in: .all, after: entries)
        #expect(before.first?.figures.components == 1)
    }

    @Test("figures that are computed anew change from that moment on: what stood on a past day stays, and the trail says which tables changed")
    func pastStays() async throws {
        let place = try TemporaryCatalogue()
        let longAgo = Date(timeIntervalSinceNow: -10 * 86_400)
        let catalogue = try SQLiteCatalogue(path: place.path, roles: Samples.roles)
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: longAgo)
        try await catalogue.add("r", ["1"], kind: .tthc, form: "giay_hen", dossier: "C1")
        let counted = try await catalogue.caseProgress(code: "C1")?.figures

        let roles = PaperRoles(forms: [PaperForm("giay_hen", "GH", "", titles: [], role: .receipt)], procedures: [])
        let before = Date()
        let other = try SQLiteCatalogue(path: place.path, roles: roles)
        #expect(try await other.caseProgress(code: "C1")?.figures != counted)
        for hours in [1.0, 100, 239] {
            let place = try await other.trailLength(at: longAgo + hours * 3_600)
            #expect(try await other.caseFigures(in: .all, after: place).first?.figures == counted)
        }
        let last = try #require(try await other.trail(after: 0, limit: 100).last)
        #expect(last.what == "figures_settled" && last.at >= Date(timeIntervalSince1970: before.timeIntervalSince1970.rounded(.down)))
        #expect(last.detail?.contains("\"cause\":\"tables\"") == true && last.detail?.contains("\"giay_hen\"]]") == true)
    }

    @Test("one entry by a clock that ran ahead does not lead on what is settled after it, and one that was set back does not move the past")
    func wrongClock() async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        let today = Date()
        for days in 1...8 {
            _ = try await catalogue.importCases([Case(caseCode: "C\(days)")], by: "lan", at: today - Double(10 - days) * 86_400)
        }
        _ = try await catalogue.importCases([Case(caseCode: "C9")], by: "lan", at: today + 4_000 * 86_400)
        try place.tamper { try $0.execute(sql: "UPDATE case_file SET unit = 'TP'") }
        let opened = try place.open()
        let last = try #require(try await opened.trail(after: 0, limit: 100).last)
        #expect(last.what == "figures_settled" && abs(last.at.timeIntervalSince(today)) < 600)
    }

    @Test("whoever only looks, with other tables than the office's, changes no figure, and is told so")
    func looksWithOtherTables() async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        try await catalogue.add("r", ["1"], kind: .tthc, form: "giay_hen", dossier: "C1")
        let counted = try await catalogue.caseProgress(code: "C1")?.figures
        let entries = try await catalogue.trail(after: 0, limit: 100).count

        let roles = PaperRoles(forms: [PaperForm("giay_hen", "GH", "", titles: [], role: .receipt)], procedures: [])
        let looking = try SQLiteCatalogue(path: place.path, countingBy: .stored(orElse: roles))
        #expect(looking.countsByOtherTables && !catalogue.countsByOtherTables)
        #expect(try await looking.caseProgress(code: "C1")?.figures == counted)
        #expect(try await looking.paperRoles() == Samples.roles)
        #expect(try await looking.trail(after: 0, limit: 100).count == entries)
    }

    @Test("another version of the program counts anew by the tables that the office had, whoever opens it first")
    func newVersion() async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
        try place.tamper { try $0.execute(sql: "UPDATE figure_rule SET rule = json_set(rule, '$.version', 1); UPDATE case_state SET components = 5") }
        let looking = try SQLiteCatalogue(path: place.path, countingBy: .stored(orElse: PaperRoles(forms: [], procedures: [])))
        #expect(try await looking.paperRoles() == Samples.roles)
        #expect(try await looking.caseProgress(code: "C1")?.figures.components == 0)
        #expect(try await looking.trail(after: 0, limit: 100).last?.detail == #"{"cause":"version"}"#)
    }

    @Test(
        "figures of another version of the program are no fault, and the next opening with tables computes them anew",
        arguments: [
            "DELETE FROM figure_rule", "UPDATE figure_rule SET rule = '1 a b | c'", "UPDATE figure_rule SET rule = json_set(rule, '$.version', 0)",
        ])
    func olderRule(_ change: String) async throws {
        let place = try TemporaryCatalogue()
        let catalogue = try place.open()
        _ = try await catalogue.importCases([Case(caseCode: "C1", procedureCode: "2.000635")], by: "lan", at: Samples.noon)
        try await catalogue.add("r", ["1"], kind: .tthc, form: "giay_hen", dossier: "C1")
        let counted = try await catalogue.caseProgress(code: "C1")?.figures
        try place.tamper { try $0.execute(sql: change + "; UPDATE case_state SET components = 5") }

        let copy = try SQLiteCatalogue(path: place.path, roles: nil)
        try await copy.audit(AuditEntry(at: Samples.noon, who: "lan", what: .backupRestored, subject: "backup"))
        #expect(try await copy.faults() == [])
        #expect(try await copy.caseProgress(code: "C1")?.figures.components == 5)
        #expect(try await place.open().caseProgress(code: "C1")?.figures == counted)
    }

    @Test("an index that is built anew is whole again")
    func mended() async throws {
        try place.tamper { try $0.execute(sql: "DELETE FROM search WHERE rowid = 2; UPDATE search_content SET c5 = 'khác' WHERE id = 4") }
        #expect(try await catalogue.faults() != [])
        try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in }
        #expect(try await catalogue.faults() == [])
        #expect(try await catalogue.found("quyết định").count == 5)
    }

    @Test("damaged pages of the file are a fault, not a crash")
    func damaged() async throws {
        try place.tamper { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        let file = try FileHandle(forUpdating: URL(filePath: place.path))
        let size = try file.seekToEnd()
        for offset in stride(from: 8 * 4096 as UInt64, to: size - 512, by: 4096) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 512))
        }
        try file.close()
        #expect(try await catalogue.faults() != [])
        // Whether it still opens depends on which pages are hit; either way it must not be taken for whole.
        guard let reopened = try? place.open() else { return }
        #expect(try await reopened.faults() != [])
    }
}
