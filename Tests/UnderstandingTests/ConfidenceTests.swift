import Records
import Testing

@testable import Understanding

/// What speaks for a value counts, not only how surely its letters were read.
struct ConfidenceTests {
    private func plan(number: String, title: String = "KẾ HOẠCH", confidence: Double) -> Fields {
        var page = PrintedPage()
        page.line("ỦY BAN NHÂN DÂN", x: 0.18, y: 0.06)
        page.line("XÃ BUM NƯA", x: 0.21, y: 0.08, confidence: confidence)
        page.line(number, x: 0.17, y: 0.115, confidence: confidence)
        page.line("Bum Nưa, ngày 03 tháng 02 năm 2026", x: 0.54, y: 0.115, confidence: confidence)
        page.centred(title, y: 0.15, confidence: confidence)
        page.centred("Thực hiện chuyển đổi số", y: 0.172)
        page.body(from: 0.26)
        return understood([page]).fields
    }

    @Test("Title and symbol that say the same are sure, however worn")
    func agreeing() {
        let fields = plan(number: "Số: 38/KH-UBND", confidence: 0.6)
        #expect((fields.typeCode?.confidence ?? 0) >= 0.95)
        #expect((fields.symbol?.confidence ?? 0) >= 0.95)
        #expect((fields.number?.confidence ?? 0) < 0.9)
    }

    @Test("A symbol of codes that nobody knows is as sure as its letters")
    func unknownSymbol() {
        #expect((plan(number: "Số: 38/KH-UXQN", confidence: 0.6).symbol?.confidence ?? 1) < 0.7)
    }

    @Test("A quarter that is none of the four makes a subject doubtful", arguments: [("III", true), ("IV", true), ("HH", false), ("lII", false)])
    func quarter(read: String, isSure: Bool) {
        let draft = understood([.plan(subject: ["Kết quả công tác quý \(read) năm 2026"])])
        #expect(((draft.fields.subject?.confidence ?? 0) > 0.9) == isSure)
        #expect(draft.reviewReasons == (isSure ? [] : ["low_confidence:subject"]))
    }

    @Test("A title and a symbol that say different types make neither sure")
    func disagreeing() {
        #expect((plan(number: "Số: 38/QĐ-UBND", confidence: 0.95).typeCode?.confidence ?? 1) < 0.9)
    }

    @Test("A commune's name that the text has again and again is sure")
    func mentioned() {
        let fields = plan(number: "Số: 38/KH-UBND", confidence: 0.7)
        #expect((fields.place?.confidence ?? 0) >= 0.9)
        #expect((fields.agency?.confidence ?? 0) >= 0.9)
    }
}
