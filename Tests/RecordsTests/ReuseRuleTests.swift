import Foundation
import Records
import Testing

@Suite("What may be reused for a case")
struct ReuseRuleTests {
    private static let table = ProcedureTable(
        [
            Procedure(
                code: "1.000894", name: "Đăng ký kết hôn", source: "", resultForms: ["giay_chung_nhan_ket_hon"],
                components: [
                    .init(code: "to_khai_ket_hon", name: "Tờ khai đăng ký kết hôn", forms: ["to_khai_ket_hon", "to_khai"], reuse: .never),
                    .init(code: "hon_nhan", name: "Giấy xác nhận tình trạng hôn nhân, nếu có", forms: ["xac_nhan_hon_nhan"], validMonths: 6),
                    .init(code: "cccd", name: "Thẻ căn cước", forms: ["cccd"], reuse: .shown),
                ])
        ],
        forms: [
            PaperForm("to_khai", "TK", "Tờ khai", titles: []), PaperForm("giay_khai_sinh", "GKS", "Giấy khai sinh", titles: []),
            PaperForm("xac_nhan_hon_nhan", "XN", "Xác nhận hôn nhân", titles: []),
        ])
    private static let file = Case(
        caseCode: "C1", procedureCode: "1.000894.000.00.00.H35", applicantName: "Điêu Chính Hiệp", applicantID: "013099008041",
        receivedOn: CalendarDate("2026-10-28"))

    private func file(_ components: [String] = [], procedure: String? = "1.000894") -> Case {
        var file = Self.file
        (file.components, file.procedureCode) = (components, procedure)
        return file
    }

    private func paper(_ form: String, issued: String? = "2026-10-01", name: String? = nil, status: Record.Status = .accepted) -> Record {
        func field(_ text: String?) -> Field? { text.map { Field($0, confidence: 1, page: 1, source: .ocr) } }
        var fields = Fields()
        fields.issuedOn = field(issued)
        if let name { fields.persons = [Person(name: field(name))] }
        return Record(
            id: "r", scan: "s", file: "f", pages: [1], kind: .tthc, form: form, status: status, reviewReasons: [], fields: fields, dossier: nil,
            createdAt: Date(timeIntervalSince1970: 0))
    }

    /// The code that is written, or why nothing is.
    private func told(_ component: String, of file: Case, from source: ReuseRule.Source, because: String? = nil) -> Result<String, ReuseRefusal> {
        let event = ReuseEvent(
            id: "e", caseCode: "C1", component: component, fromRecord: "r", sourceKind: .result, by: "lan", because: because,
            at: Date(timeIntervalSince1970: 0))
        return Result { () throws(ReuseRefusal) in try ReuseRule(file, by: Self.table).component(of: event, from: source) }
    }

    @Test("Only a component of the case, which is neither made for each case nor only shown; no reason helps")
    func component() {
        let source = ReuseRule.Source(paper("xac_nhan_hon_nhan"))
        #expect(told("hon_nhan", of: file(), from: source) == .success("hon_nhan"))
        #expect(told("giay xac nhan tinh trang hon nhan, neu co", of: file(), from: source) == .success("hon_nhan"), "by its name")
        let words = file(["Xác nhận hôn nhân, Giấy khai sinh"])
        #expect(told("xác nhận hôn nhân", of: words, from: source) == .success("hon_nhan"), "as the register calls it")
        let refused: [(String, Case, ReuseRefusal)] = [
            ("bananas", file(), .notOfCase(asked: ["to_khai_ket_hon", "hon_nhan", "cccd"])), ("to_khai_ket_hon", file(), .madeForEachCase),
            ("cccd", file(), .onlyShown), ("hon_nhan", file(["cccd"]), .notOfCase(asked: ["cccd"])), (" ", file(), .incomplete),
            ("bananas", file(["A"], procedure: "9.999999"), .notOfCase(asked: ["A"])),
            ("to_khai", file(["to_khai"]), .madeForEachCase),
        ]
        for (component, file, refusal) in refused {
            #expect(told(component, of: file, from: source, because: "cứ dùng") == .failure(refusal), "\(component)")
        }
    }

