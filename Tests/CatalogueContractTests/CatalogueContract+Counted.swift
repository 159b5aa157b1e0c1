import Records
import Testing

extension CatalogueContract {
    static let counted: [Check] = [
        Check("an inventory is taken once, and again only where it changed") { catalogue async throws in
            var items = (1...5).map { (number: Int) in InventoryItem(fileCode: "HS-\(number)", fonds: "P1", title: "Hồ sơ", totalPages: number) }
            #expect(try await catalogue.importInventory(items, by: "lan", at: Samples.noon) == ImportCount(added: 5, changed: 0, unchanged: 0))
            #expect(try await catalogue.importInventory(items, by: "lan", at: Samples.noon) == ImportCount(added: 0, changed: 0, unchanged: 5))
            items[0].state = .destroyed
            items.append(InventoryItem(fileCode: "HS-6", fonds: "P2", title: "Sáu", startDate: CalendarDate("2020-01-31"), box: "H1"))
            #expect(try await catalogue.importInventory(items, by: "lan", at: Samples.noon) == ImportCount(added: 1, changed: 1, unchanged: 4))
            #expect(try await catalogue.inventoryProgress(fonds: nil).map(\.item) == items)
            #expect(try await catalogue.inventoryProgress(fonds: "P2").map(\.item) == [items[5]])
            let foreign = [InventoryItem(fileCode: "HS-7", fonds: "P2", title: "Bảy"), InventoryItem(fileCode: "HS-1", fonds: "P2", title: "Một")]
            await expectRefused("another fonds' code") { _ = try await catalogue.importInventory(foreign, by: "lan", at: Samples.noon) }
            #expect(try await catalogue.inventoryFonds(otherThan: nil)["HS-1"] == "P1")
            #expect(try await catalogue.inventoryProgress(fonds: nil).map(\.item) == items)
        },
        Check("progress counts the pages, records, reviews and missing copies of an item") { catalogue async throws in
            let item = InventoryItem(fileCode: "HS-1", fonds: "P", title: "Một", totalPages: 5)
            let empty = InventoryItem(fileCode: "HS-2", fonds: "P", title: "Hai")
            _ = try await catalogue.importInventory([item, empty], by: "lan", at: Samples.noon)
            try await catalogue.add("a", ["1", "2"], dossier: "HS-1")
            try await catalogue.add("b", ["3"], status: .needsReview, dossier: "HS-1", pdf: nil)
            try await catalogue.add("other", ["4"], dossier: "HS-9")
            let scan = Samples.scan("shared", hash: 3, state: .recorded, pages: 2)
            let records = [
                Samples.record("c", scan: "shared", pages: [1, 2], dossier: "HS-1"), Samples.record("d", scan: "shared", pages: [2], dossier: "HS-1"),
            ]
            try await catalogue.record(scan, records: records) { Samples.page($0, "trang") }
            #expect(
                try await catalogue.inventoryProgress(fonds: "P") == [
                    InventoryProgress(
                        item: item, scannedPages: 5, records: 4, needsReview: 1, withoutArchivalCopy: 1, doneDocuments: 3, donePages: 4),
                    InventoryProgress(item: empty, scannedPages: 0, records: 0, needsReview: 0, withoutArchivalCopy: 0),
                ])
        },
        Check("cases are taken like an inventory, and come back whole") { catalogue async throws in
            var file = Case(
                caseCode: "H35-251013-0231", procedureCode: "1.001193", procedureName: "Đăng ký khai sinh", unit: "X1", applicantName: "Lò Văn Á",
                applicantID: "011099000123", receivedOn: CalendarDate("2026-10-13"), closedOn: nil, channel: .online, resultRequired: true,
                components: ["A", "B"])
            let bare = Case(caseCode: "B")
            #expect(try await catalogue.importCases([file, bare], by: "lan", at: Samples.noon) == ImportCount(added: 2, changed: 0, unchanged: 0))
            file.closedOn = CalendarDate("2026-10-20")
            #expect(try await catalogue.importCases([file, bare], by: "lan", at: Samples.noon) == ImportCount(added: 0, changed: 1, unchanged: 1))
            #expect(try await catalogue.caseFile(code: file.caseCode) == file)
            #expect(try await catalogue.caseFile(code: "B") == bare)
            #expect(try await catalogue.caseFile(code: "C") == nil)
        },
        Check("a case counts its components and results, not its receipts") { catalogue async throws in
            _ = try await catalogue.importCases([Case(caseCode: "C1")], by: "lan", at: Samples.noon)
            try await catalogue.add("component", ["1"], kind: .tthc, form: "to_khai", dossier: "C1")
            try await catalogue.add("receipt", ["2"], kind: .tthc, form: "bien_nhan", dossier: "C1")
            try await catalogue.add("result", ["3"], kind: .tthc, form: "giay_khai_sinh", dossier: "C1", source: .textLayer)
            let mixed = Samples.scan("mixed", hash: 4, state: .recorded, pages: 2)
            let record = Samples.record("scanned", scan: "mixed", pages: [1, 2], kind: .tthc, form: "trich_luc_khai_sinh", dossier: "C1")
            try await catalogue.record(mixed, records: [record]) { Samples.page($0, "trang", source: $0 == 1 ? .textLayer : .ocr) }
            #expect(
                try await catalogue.caseProgress(in: .all) == [
                    CaseProgress(file: Case(caseCode: "C1"), componentRecords: 1, resultRecords: 2, electronicResults: 1, reuses: 0)
                ])
        },
        Check("what is a result depends on the case's procedure where the table knows it, also once the register corrects it") {
            catalogue async throws in
            var file = Case(caseCode: "C1", procedureCode: "1.001193.000.00.00.H35")
            _ = try await catalogue.importCases([file], by: "lan", at: Samples.noon)
            for (number, form) in ["to_khai", "giay_xac_nhan", "trich_luc_khai_sinh", "bien_nhan"].enumerated() {
                try await catalogue.add(form, ["\(number)"], kind: .tthc, form: form, dossier: "C1")
            }
            try await catalogue.add("another", ["4"], kind: .tthc, form: "giay_xac_nhan", dossier: "C1")
            let known = try #require(try await catalogue.caseProgress(code: "C1"))
            #expect(known.figures.components == 2 && known.figures.results == 2)
            for (form, role) in [("giay_xac_nhan", PaperRole.result), ("trich_luc_khai_sinh", .component), ("bien_nhan", .receipt)] {
                let record = try #require(try await catalogue.record(id: form))
                #expect(try await catalogue.role(of: record) == role)
            }
            file.procedureCode = "9.999999"
            _ = try await catalogue.importCases([file], by: "lan", at: Samples.noon)
            let unknown = try #require(try await catalogue.caseProgress(code: "C1"))
            #expect(unknown.figures.components == 3 && unknown.figures.results == 1)
            let record = try #require(try await catalogue.record(id: "giay_xac_nhan"))
            #expect(try await catalogue.role(of: record) == .component)
        },
        Check("an administrative document is a result by its type alone, and never one from before the case, also once a person corrects it") {
            catalogue async throws in
            let file = Case(caseCode: "C1", procedureCode: "1.004222", receivedOn: CalendarDate("2026-10-05"))
            _ = try await catalogue.importCases([file, Case(caseCode: "C2", receivedOn: file.receivedOn)], by: "lan", at: Samples.noon)
            let papers: [(id: String, type: String?, issued: String?, role: PaperRole)] = [
                ("hợp đồng", "HĐ", "2026-10-06", .component), ("giấy mời", "GM", "2026-10-06", .component), ("cũ", "TB", "2026-10-04", .component),
                ("không rõ loại", nil, "2026-10-06", .component), ("cùng ngày", "TB", "2026-10-05", .result), ("quyết định", "QĐ", nil, .result),
            ]
            for (number, paper) in papers.enumerated() {
                try await catalogue.add(
                    paper.id, ["\(number)"], kind: .tthc, dossier: "C1", fields: Samples.fields(type: paper.type, issuedOn: paper.issued))
            }
            for paper in papers {
                let record = try #require(try await catalogue.record(id: paper.id))
                #expect(try await catalogue.role(of: record) == paper.role, "\(paper.id)")
            }
            let figures = try #require(try await catalogue.caseProgress(code: "C1")).figures
            #expect(figures.components == 4 && figures.results == 2)

            // A form that is a result where no table knows the procedure is none either where it was there before the case.
            for (id, issued) in [("old", "2026-10-04"), ("new", "2026-10-06")] {
                try await catalogue.add(
                    id, [id], kind: .tthc, form: "giay_khai_sinh", dossier: "C2", fields: Samples.fields(issuedOn: issued))
            }
            let unknown = try #require(try await catalogue.caseProgress(code: "C2")).figures
            #expect(unknown.components == 1 && unknown.results == 1)

            for (id, type, issued) in [("hợp đồng", "TB", "2026-10-06"), ("cùng ngày", "TB", "2026-10-01")] {
                var record = try #require(try await catalogue.record(id: id))
                (record.fields.typeCode, record.fields.issuedOn) = (Samples.field(type), Samples.field(issued))
                try await catalogue.revise(
                    record, as: Revision(record: id, number: 2, step: .corrected, by: "lan", because: nil, at: Samples.noon, changes: []))
            }
            let corrected = try #require(try await catalogue.caseProgress(code: "C1")).figures
            #expect(corrected.components == 4 && corrected.results == 2)
            #expect(try await catalogue.role(of: try #require(try await catalogue.record(id: "hợp đồng"))) == .result)
        },
        Check("whether a result is required says the register, and where it does not, the table of procedures") { catalogue async throws in
            let said: [(String?, Bool?, Bool?)] = [
                ("1.001193.000.00.00.H35", nil, true), ("2.000815", nil, false), ("9.999999", nil, nil), (nil, nil, nil), ("1.001193", false, false),
                ("2.000815", true, true), ("3.000001", nil, nil),
            ]
            let files = said.enumerated().map { Case(caseCode: "C\($0)", procedureCode: $1.0, resultRequired: $1.1) }
            _ = try await catalogue.importCases(files, by: "lan", at: Samples.noon)
            #expect(try await catalogue.caseProgress(in: .all).map(\.figures.resultRequired) == said.map(\.2))
            #expect(try await catalogue.caseProgress(in: .all).map(\.file) == files, "the register's own rows stay as they are")
        },
        Check("a case belongs to the period of its reception; one without a date comes with every period") { catalogue async throws in
            let days = ["a": "2026-09-30", "b": "2026-10-01", "c": "2026-10-31", "d": "2026-12-31"]
            let cases = days.map { Case(caseCode: $0.key, receivedOn: CalendarDate($0.value)) } + [Case(caseCode: "undated")]
            _ = try await catalogue.importCases(cases, by: "lan", at: Samples.noon)
            let expected: [(Period, [String])] = [
                (.month(year: 2026, month: 10), ["b", "c", "undated"]), (.quarter(year: 2026, quarter: 4), ["b", "c", "d", "undated"]),
                (.year(2026), ["a", "b", "c", "d", "undated"]),
                (.year(2025), ["undated"]), (.all, ["a", "b", "c", "d", "undated"]),
            ]
            for (period, codes) in expected {
                #expect(try await catalogue.caseProgress(in: period).map(\.file.caseCode) == codes, "\(period)")
            }
        },
    ]

    static let reuse: [Check] = [
        Check("a reuse is one event, however often it is told") { catalogue async throws in
            try await fillForReuse(catalogue)
            let event = reuseEvent("e1")
            #expect(try await catalogue.recordReuse(event) == event)
            #expect(try await catalogue.recordReuse(reuseEvent("e2")) == event)
            #expect(try await catalogue.reuses(ofCase: "C1") == [event])
            #expect(try await catalogue.reuses(ofCase: "C2") == [])
            try await catalogue.recordReuse(reuseEvent("e3", component: "B"))
            #expect(try await catalogue.reuses(ofCase: nil).map(\.id) == ["e1", "e3"])
            #expect(try await catalogue.caseProgress(in: .all).map(\.figures.reuses) == [2, 0])
        },
        Check("what is no reuse is refused") { catalogue async throws in
            try await fillForReuse(catalogue)
            await expectNoReuse(.unknownCase) { try await catalogue.recordReuse(reuseEvent("e", caseCode: "C9")) }
            await expectNoReuse(.unknownRecord) { try await catalogue.recordReuse(reuseEvent("e", record: "none")) }
            await expectNoReuse(.notOfCase(asked: ["A", "B"])) { try await catalogue.recordReuse(reuseEvent("e", component: "Z")) }
            await expectNoReuse(.incomplete) { try await catalogue.recordReuse(reuseEvent("e", caseCode: "C2", component: " ")) }
            await expectNoReuse(.incomplete) { try await catalogue.recordReuse(reuseEvent("e", by: "")) }
            await expectNoReuse(.sameCase) { try await catalogue.recordReuse(reuseEvent("e", record: "own")) }
            try await catalogue.recordReuse(reuseEvent("e", caseCode: "C2", component: "anything"))
            await expectRefused("identity of another event") { try await catalogue.recordReuse(reuseEvent("e", component: "B")) }
            #expect(try await catalogue.reuses(ofCase: nil).count == 1)
        },
    ]

    private static func fillForReuse(_ catalogue: any Catalogue) async throws {
        _ = try await catalogue.importCases([Case(caseCode: "C1", components: ["A", "B"]), Case(caseCode: "C2")], by: "lan", at: Samples.noon)
        try await catalogue.add("own", ["1"], kind: .tthc, dossier: "C1")
        try await catalogue.add("source", ["2"], kind: .tthc, dossier: "C0")
    }

    private static func reuseEvent(_ id: String, caseCode: String = "C1", component: String = "A", record: String = "source", by: String = "lan")
        -> ReuseEvent
    {
        ReuseEvent(
            id: id, caseCode: caseCode, component: component, fromRecord: record, sourceKind: .component, by: by, because: "đã có",
            at: Samples.noon)
    }
}
