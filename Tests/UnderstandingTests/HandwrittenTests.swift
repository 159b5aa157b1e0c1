import Foundation
import Records
import Testing

@testable import Understanding

/// Number and day that a person wrote into the blanks, as the reading room tells them.
struct HandwrittenTests {
    private func draft(number: (text: String, confidence: Double)?, day: (text: String, confidence: Double)?, month: String = "02") -> RecordDraft {
        var page = PrintedPage()
        page.line("ỦY BAN NHÂN DÂN", x: 0.18, y: 0.06)
        page.line("XÃ BUM NƯA", x: 0.21, y: 0.08)
        page.line("Số: \(number?.text ?? "") /KH-UBND", byHand: number.map { [$0.text: $0.confidence] } ?? [:], x: 0.17, y: 0.115)
        page.line(
            "Bum Nưa, ngày \(day?.text ?? "") tháng \(month) năm 2026", byHand: day.map { [$0.text: $0.confidence] } ?? [:], x: 0.54, y: 0.115)
        page.centred("KẾ HOẠCH", y: 0.15)
        page.centred("Thực hiện chuyển đổi số trên địa bàn xã năm 2026", y: 0.172)
        page.body(from: 0.26)
        return understood([page])
    }

    @Test("Sure digits are the number and the day, and nobody needs to look")
    func sure() {
        let draft = draft(number: ("142", 0.95), day: ("26", 0.96))
        #expect(draft.fields.number?.value == "142")
        #expect(draft.fields.symbol?.value == "KH-UBND")
        #expect(draft.fields.issuedOn?.value == "2026-02-26")
        #expect(draft.fields.number?.confidence == 0.95)
        #expect((draft.fields.issuedOn?.confidence ?? 0) > 0.9)
        #expect(draft.fields.number?.source == .ocr)
        #expect(draft.reviewReasons == [])
    }

    @Test("What is not sure is proposed, and a person decides")
    func unsure() {
        let draft = draft(number: ("142", 0.5), day: ("26", 0.45))
        #expect(draft.fields.number?.value == "142")
        #expect(draft.fields.issuedOn?.value == "2026-02-26")
        #expect(draft.reviewReasons == ["low_confidence:number", "low_confidence:issued_on"])
    }

    @Test("A day of one digit, surely read, is a day; a printed half is none")
    func oneDigit() {
        #expect(draft(number: ("07", 0.95), day: ("3", 0.95)).fields.issuedOn?.value == "2026-02-03")
        #expect(draft(number: nil, day: nil).fields.issuedOn == nil)
    }

    @Test("A day that the month does not have is none")
    func impossible() { #expect(draft(number: ("142", 0.95), day: ("31", 0.95)).fields.issuedOn == nil) }

    @Test("A reading stored before words could say so is of print")
    func stored() throws {
        let word = try JSONDecoder().decode(PageReading.Word.self, from: Data(#"{"text":"12","confidence":0.9,"box":[0,0,0.1,0.1]}"#.utf8))
        #expect(!word.isHandwritten)
        let written = PageReading.Word(text: "12", confidence: 0.9, box: word.box, isHandwritten: true)
        #expect(try JSONDecoder().decode(PageReading.Word.self, from: JSONEncoder().encode(written)) == written)
    }
}
