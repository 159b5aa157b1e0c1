import Records
import Testing

@testable import Understanding

struct ReviewTests {
    private func pipeline(_ required: [String], kind: Record.Kind = .archive, least: Double = 0.6) -> PipelineDefinition {
        PipelineDefinition(name: "archive", title: "Lưu trữ", kind: kind, requiredFields: required, minimumConfidence: least)
    }

    @Test("What the pipeline requires and the paper lacks")
    func required() {
        let draft = understood([.plan(number: "Số:    /KH-UBND")], pipeline: pipeline(["number", "subject", "urgency"]))
        #expect(draft.reviewReasons == ["missing:number", "missing:urgency"])
    }

    @Test("Fields below the pipeline's confidence")
    func doubtful() {
        var page = PrintedPage()
        page.line("ỦY BAN NHÂN DÂN XÃ X", x: 0.1, y: 0.06, confidence: 0.75)
        page.centred("KẾ HOẠCH", y: 0.15)
        page.centred("Thực hiện chuyển đổi số", y: 0.172)
        page.body(from: 0.26)
        #expect(understood([page], pipeline: pipeline(["agency"], least: 0.85)).reviewReasons == ["low_confidence:agency"])
    }

    @Test("Blank pages only")
    func blank() {
        #expect(understood([PrintedPage(1), PrintedPage(2)]).reviewReasons == ["blank"])
    }

    @Test("A poorly read page")
    func poor() {
        var last = PrintedPage(2)
        last.line("rất mờ và khó đọc", y: 0.3, confidence: 0.4)
        #expect(understood([.plan(), last]).reviewReasons == ["low_confidence:text"])
    }

    @Test("Minutes may go without a number")
    func minutes() {
        let reasons = understood([.plan(number: "", title: "BIÊN BẢN", subject: ["Họp bình xét hộ nghèo"])]).reviewReasons
        #expect(reasons == [])
    }

    @Test("The pipeline decides the kind")
    func kind() {
        #expect(understood([.plan()], pipeline: pipeline([], kind: .tthc)).kind == .tthc)
    }
}
