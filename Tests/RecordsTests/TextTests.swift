import Foundation
import Records
import Testing

@Suite("Vietnamese text and dates") struct TextTests {
    @Test(
        "Exact: NFC, lower case, one placement of the tone",
        arguments: [
            ("HOÀ BÌNH", "hoà bình"), ("Hòa Bình", "hoà bình"), ("ủy ban", "uỷ ban"), ("Uỷ ban", "uỷ ban"), ("khỏe", "khoẻ"), ("của mùa", "của mùa"),
            ("Đảng".decomposedStringWithCanonicalMapping, "đảng"), ("thúy", "thuý"), ("hòa", "hoà"), ("ò", "ò"), ("toàn", "toàn"),
        ])
    func exact(text: String, expected: String) { #expect(Array(VietnameseText.exact(text).utf8) == Array(expected.utf8)) }

    @Test("Folded: no marks, đ is d", arguments: [("Định Đức", "dinh duc"), ("Quyết ĐỊNH", "quyet dinh"), ("hoà", "hoa"), ("ư ơ ă ệ", "u o a e")])
    func folded(text: String, expected: String) { #expect(VietnameseText.folded(text) == expected) }

    @Test("Marks are seen", arguments: [("dinh", false), ("định", true), ("DINH", false), ("đi", true), ("15/QD", false)])
    func marks(text: String, expected: Bool) { #expect(VietnameseText.hasMarks(text) == expected) }

    @Test("Days that exist", arguments: [("2026-01-05", "2026-01-05"), ("05/01/2026", "2026-01-05"), ("29.2.2024", "2024-02-29")])
    func dates(text: String, expected: String) { #expect(CalendarDate(text)?.description == expected) }

    @Test("Days that do not", arguments: ["2026-02-30", "31/04/2026", "2026", "1/2/26", "", "2026-1-", "--", "a/b/cccc"])
    func noDates(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(
        "Periods and their days",
        arguments: [
            ("2026-10", "2026-10-01", "2026-10-31"), ("2026-Q4", "2026-10-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026", "2026-01-01", "2026-12-31"),
        ])
    func periods(text: String, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.description == text)
        #expect(period.days?.lowerBound.description == first)
        #expect(period.days?.upperBound.description == last)
    }

    @Test("What is no period", arguments: ["2026-13", "2026-Q5", "26-01", "2026-1", "heute", "2026-"])
    func noPeriods(text: String) { #expect(Period(text) == nil) }

    @Test("The office's day is Vietnam's, whatever the machine's clock is set to")
    func officeDay() throws {
        let evening = try Date("2026-01-31T18:30:00Z", strategy: .iso8601)
        #expect(CalendarDate(of: evening).description == "2026-02-01")
    }

    @Test("A path in NFC and one in NFD are two files")
    func paths() {
        let name = "Kế hoạch.pdf"
        #expect(InboxPath(name.decomposedStringWithCanonicalMapping) != InboxPath(name.precomposedStringWithCanonicalMapping))
        #expect(InboxPath("a/b/c.pdf").folders == ["a", "b"])
        #expect(InboxPath("a/b/c.pdf").name == "c.pdf")
    }

    @Test(
        "A hash is 64 hexadecimal digits and nothing else",
        arguments: ["", "ab", String(repeating: "g", count: 64), "../" + String(repeating: "a", count: 61)])
    func hashes(text: String) { #expect(ContentHash(hex: text) == nil) }

    @Test(
        "Insertions, deletions and replacements count one each",
        arguments: [("kitten", "sitting", 3), ("", "abc", 3), ("chuyển", "chuyên", 1), ("đề nghị", "để nghi", 2), ("abc", "abc", 0)])
    func edits(first: String, second: String, edits: Int) {
        #expect(EditDistance.between(Array(first), Array(second)) == edits)
        #expect(EditDistance.between(Array(second), Array(first)) == edits)
    }
}
