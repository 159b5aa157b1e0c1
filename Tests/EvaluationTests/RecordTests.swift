import Foundation
import Records
import Testing

@testable import Evaluation

@Suite("Records against what is printed") struct RecordTests {
    private func evaluated(_ files: [(truth: String, answer: String)], worst: Int = 10) throws -> Figures {
        let pairs = try files.map { file in
            (try decoded(Truth.self, file.truth), try decoded(FileAnswer.self, file.answer))
        }
        var evaluation = Evaluation(truths: pairs.map(\.0), worst: worst)
        for (truth, answer) in pairs { evaluation.add(truth, answer) }
        return evaluation.finish()
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    /// An answer with the given fields (name, value, confidence) on page 1.
    private func answer(
        _ file: String, fields: [(String, String, Double)] = [], persons: String = "[]", status: String = "needs_review", kind: String = "archive",
        outcome: String = "recorded", pages: [[Int]] = [[1]], text: String = ""
    ) -> String {
        let values = fields.map { #""\#($0.0)":{"value":"\#($0.1)","confidence":\#($0.2),"page":1,"box":null,"source":"ocr"}"# }
        let records = pages.map { pages in
            #"""
            {"pages":\#(pages),"kind":"\#(kind)","form":"van_ban","status":"\#(status)","dossier":null,
             "fields":{\#((values + [#""recipients":[]"#, #""persons":\#(persons)"#]).joined(separator: ","))},
             "text":[{"page":\#(pages[0]),"text":"\#(text)","confidence":0.9,"source":"ocr","rotation":0,"skew":null}]}
            """#
        }
        let reason = outcome == "rejected" ? #"{"code":"truncated","message":"…"}"# : "null"
        return
            #"{"file":"\#(file)","outcome":"\#(outcome)","reason":\#(reason),"records":[\#(outcome == "recorded" ? records.joined(separator: ",") : "")]}"#
    }

    private func truth(_ file: String, _ more: String = "") -> String {
        #"{"file":"\#(file)","expect":"ok","kind":"archive"\#(more.isEmpty ? "" : ",")\#(more)}"#
    }

    private func tally(_ figures: Figures, _ field: String, family: String = "van_ban", level: String? = "office") -> FieldTally? {
        figures.fields[FieldKey(family: family, type: nil, level: level, field: field)]
    }

    @Test("Right, wrong, missing and invented values, and what follows from them")
    func verdicts() throws {
        let figures = try evaluated([
            (
                truth("a.pdf", #""number":"05","agency":"ỦY BAN NHÂN DÂN XÃ A""#),
                answer("a.pdf", fields: [("number", "5", 0.95), ("agency", "Ủy ban nhân dân xã A", 0.9)])
            ),
            (truth("b.pdf", #""number":"12""#), answer("b.pdf", fields: [("number", "13", 0.8)])),
            (truth("c.pdf", #""number":"7""#), answer("c.pdf")),
            (truth("d.pdf", #""number":null"#), answer("d.pdf", fields: [("number", "99", 0.5)])),
            // Where the truth is silent, nothing is invented.
            (truth("e.pdf"), answer("e.pdf", fields: [("number", "98", 0.5)])),
        ])
        let number = try #require(tally(figures, "number"))
        #expect(number == FieldTally(right: 1, exact: 0, wrong: 1, missing: 1, invented: 1))
        #expect(number.precision == 1.0 / 3)
        #expect(number.recall == 1.0 / 3)
        #expect(number.exactMatch == 0)
        #expect(tally(figures, "agency") == FieldTally(right: 1))
        #expect(figures.wrongFields.map(\.file) == ["b.pdf", "c.pdf", "d.pdf"])
        // Judged with confidence: 05 right, 13 wrong, the agency right. What is invented or missing says nothing of confidence.
        #expect(figures.confidences[nil]?.count == 3)
        #expect(figures.confidences["number"]?.buckets.first { $0.from == 0.95 }?.right == 1)
    }

    @Test(
        "Values agree when what matters does",
        arguments: [
            ("symbol", "KH-UBND", "KH – UBND", true), ("symbol", "KH/ĐU", "KH-ĐU", true), ("symbol", "KH-UBND", "KH-HĐND", false),
            ("subject", "V/v rà soát hộ nghèo", "rà soát hộ nghèo", true), ("subject", "Về việc họp dân", "họp dân.", true),
            ("subject", "họp dân", "họp dan", false), ("type_code", "KHHĐ", "KH", true), ("signer_name", "Hà Đình Khôi", "HÀ ĐÌNH KHÔI", true),
            ("signer_name", "Hà Đình Khôi", "Hà Đinh Khôi", false), ("issued_on", "2026-01-05", "2026-01-05", true),
        ])
    func agreement(field: String, printed: String, read: String, agrees: Bool) throws {
        let rule = try #require(FieldRule.all.first { $0.name == field })
        #expect(rule.agrees(read, with: printed) == agrees)
    }

    @Test("A long subject may differ by a letter")
    func nearSubject() throws {
        let rule = try #require(FieldRule.all.first { $0.name == "subject" })
        #expect(rule.agrees("Kiện toan Tổ công nghệ số cộng đồng xã Bum Nưa", with: "Kiện toàn Tổ công nghệ số cộng đồng xã Bum Nưa"))
    }

    @Test("A number written by hand has a row of its own, and may be left open")
    func handwritten() throws {
        let figures = try evaluated([
            (truth("a.pdf", #""number":"38","handwritten_number_and_day":true"#), answer("a.pdf", status: "accepted"))
        ])
        #expect(tally(figures, "number (hand)") == FieldTally(missing: 1))
        #expect(tally(figures, "number") == nil)
        #expect(figures.work.values.first == Figures.WorkCount(records: 1, accepted: 1, acceptedRight: 1, acceptedSound: 1))
    }

    @Test("Persons are right when any that was read has their value")
    func persons() throws {
        let people = #"""
            [{"name":{"value":"VÀNG A SÌNH","confidence":0.9,"page":1,"box":null,"source":"ocr"},
              "id_number":{"value":"013 095 004 127","confidence":0.97,"page":1,"box":null,"source":"ocr"}}]
            """#.replacing("\n", with: "")
        let figures = try evaluated([
            (
                #"{"file":"a.pdf","expect":"ok","kind":"tthc","subjects":[{"name":"Vàng A Sình","id_number":"013095004127"},{"name":"Lường Thị Mai","id_number":null}]}"#,
                answer("a.pdf", persons: people, kind: "tthc")
            )
        ])
        #expect(tally(figures, "person id", family: "tthc") == FieldTally(right: 1))
        #expect(tally(figures, "person name", family: "tthc") == FieldTally(right: 1, wrong: 1))
    }

    @Test("Marked files must be held back, others not, and nothing of them told")
    func secrecy() throws {
        let marked = #"{"file":"NAME","expect":"ok","kind":"archive","secrecy":"mat"}"#
        let figures = try evaluated([
            (marked.replacing("NAME", with: "held.pdf"), answer("held.pdf", outcome: "restricted")),
            (marked.replacing("NAME", with: "missed.pdf"), answer("missed.pdf")),
            (truth("alarm.pdf"), answer("alarm.pdf", outcome: "restricted")), (truth("plain.pdf"), answer("plain.pdf")),
        ])
        #expect(figures.secrecy.recall == 0.5)
        #expect(figures.secrecy.missed == ["missed.pdf"])
        #expect(figures.secrecy.falseAlarms == ["alarm.pdf"])
        #expect(figures.secrecy.falseAlarmShare == 0.5)
        #expect(figures.secrecy.leaks.isEmpty)
        #expect(figures.outcomes == Figures.Count(right: 2, wrong: 2))
    }

    @Test("A file of which nothing was told has the wrong outcome")
    func absent() throws {
        var evaluation = Evaluation(truths: [], worst: 0)
        evaluation.add(try decoded(Truth.self, truth("a.pdf")), nil)
        #expect(evaluation.finish().wrongOutcomes.map(\.got) == ["absent"])
    }

    @Test("A stack is split rightly when each record has its content pages, wherever covers and blanks went")
    func splits() throws {
        let stack = #"""
            "page_info":[{"page":1,"type":"cover"},{"page":2,"type":"content"},{"page":3,"type":"blank_verso"},{"page":4,"type":"content"}],
            "records":[{"pages":[2,3],"kind":"archive"},{"pages":[4],"kind":"archive"}]
            """#.replacing("\n", with: "")
        let figures = try evaluated([
            (truth("right.pdf", stack), answer("right.pdf", pages: [[1, 2], [4]])),
            (truth("wrong.pdf", stack), answer("wrong.pdf", pages: [[2, 4]])),
            (truth("one.pdf"), answer("one.pdf", pages: [[1, 2]])), (truth("two.pdf"), answer("two.pdf", pages: [[1], [2]])),
        ])
        #expect(figures.splits == Figures.Count(right: 2, wrong: 2))
        #expect(figures.wrongSplits.map(\.file) == ["wrong.pdf", "two.pdf"])
        #expect(figures.wrongSplits.first?.expected == [[2], [4]])
    }

    @Test("Records that need no person, and how many of them are right in every required field, and wholly")
    func work() throws {
        let printed = #""number":"5","place":"Nậm Sơn""#
        let figures = try evaluated([
            (truth("a.pdf", printed), answer("a.pdf", fields: [("number", "5", 1), ("place", "Nậm Sơn", 1)], status: "accepted")),
            (truth("d.pdf", printed), answer("d.pdf", fields: [("number", "5", 1)], status: "accepted")),
            (truth("b.pdf", printed), answer("b.pdf", fields: [("number", "6", 1)], status: "accepted")),
            (truth("c.pdf", printed), answer("c.pdf", fields: [("number", "5", 1)])),
        ])
        let expected = Figures.WorkCount(records: 4, accepted: 3, acceptedRight: 1, acceptedSound: 2)
        #expect(figures.work[Figures.WorkKey(family: "van_ban", level: "office")] == expected)
    }

    @Test("Text is counted by group; what does not count as text is left out")
    func groups() throws {
        let pages = #""page_info":[{"page":1,"type":"content","skew_deg":-4.5}],"text":["Kế hoạch"],"degradation":{"level":"poor"}"#
        let figures = try evaluated([
            (truth("a.pdf", pages), answer("a.pdf", text: "Kế hoach")),
            (truth("b.pdf", pages.replacing("-4.5", with: "0.5")), answer("b.pdf", text: "Kế hoạch")),
            (truth("c.pdf", pages.replacing("content", with: "cover")), answer("c.pdf", text: "???")),
        ])
        #expect(figures.textByGroup.map(\.group) == [.poor, .skewed])
        #expect(figures.textByGroup.last?.tally.letterErrors == 1.0 / 8)
        #expect(figures.worstLines.map(\.printed) == ["Kế hoạch"])
        #expect(figures.worstLines.first?.comparison.read == "Kế hoach")
    }

    @Test("The worst lines come first, at most four of a page")
    func worstLines() throws {
        let lines = ["một", "hai", "ba", "bốn", "năm", "sáu"].joined(separator: #"\n"#)
        let figures = try evaluated([
            (truth("a.pdf", #""page_info":[{"page":1}],"text":["\#(lines)"]"#), answer("a.pdf", text: "zzzzzzzz")),
            (truth("b.pdf", #""page_info":[{"page":1}],"text":["Kính gửi"]"#), answer("b.pdf", text: "Kính gưi")),
        ])
        #expect(figures.worstLines.count == 5)
        #expect(figures.worstLines.last?.file == "b.pdf")
    }

    @Test("expected.json of a folder says outcomes and fields, and no text")
    func expectedFiles() throws {
        let truths = try decoded(
            ExpectedFiles.self,
            #"""
            {"archive/a.pdf":{"outcome":"recorded","pages":1,"reason":null,"records":[{"pages":[1],"kind":"archive","form":"van_ban","number":"5","dossier":"HS-1"}]},
             "b.pdf":{"outcome":"restricted","records":[]},"c.pdf":{"outcome":"rejected"}}
            """#
        ).truths
        #expect(truths["archive/a.pdf"]?.records?.first?.values["dossier"] == "HS-1")
        #expect(truths["archive/a.pdf"]?.contentPages.isEmpty == true)
        #expect(truths["b.pdf"]?.expectation == .restricted)
        #expect(truths["c.pdf"]?.expectation == .rejected)
    }
}
