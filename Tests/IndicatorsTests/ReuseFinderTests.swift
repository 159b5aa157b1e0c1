import Foundation
import Indicators
import Records
import Testing

@Suite("What can be reused, and how a case stands")
struct ReuseFinderTests {
    private let marriage = Procedure(
        code: "1.000894", name: "Đăng ký kết hôn", source: "", resultForms: ["giay_chung_nhan_ket_hon"],
        components: [
            .init(code: "to_khai", name: "Tờ khai", forms: ["to_khai"], reuse: .never),
            .init(code: "hon_nhan", name: "Giấy xác nhận tình trạng hôn nhân", forms: ["xac_nhan_hon_nhan"], validMonths: 6),
            .init(code: "khai_sinh", name: "Giấy khai sinh", forms: ["giay_khai_sinh", "trich_luc_khai_sinh"], isRequired: false),
            .init(code: "the", name: "Thẻ", forms: ["the"], reuse: .shown),
        ])
    private let file = Case(
        caseCode: "C1", procedureCode: "1.000894.000.00.00.H35", applicantName: "Điêu Chính Hiệp", applicantID: "013099008041",
        receivedOn: CalendarDate("2026-10-28"), resultRequired: true)

    private func paper(
        _ id: String, _ form: String, issued: String? = nil, name: String? = nil, number: String? = nil, born: String? = nil, dossier: String? = nil,
        status: Record.Status = .accepted
    ) -> Record {
        func field(_ text: String?) -> Field? { text.map { Field($0, confidence: 1, page: 1, source: .ocr) } }
        var fields = Fields()
        fields.issuedOn = field(issued)
        if name != nil || number != nil { fields.persons = [Person(name: field(name), idNumber: field(number), bornOn: field(born))] }
        return Record(
            id: id, scan: "s", file: "f", pages: [1], kind: .tthc, form: form, status: status, reviewReasons: [], fields: fields, dossier: dossier,
            createdAt: Date(timeIntervalSince1970: 0))
    }

    private func offers(_ records: [Record]) throws -> [ReuseOffer] {
        return ReuseFinder(file: file, asking: CaseComponents(of: file, by: ProcedureTable([marriage])), today: try Samples.day("2026-11-01")).offers(
            among: records)
    }

    @Test("The number's before the name's, valid before expired, newest first; a declaration is never offered")
    func order() throws {
        let own = "013099008041"
        let found = try offers([
            paper("old", "xac_nhan_hon_nhan", issued: "2026-04-27", number: own),
            paper("edge", "xac_nhan_hon_nhan", issued: "2026-04-28", number: own),
            paper("new", "xac_nhan_hon_nhan", issued: "2026-10-01", number: own), paper("undated", "xac_nhan_hon_nhan", number: own),
            paper("name", "xac_nhan_hon_nhan", issued: "2026-10-20", name: "ĐIÊU CHÍNH HIỆP"),
            paper("marks", "xac_nhan_hon_nhan", issued: "2026-10-21", name: "Điều Chính Hiệp"), paper("form", "to_khai", number: own),
            paper("birth", "giay_khai_sinh", issued: "1999-05-01", name: "Điêu Chính Hiệp", born: "1999-04-30"),
            paper("namesake", "giay_khai_sinh", issued: "2001-05-01", name: "Điêu Chính Hiệp", born: "2001-04-30"),
            paper("other", "giay_khai_sinh", issued: "2001-05-01", name: "Điêu Chính Hiệp", number: "013099008042"),
            paper("same case", "giay_khai_sinh", number: own, dossier: "C1"), paper("newer", "giay_khai_sinh", issued: "2026-10-29", number: own),
        ])
        #expect(found.map(\.record.id) == ["new", "edge", "undated", "old", "name", "marks", "birth"])
        #expect(found.map(\.validity) == [.valid, .valid, .unknown, .expired, .valid, .valid, .valid])
        #expect(found.map(\.match) == [.idNumber, .idNumber, .idNumber, .idNumber, .name, .similarName, .nameAndBirth])
        #expect(found[1].validUntil == CalendarDate("2026-10-28") && found[6].validUntil == nil)
    }

