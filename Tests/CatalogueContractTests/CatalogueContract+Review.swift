import Foundation
import Records
import Testing

extension CatalogueContract {
    private static func step(_ record: Record, _ step: Revision.Step, _ changes: [Revision.Change] = []) -> Revision {
        Revision(record: record.id, number: record.revision + 1, step: step, by: "chị Na", because: "vì sao", at: Samples.noon + 9, changes: changes)
    }

    private static func reference(_ number: String, _ day: String?, agency: String = "UBND XÃ A") -> Fields {
        Samples.fields(type: "KH", number: number, symbol: "KH-UBND", issuedOn: day, agency: agency)
    }

    static let review: [Check] = [
        Check("a revised record is found by its new words, and keeps what became of it") { catalogue async throws in
            try await catalogue.add("r", ["trang"], status: .needsReview, fields: Samples.fields(subject: "cũ kỹ"))
            var record = try #require(try await catalogue.record(id: "r"))
            let before = record
            record.fields.subject = Field("mới tinh", confidence: 1, page: 1, source: .clerk)
            (record.status, record.reviewReasons) = (.accepted, [])
            let stored = try await catalogue.revise(record, as: step(record, .corrected, [.init("subject", before: "cũ kỹ", after: "mới tinh")]))
            #expect(stored.revision == 2)
            #expect(try await catalogue.record(id: "r") == stored)
            #expect(try await catalogue.found("tinh") == ["r"])
            #expect(try await catalogue.found("kỹ") == [])
            let steps = try await catalogue.revisions(ofRecord: "r")
            #expect(steps.map(\.number) == [2] && steps[0].because == "vì sao" && steps[0].by == "chị Na")
            #expect(steps[0].changes.first == .init("subject", before: "cũ kỹ", after: "mới tinh"))
            #expect(steps[0].changes.contains(.init("status", before: before.status.rawValue, after: "accepted")))
            #expect(try await catalogue.counts().recordsToReview == 0)
        },
        Check("a decision on what has changed since is not taken") { catalogue async throws in
            try await catalogue.add("r", ["trang"])
            let record = try #require(try await catalogue.record(id: "r"))
            try await catalogue.revise(record, as: step(record, .accepted))
            await #expect(throws: CatalogueFailure.outdated) { try await catalogue.revise(record, as: step(record, .rejected)) }
            #expect(try await catalogue.record(id: "r")?.status == .accepted)
            await expectRefused { try await catalogue.revise(Samples.record("x", scan: "scan-r"), as: step(record, .accepted)) }
        },
        Check("a rejected record is found only when it is asked for, counts in nothing, and is not lost") { catalogue async throws in
            _ = try await catalogue.importInventory([InventoryItem(fileCode: "H", fonds: "F", title: "t", totalPages: 1)], by: "t", at: Samples.noon)
            try await catalogue.add("r", ["chữ"], dossier: "H")
            #expect(try await catalogue.inventoryProgress(fonds: nil)[0].figures.records == 1)
            var record = try #require(try await catalogue.record(id: "r"))
            record.status = .rejected
            try await catalogue.revise(record, as: step(record, .rejected))
            #expect(try await catalogue.inventoryProgress(fonds: nil)[0].figures.records == 0)
            #expect(try await catalogue.found("chữ") == [])
            #expect(try await catalogue.found { $0.dossier = "H" } == [])
            #expect(try await catalogue.found { ($0.text, $0.includesRejected) = ("chữ", true) } == ["r"])
            #expect(try await catalogue.records(in: .rejected, after: nil, limit: 9).map(\.id) == ["r"])
            #expect(try await catalogue.record(id: "r")?.status == .rejected)
            #expect(try await catalogue.records(ofDossier: "H") == [])
        },
        Check("the same number, symbol, agency and day is a warning, and never one record") { catalogue async throws in
            try await catalogue.add("a", ["1"], fields: reference("05", "2026-01-20"))
            try await catalogue.add("b", ["2"], fields: reference("5", "2026-01-20"))
            try await catalogue.add("c", ["3"], fields: reference("5", nil))
            try await catalogue.add("d", ["4"], fields: reference("5", "2026-02-01"))
            try await catalogue.add("e", ["5"], fields: reference("5", "2026-01-20", agency: "UBND XÃ B"))
            for (id, reasons) in [("a", []), ("b", ["duplicate:a"]), ("c", ["duplicate:a"]), ("d", ["duplicate:c"]), ("e", [])] {
                #expect(try await catalogue.record(id: id)?.reviewReasons == reasons, "\(id)")
            }
            #expect(try await catalogue.record(id: "b")?.status == .needsReview)

            var other = try #require(try await catalogue.record(id: "b"))
            other.fields.number = Field("6", confidence: 1, page: 1, source: .clerk)
            let corrected = try await catalogue.revise(other, as: step(other, .corrected, [.init("number", before: "5", after: "6")]))
            #expect(corrected.reviewReasons == [] && corrected.status == .accepted)
        },
        Check("a likeness that a person let pass is not asked again") { catalogue async throws in
            try await catalogue.add("a", ["1"], fields: reference("5", "2026-01-20"))
            try await catalogue.add("b", ["2"], fields: reference("5", "2026-01-20"))
            var record = try #require(try await catalogue.record(id: "b"))
            (record.status, record.reviewReasons) = (.accepted, [])
            record = try await catalogue.revise(record, as: step(record, .accepted))
            record.fields.place = Field("Nậm Sơn", confidence: 1, page: 1, source: .clerk)
            record = try await catalogue.revise(record, as: step(record, .corrected, [.init("place", before: nil, after: "Nậm Sơn")]))
            #expect(record.reviewReasons == [] && record.status == .accepted)
        },
        Check("a case that the register should list and does not is asked about, until it is listed") { catalogue async throws in
            func file(_ code: String, _ day: String) -> Case { Case(caseCode: code, receivedOn: CalendarDate(day)) }
            try await catalogue.add("early", ["0"], kind: .tthc, form: "to_khai", dossier: "H35-251013-0231")
            #expect(try await catalogue.record(id: "early")?.reviewReasons == [], "no register, no question")
            _ = try await catalogue.importCases(
                [file("H35-251001-0001", "2025-10-01"), file("H35-251031-0009", "2025-10-31")], by: "t", at: Samples.noon)
            #expect(try await catalogue.record(id: "early")?.reviewReasons == ["unknown_case"])
            try await catalogue.add("later", ["1"], kind: .tthc, form: "to_khai", dossier: "H35-251120-0300")
            #expect(try await catalogue.record(id: "later")?.reviewReasons == [], "the register does not reach that day")
            try await catalogue.add("late", ["2"], kind: .tthc, form: "to_khai", dossier: "H35-251013-0999")
            #expect(try await catalogue.record(id: "late")?.status == .needsReview)
            _ = try await catalogue.importCases([file("H35-251013-0231", "2025-10-13")], by: "t", at: Samples.noon)
            #expect(try await catalogue.record(id: "early")?.status == .accepted)
            #expect(try await catalogue.record(id: "late")?.reviewReasons == ["unknown_case"])
        },
        Check("a scan read again has its new records and pages, and nothing of the old") { catalogue async throws in
            let scan = Samples.scan("s", state: .recorded, pages: 2, fileName: "a.pdf")
            let (first, second) = (Samples.record("s-1", scan: "s", pages: [1]), Samples.record("s-2", scan: "s", pages: [2]))
            try await catalogue.record(scan, records: [first, second]) { Samples.page($0, "cũ \($0)") }
            var kept = first
            kept.pages = [1, 2]
            let changes = RecordFacts(first).changes(to: RecordFacts(kept))
            let replacement = ScanReplacement(
                scan: scan, records: [kept], revisions: [step(kept, .readAgain, changes)], withdrawn: ["s-2"], by: "anh Tú", at: Samples.noon + 9)
            try await catalogue.replace(replacement) { Samples.page($0, "mới \($0)", source: .textLayer) }
            #expect(try await catalogue.records(ofScan: "s").map(\.id) == ["s-1"])
            #expect(try await catalogue.record(id: "s-2") == nil)
            #expect(try await catalogue.pageTexts(ofRecord: "s-1").map(\.text) == ["mới 1", "mới 2"])
            #expect(try await catalogue.found("mới") == ["s-1"])
            #expect(try await catalogue.found("cũ") == [])
            #expect(try await catalogue.revisions(ofRecord: "s-1").first?.changes.contains(.init("pages", before: "1", after: "1,2")) == true)
            #expect(
                try await catalogue.counts().pages == [
                    .init(pipeline: "archive", source: .textLayer): 2, .init(pipeline: "archive", source: .ocr): 0,
                ])
            await #expect(throws: CatalogueFailure.outdated) { try await catalogue.replace(replacement) { Samples.page($0, "mới") } }
        },
        Check("a withheld scan leaves nothing but what a restricted one leaves, also where a reuse names its record") { catalogue async throws in
            _ = try await catalogue.importCases([Case(caseCode: "C", receivedOn: CalendarDate("2026-10-01"))], by: "t", at: Samples.noon)
            let scan = Samples.scan("s", state: .recorded, pages: 2, fileName: "mật.pdf", inboxPath: "mật.pdf")
            let fields = Samples.fields(subject: "lộ", persons: [Person(name: Samples.field("Lò Văn Á"))])
            let records = [Samples.record("s-1", scan: "s", pages: [1], fields: fields), Samples.record("s-2", scan: "s", pages: [2])]
            try await catalogue.record(scan, records: records) { Samples.page($0, "bí mật") }
            var record = records[0]
            record.fields.subject = Field("lộ thêm", confidence: 1, page: 1, source: .clerk)
            try await catalogue.revise(record, as: step(record, .corrected, [.init("subject", before: "lộ", after: "lộ thêm")]))
            let reuse = ReuseEvent(
                id: "u", caseCode: "C", component: "K", fromRecord: "s-1", sourceKind: .component, by: "t", because: "đã xem", at: Samples.noon)
            try await catalogue.recordReuse(reuse)
            #expect(try await catalogue.isReused("s-1"))
            #expect(try await catalogue.isReused("s-2") == false)

            var held = Samples.scan("s", state: .restricted)
            held.reason = SetAsideReason(.secretMark, mark: .mat)
            held.markedPage = 2
            try await catalogue.withhold(held)
            #expect(try await catalogue.scan(id: "s")?.fileName == nil)
            #expect(try await catalogue.scan(id: "s")?.state == .restricted)
            #expect(try await catalogue.record(id: "s-1") == nil)
            #expect(try await catalogue.records(ofScan: "s") == [])
            #expect(try await catalogue.revisions(ofRecord: "s-1") == [])
            #expect(try await catalogue.found("lộ") == [])
            #expect(try await catalogue.found { ($0.kind, $0.includesRejected) = (.archive, true) } == [])
            #expect(try await catalogue.records(ofPerson: nil, name: "Lò Văn Á") == [])
            #expect(try await catalogue.records(in: .rejected, after: nil, limit: 9) == [])
            #expect(try await catalogue.reuses(ofCase: "C").map(\.id) == ["u"])
            #expect(try await catalogue.caseProgress(code: "C")?.figures.reuses == 0)
            try await catalogue.withhold(held)

            let released = try await catalogue.release(held.sha256, by: "anh Tư", because: "mẫu", at: Samples.noon + 20)
            #expect(released.releasedAt == Samples.noon + 20)
            #expect(try await catalogue.releasedMarks(of: held.sha256) == [SecretFinding(mark: .mat, page: 2)])
            #expect(try await catalogue.settledScan(held.sha256) == nil)
            #expect(try await catalogue.release(held.sha256, by: "x", because: "x", at: Samples.noon + 30).releasedAt == Samples.noon + 20)
            await expectRefused { try await catalogue.purged(held.sha256, by: "x", because: "x", at: Samples.noon) }
        },
        Check("a purged file is still held back; what is not held back is neither released nor purged") { catalogue async throws in
            var held = Samples.scan("s", hash: 4, state: .restricted)
            held.reason = SetAsideReason(.secretMark, mark: .toiMat)
            held.markedPage = 1
            try await catalogue.end(held)
            #expect(try await catalogue.purged(held.sha256, by: "anh Tư", because: "hủy", at: Samples.noon).purgedAt == Samples.noon)
            #expect(try await catalogue.settledScan(held.sha256)?.state == .restricted)
            await expectRefused { try await catalogue.release(Samples.hash(77), by: "x", because: "x", at: Samples.noon) }
            await expectRefused { try await catalogue.purged(Samples.hash(77), by: "x", because: "x", at: Samples.noon) }
        },
    ]
}