    @Test("A paper of another form, expired or of another person needs a reason, and one is enough for all")
    func reasons() {
        let old = paper("xac_nhan_hon_nhan", issued: "2026-04-27", name: "Người Khác")
        let doubtful: [(String, Case, Record, [ReuseDoubt])] = [
            ("hon_nhan", file(), paper("van_ban"), [.otherForm]), ("hon_nhan", file(), old, [.expired, .anotherPerson]),
            ("giay_khai_sinh", file(["giay_khai_sinh"]), paper("van_ban"), [.otherForm]),
        ]
        for (component, file, record, doubts) in doubtful {
            #expect(told(component, of: file, from: .init(record)) == .failure(.unexplained(doubts)), "\(component)")
            #expect(told(component, of: file, from: .init(record), because: "giấy bổ sung") == .success(component))
        }
        #expect(told("hon_nhan", of: file(), from: .init(paper("xac_nhan_hon_nhan", issued: "2026-04-28"))) == .success("hon_nhan"), "the last day")
        #expect(told("A", of: file(["A"], procedure: "9.999999"), from: .init(paper("van_ban"))) == .success("A"), "the register's word")
        #expect(told("XYZ.01", of: file(["hon_nhan", "XYZ.01"]), from: .init(paper("van_ban"))) == .success("XYZ.01"), "the register's word")
        #expect(told("cccd", of: file(["cccd"]), from: .init(paper("cccd"))) == .success("cccd"), "handed in here, says the register")
        for procedure in [nil, "9.999999"] {
            #expect(told("gì đó", of: file(procedure: procedure), from: .init(paper("van_ban"))) == .success("gì đó"), "nothing to hold it against")
        }
    }

    @Test("A name with other marks needs a reason where neither number nor birth says whose it is; what cannot be compared is written and said")
    func persons() throws {
        func paper(_ name: String?, number: String? = nil, born: String? = nil) -> Record {
            func field(_ text: String?) -> Field? { text.map { Field($0, confidence: 1, page: 1, source: .ocr) } }
            var record = self.paper("xac_nhan_hon_nhan")
            record.fields.persons = [Person(name: field(name), idNumber: field(number), bornOn: field(born))]
            return record
        }
        var named = file()
        (named.applicantName, named.applicantID) = ("Trần Thị Hoa", nil)
        var numbered = named
        numbered.applicantID = "013199008041"
        let table: [(Case, Record, [ReuseDoubt], [ReuseRemark])] = [
            (named, paper("Trần Thị Hòa"), [.otherMarks], []), (named, paper("TRẦN THỊ HOA"), [], []),
            (named, paper("Trần Thị Lan"), [.anotherPerson], []),
            (numbered, paper("Trần Thị Hòa", born: "1999-01-02"), [], []),
            (numbered, paper("Trần Thị Hòa", born: "1998-01-02"), [.anotherPerson], []),
            (numbered, paper("Trần Thị Hòa", number: "013199008041"), [], []), (numbered, paper("Trần Thị Hòa", number: "013199"), [.otherMarks], []),
            (named, paper(nil, number: "013199008041"), [], [.personUnknown]), (named, self.paper("xac_nhan_hon_nhan"), [], [.personUnknown]),
        ]
        for (file, record, doubts, remarks) in table {
            let person = "\(record.fields.persons)"
            let expected: Result<String, ReuseRefusal> = doubts.isEmpty ? .success("hon_nhan") : .failure(.unexplained(doubts))
            #expect(told("hon_nhan", of: file, from: .init(record)) == expected, "\(person)")
            #expect(told("hon_nhan", of: file, from: .init(record), because: "đã xem thẻ căn cước") == .success("hon_nhan"), "\(person)")
            #expect(ReuseRule(file, by: Self.table).remarks(on: record) == remarks, "\(person)")
        }
        var nobody = file(procedure: nil)
        (nobody.applicantName, nobody.applicantID) = (nil, nil)
        #expect(ReuseRule(nobody, by: Self.table).remarks(on: paper("Trần Thị Hoa")) == [.componentsUnknown, .personUnknown])
        var later = paper("Trần Thị Hoa")
        later.createdAt = Date(timeIntervalSince1970: 1_793_206_800)  // 2026-10-29 00:00 where the office is
        #expect(ReuseRule(named, by: Self.table).remarks(on: later) == [.takenLater])
        later.createdAt -= 1
        #expect(ReuseRule(named, by: Self.table).remarks(on: later) == [])
    }