    @Test("A name is held against the birth of the person who bears it, not of another on the same paper")
    func mother() throws {
        func certificate(mother born: String?) -> Record {
            var record = paper("ks", "giay_khai_sinh", name: "Lường Văn Con", born: "2026-03-01")
            record.fields.persons.append(
                contentsOf: paper("m", "giay_khai_sinh", name: "Lường Thị Mai", born: born).fields.persons)
            return record
        }
        func matches(_ number: String, _ record: Record) -> [ReuseOffer.Match] {
            var own = file
            (own.applicantName, own.applicantID) = ("Lường Thị Mai", number)
            return ReuseFinder(
                file: own, asking: CaseComponents(of: own, by: ProcedureTable([marriage])), today: own.receivedOn ?? CalendarDate(of: Date())
            )
            .offers(among: [record]).map(\.match)
        }
        #expect(matches("013198006380", certificate(mother: nil)) == [.name], "born 1998; the child's 2026 says nothing")
        #expect(matches("013326000001", certificate(mother: nil)) == [.name], "born 2026; neither does it")
        #expect(matches("013198006380", certificate(mother: "1998-05-02")) == [.nameAndBirth])
        #expect(matches("013326000001", certificate(mother: "1998-05-02")) == [])
    }

    @Test("A case shows each component on file, reused, missing or doubtful, and what keeps it from counting")
    func sheet() throws {
        func reuse(_ id: String, _ component: String, _ record: String, because: String? = nil, undoes: String? = nil) -> ReuseEvent {
            ReuseEvent(
                id: id, caseCode: "C1", component: component, fromRecord: record, sourceKind: .result, by: "lan", because: because,
                at: Date(timeIntervalSince1970: 0), undoes: undoes)
        }
        func sheet(_ records: [Record], _ reuses: [ReuseEvent] = [], sources: [Record] = [], damaged: Set<String> = []) -> CaseSheet {
            let roles = PaperRoles(forms: [PaperForm("bien_nhan", "BN", "", titles: [], role: .receipt)], procedures: [marriage])
            return CaseSheet(
                progress: CaseProgress(
                    file: file, componentRecords: records.count { $0.form != "giay_chung_nhan_ket_hon" }, resultRecords: 0, electronicResults: 0,
                    reuses: reuses.count),
                asked: CaseComponents(of: file, by: ProcedureTable([marriage])), roles: roles, records: records, reuses: reuses, sources: sources,
                damaged: damaged,
                today: CalendarDate("2026-11-01") ?? CalendarDate(of: Date())
            )
        }
        let empty = sheet([])
        #expect(empty.components.map(\.state) == [.missing, .missing, .missing, .shown] && empty.result == .missing)
        #expect(empty.standings.first?.standing == .pending(.notDigitized))

        let certificate = paper("hn", "xac_nhan_hon_nhan", issued: "2026-01-01", name: "Điêu Chính Hiệp")
        let filed = sheet([paper("tk", "to_khai"), paper("kq", "giay_chung_nhan_ket_hon", issued: "2026-10-28"), paper("bn", "bien_nhan")])
        #expect(filed.components.map(\.state) == [.onFile, .missing, .missing, .shown])
        #expect(filed.result == .onFile && filed.resultRecords == ["kq"] && filed.others == ["bn"])

        let expired = sheet([], [reuse("e1", "hon_nhan", "hn")], sources: [certificate])
        #expect(expired.components[1].state == .doubtful && expired.components[1].doubts == [.expired])
        let undone = sheet([], [reuse("e1", "hon_nhan", "hn"), reuse("e2", "hon_nhan", "hn", undoes: "e1")], sources: [certificate])
        #expect(undone.components[1].state == .missing)

        let others = paper("ks", "giay_khai_sinh", name: "Người Khác")
        #expect(sheet([], [reuse("e1", "khai_sinh", "ks")], sources: [others]).components[2].doubts == [.anotherPerson])
        #expect(sheet([], [reuse("e1", "khai_sinh", "ks", because: "giám hộ")], sources: [others]).components[2].state == .reused)
        #expect(sheet([paper("ks", "giay_khai_sinh", status: .needsReview)]).components[2].doubts == [.unread])

        func reused(_ source: Record?, damaged: Set<String> = [], because: String? = nil) -> CaseSheet.Component {
            sheet([], [reuse("e1", "khai_sinh", "ks", because: because)], sources: source.map { [$0] } ?? [], damaged: damaged).components[2]
        }
        let own = "013099008041"
        #expect(
            reused(paper("ks", "giay_khai_sinh", number: own)).state == .reused && reused(paper("ks", "giay_khai_sinh", number: own)).remarks == [])
        #expect(
            reused(paper("ks", "giay_khai_sinh")).doubts == [.personUnknown] && reused(paper("ks", "giay_khai_sinh"), because: "x").state == .reused)
        #expect(reused(paper("ks", "giay_khai_sinh", name: "Điêu Chính Hiếp")).doubts == [.otherMarks])
        var later = paper("ks", "giay_khai_sinh", number: own)
        later.createdAt = Date(timeIntervalSince1970: 1_793_206_800)  // 2026-10-29 00:00 where the office is
        #expect(reused(later).state == .reused && reused(later).remarks == [.takenLater])
        #expect(reused(paper("ks", "giay_khai_sinh"), damaged: ["ks"], because: "x").doubts == [.damaged])
        #expect(reused(paper("ks", "giay_khai_sinh", status: .rejected), because: "x").doubts == [.rejected])
        #expect(reused(nil, because: "x").doubts == [.gone] && reused(nil).state == .doubtful)
        #expect(reused(paper("ks", "van_ban", number: own)).doubts == [.otherForm] && reused(paper("ks", "van_ban"), because: "x").state == .reused)
        #expect(sheet([], [reuse("e1", "to_khai", "tk")], sources: [paper("tk", "to_khai", number: own)]).components[0].doubts == [.notReusable])

        let odd = sheet([], [reuse("e1", "bananas", "ks")], sources: [paper("ks", "giay_khai_sinh", number: own, status: .needsReview)])
        #expect(odd.otherReuses.map(\.event.component) == ["bananas"] && odd.otherReuses.map(\.doubts) == [[.unread]])
        let result = paper("kq", "giay_chung_nhan_ket_hon", issued: "2026-11-01")
        #expect(sheet([result], damaged: ["kq"]).result == .doubtful && sheet([result], damaged: ["kq"]).resultDoubts == [.damaged])
        let unread = sheet([paper("kq", "giay_chung_nhan_ket_hon", issued: "2026-11-01", status: .needsReview)])
        #expect(unread.result == .doubtful && unread.resultDoubts == [.unread] && unread.resultRecords == ["kq"])
        #expect(sheet([result], damaged: ["another"]).result == .onFile)
        let undated = sheet([paper("kq", "giay_chung_nhan_ket_hon")])
        #expect(undated.result == .doubtful && undated.resultDoubts == [.undated] && undated.resultRecords == ["kq"])
        #expect(sheet([paper("kq", "giay_chung_nhan_ket_hon", issued: "2026-10-27")]).result == .missing, "from before the case")
    }

    @Test("The first rule that fits suggests the unit; words fit with or without marks, and only whole")
    func routing() {
        let rules = [
            RoutingRule(unit: "TP", procedures: ["1.000894"]), RoutingRule(unit: "KT", types: ["CV"], words: ["đất đai"]),
            RoutingRule(unit: "VP", types: ["CV"]), RoutingRule(unit: "HT", forms: ["to_khai"]),
        ]
        func letter(_ subject: String) -> Record {
            var record = paper("r", "van_ban")
            record.fields.typeCode = Field("CV", confidence: 1, page: 1, source: .ocr)
            record.fields.subject = Field(subject, confidence: 1, page: 1, source: .ocr)
            return record
        }
        #expect(rules.suggestion(for: letter("về dat dai"), procedure: nil) == "KT")
        #expect(rules.suggestion(for: letter("về đất đaiii"), procedure: nil) == "VP")
        #expect(rules.suggestion(for: letter("x"), procedure: "1.000894.000.00.00.H35") == "TP")
        #expect(rules.suggestion(for: paper("r", "to_khai"), procedure: nil) == "HT")
        #expect(rules.suggestion(for: paper("r", "khac"), procedure: nil) == nil)
    }

    @Test("Months later is the same day, or the last of a shorter month")
    func months() {
        for (day, months, expected) in [("2026-08-31", 6, "2027-02-28"), ("2026-04-28", 6, "2026-10-28"), ("2025-12-31", 2, "2026-02-28")] {
            #expect(CalendarDate(day)?.adding(months: months) == CalendarDate(expected))
        }
    }
}
