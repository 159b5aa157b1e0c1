import Foundation
import GRDB
import Records
import Testing

@testable import SQLiteCatalogue

@Suite("Queries and snippets")
struct SearchTextTests {
    @Test(
        "a query is read as terms",
        arguments: [
            ("chuyển đổi", ["chuyển", "đổi"], []), ("\"chuyển đổi\" số", ["chuyển đổi", "số"], []), ("a -b -\"c d\"", ["a"], ["b", "c d"]),
            ("15/QĐ-UBND", ["15 qđ ubnd"], []), ("- -- --x", [], ["x"]), ("\"mở", ["mở"], []), ("a\"b c\"d", ["a", "b c", "d"], []),
            ("HOÀ uỷ", ["hoà", "uỷ"], []), ("hòa ủy", ["hoà", "uỷ"], []), (" … \"\" ", [], []), ("a-b", ["a b"], []),
        ])
    func terms(text: String, wanted: [String], excluded: [String]) {
        let terms = SearchTerms(text)
        #expect(terms.wanted.map { $0.exact.joined(separator: " ") } == wanted)
        #expect(terms.excluded.map { $0.exact.joined(separator: " ") } == excluded)
    }

    @Test("a query has bounds")
    func bounds() {
        #expect(SearchTerms(String(repeating: "a ", count: 1000)).wanted.count == SearchTerms.maximumTerms)
        #expect(SearchTerms(String(repeating: "a-", count: 1000)).wanted.map(\.folded.count) == [SearchTerms.maximumWordsInTerm])
        #expect(SearchTerms(String(repeating: "a", count: 1_000_000)).wanted.map { $0.folded[0].count } == [SearchTerms.maximumLength])
    }

    @Test(
        "words are cut where the index cuts them",
        arguments: [
            "Quyết định số 15/QĐ-UBND, ngày 05/01/2026.", "a_b c'd e’f g·h i…j k–l", "½ m² n° º ª № ①", "İstanbul ΑΒΓ привет 東京 ไทย",
            "x\u{301}y \u{301}z", "e.g. U.S.A. 1,000.50",
        ])
    func cutting(text: String) throws {
        let folded = VietnameseText.folded(text)
        let cut = try DatabaseQueue().write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE t USING fts5(a, tokenize = "unicode61 remove_diacritics 0");
                    CREATE VIRTUAL TABLE v USING fts5vocab(t, instance);
                    """)
            try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: [folded])
            return try String.fetchAll(db, sql: "SELECT term FROM v ORDER BY offset")
        }
        #expect(Words.split(folded) == cut)
    }

    @Test(
        "numbers and symbols compare without zeros and without punctuation",
        arguments: [
            ("80", "80", nil), ("080", "80", nil), ("0", "0", nil), ("80/KH-UBND", "80", "kh ubnd"), ("05-NQ/ĐU", "5", "nq đu"),
            ("15a/QĐ-UBND", "15a", "qđ ubnd"), ("KH-UBND", nil, "kh ubnd"), (" 7 ", "7", nil), ("/", nil, nil),
        ] as [(String, String?, String?)])
    func references(typed: String, number: String?, symbol: String?) {
        let key = ReferenceKey(typed: typed)
        #expect((key.number, key.symbol) == (number, symbol))
    }

    @Test(
        "a snippet marks what matches and is safe to show",
        arguments: [
            ("chuyển đổi", "Kế hoạch chuyển đổi số", "Kế hoạch <b>chuyển đổi</b> số"),
            ("số chuyển", "Kế hoạch chuyển đổi số", "Kế hoạch <b>chuyển</b> đổi <b>số</b>"),
            ("15/QĐ-UBND", "Số: 15/QĐ-UBND và 15", "Số: <b>15/QĐ-UBND</b> và 15"),
            ("a", "<script>a&b</script>", "&lt;script&gt;<b>a</b>&amp;b&lt;/script&gt;"),
            ("dinh", "Quyết\nđịnh.\n\n  Đinh", "Quyết <b>định</b>. <b>Đinh</b>"),
            ("không", "Kế hoạch", "Kế hoạch"), ("a", "", ""), ("a", "…", ""),
            ("tên", "Họ tên ……………………………………………………………………………………………………………………………………………………………… Lò", "Họ <b>tên</b> … Lò"),
        ])
    func snippets(query: String, text: String, expected: String) {
        var folding = WordFolding()
        let finder = WordFinder(terms: SearchTerms(query).wanted, exactOnly: false)
        #expect(Snippet.of(finder.mark(text, &folding)) == expected)
    }

    @Test("a snippet of an exact hit marks only what is exact")
    func exactSnippets() {
        var folding = WordFolding()
        let finder = WordFinder(terms: SearchTerms("định").wanted, exactOnly: true)
        #expect(Snippet.of(finder.mark("Đinh và định", &folding)) == "Đinh và <b>định</b>")
    }

    @Test("a long page is cut to the stretch that has most of what was looked for")
    func stretch() {
        let noise = (1...200).map { "từ\($0)" }.joined(separator: " ")
        var folding = WordFolding()
        let finder = WordFinder(terms: SearchTerms("lũ lụt bão").wanted, exactOnly: false)
        let snippet = Snippet.of(finder.mark("bão \(noise) phòng lũ lụt, bão \(noise)", &folding))
        #expect(snippet.contains("phòng <b>lũ lụt</b>, <b>bão</b>"))
        #expect(snippet.hasPrefix("… ") && snippet.hasSuffix(" …"))
        #expect(Words.split(snippet.replacing("<b>", with: "").replacing("</b>", with: "")).count == Snippet.length)
    }
}