    @Test("A reason says something, and holds no identity number")
    func reason() {
        let sound = ReuseRule.Source(paper("xac_nhan_hon_nhan"))
        for text in ["x", "1", "...", "12 34", "?!"] {
            #expect(told("hon_nhan", of: file(), from: sound, because: text) == .failure(.noReason(.saysNothing)), "\(text)")
        }
        for text in ["thẻ 013099008041 cũ", "CMND 013099008", "số:013099008041."] {
            #expect(told("hon_nhan", of: file(), from: sound, because: text) == .failure(.noReason(.holdsIdentityNumber)), "\(text)")
        }
        for text in ["nhầm", "quét nhầm", "trùng lặp", "giấy số 12/2026 ngày 05112026", "nghiêng", "điện thoại 0912345678"] {
            #expect(told("hon_nhan", of: file(), from: sound, because: text) == .success("hon_nhan"), "\(text)")
        }
    }

    @Test("A paper that is held back, rejected, damaged, newer or the case's own is refused, whatever is said")
    func sources() {
        let sound = paper("xac_nhan_hon_nhan")
        var own = sound
        own.dossier = "C1"
        let refused: [(ReuseRule.Source, ReuseRefusal)] = [
            (.init(sound, isHeldBack: true), .heldBack), (.init(sound, isDamaged: true), .damaged), (.init(own), .sameCase),
            (.init(paper("xac_nhan_hon_nhan", status: .rejected)), .rejected), (.init(paper("xac_nhan_hon_nhan", issued: "2026-10-29")), .newer),
        ]
        for (source, refusal) in refused { #expect(told("hon_nhan", of: file(), from: source, because: "cứ dùng") == .failure(refusal)) }
    }

    @Test("Registers list codes, names of components or of papers, with or without marks, parted by commas too")
    func registers() {
        func asked(_ entries: String..., procedure: String? = "1.000894") -> CaseComponents {
            CaseComponents(of: file(entries, procedure: procedure), by: Self.table)
        }
        #expect(asked().components.map(\.code) == ["to_khai_ket_hon", "hon_nhan", "cccd"])
        #expect(asked("hon_nhan", "giay_khai_sinh").components.map(\.forms) == [["xac_nhan_hon_nhan"], ["giay_khai_sinh"]])
        let words = asked("Tờ khai, Giấy khai sinh")
        #expect(words.components.map(\.code) == ["to_khai_ket_hon", "giay_khai_sinh"] && words.unknown.isEmpty)
        #expect(asked("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN, NẾU CÓ", "Thẻ căn cước").components.map(\.code) == ["hon_nhan", "cccd"])
        #expect(asked("giay khai sinh", procedure: nil).components.map(\.code) == ["giay_khai_sinh"])
        let partly = asked("Đơn lạ\nGiấy khai sinh")
        #expect(partly.unknown == ["Đơn lạ"])
        #expect(partly.components.map(\.code) == ["to_khai_ket_hon", "hon_nhan", "cccd", "giay_khai_sinh"], "the procedure's list stands in")
        #expect(asked("A", "B", procedure: nil).unknown == ["A", "B"])
    }
}
