import Foundation
import Records
import TestSupport
import Testing

extension CatalogueContract {
    static let searches: [Check] = matching + filtering + answers

    private static let answers: [Check] = [
        Check("no text and no filter is refused, and so is text without a word") { catalogue async throws in
            await expectRefused { _ = try await catalogue.search(SearchQuery(text: "")) }
            await expectRefused { _ = try await catalogue.search(SearchQuery(text: " \"\" -- … ()*:^ ", person: "  ")) }
        },
        Check("no more hits than asked for, nor than the maximum, and none for none") { catalogue async throws in
            for number in 1...5 { try await catalogue.add("r\(number)", ["kế hoạch"]) }
            #expect(try await catalogue.search(SearchQuery(text: "kế hoạch", limit: 3)).count == 3)
            #expect(try await catalogue.search(SearchQuery(text: "kế hoạch", limit: .max)).count == 5)
            #expect(try await catalogue.search(SearchQuery(text: "kế hoạch", limit: -1)) == [])
        },
        Check("scores fall, and exact matches stand above folded ones") { catalogue async throws in
            try await catalogue.add("folded", [String(repeating: "dinh ", count: 50)], fields: Samples.fields(subject: "đinh dính định đính"))
            try await catalogue.add("exact", [String(repeating: "văn bản ", count: 200) + "quy định"])
            try await catalogue.add("folded-too", ["quy dinh"])
            let hits = try await catalogue.search(SearchQuery(text: "quy định"))
            #expect(hits.map(\.record) == ["exact", "folded-too"])
            #expect(zip(hits, hits.dropFirst()).allSatisfy { ($0.score ?? 0) > ($1.score ?? 0) })
            #expect(try await catalogue.search(SearchQuery(text: "", kind: .archive)).map(\.score) == [nil, nil, nil])
        },
        Check("a title counts more than a reference, a reference more than the body") { catalogue async throws in
            try await catalogue.add("body", ["chuyển đổi số ở xã"])
            try await catalogue.add("reference", ["văn bản"], fields: Samples.fields(agency: "Tổ chuyển đổi số"))
            try await catalogue.add("title", ["văn bản"], fields: Samples.fields(subject: "chuyển đổi số"))
            #expect(try await catalogue.found("chuyển đổi số") == ["title", "reference", "body"])
        },
        Check("a hit tells what the record is, its best page and the words there") { catalogue async throws in
            let fields = Samples.fields(
                type: "KH", number: "80", symbol: "KH-ĐU", issuedOn: "2026-01-20", agency: "ĐẢNG ỦY XÃ", subject: "Phát triển <xã> & bản")
            let second = String(repeating: "mở đầu ", count: 40) + "về <chuyển đổi\nsố> & công nghệ " + String(repeating: "kết thúc ", count: 40)
            try await catalogue.add("r", ["Trang một nói về đổi mới", second, "số"], kind: .tthc, dossier: "H1", fields: fields)
            let hit = try #require(try await catalogue.search(SearchQuery(text: "chuyển đổi số")).first)
            #expect((hit.record, hit.typeCode, hit.number, hit.symbol) == ("r", "KH", "80", "KH-ĐU"))
            #expect((hit.issuedOn, hit.agency, hit.subject) == ("2026-01-20", "ĐẢNG ỦY XÃ", "Phát triển <xã> & bản"))
            #expect((hit.page, hit.kind, hit.dossier) == (2, .tthc, "H1"))
            #expect(hit.snippet.contains("về &lt;<b>chuyển đổi số</b>&gt; &amp; công nghệ"))
            #expect(hit.snippet.hasPrefix("… ") && hit.snippet.hasSuffix(" …") && !hit.snippet.contains("\n"))
            #expect((20...40).contains(hit.snippet.split(separator: " ").count))
        },
        Check("any text can be searched for") { catalogue async throws in
            try await catalogue.add("r", ["Quyết định số 15/QĐ-UBND ngày 05/01/2026 về \"chuyển đổi số\""])
            var numbers = SeededRandom(seed: 57)
            for _ in 1...400 {
                let text = randomQuery(&numbers)
                do {
                    _ = try await catalogue.search(SearchQuery(text: text, kind: Bool.random(using: &numbers) ? .archive : nil))
                } catch CatalogueFailure.refused {
                    #expect(!text.unicodeScalars.contains { CharacterSet.alphanumerics.contains($0) && $0.isASCII }, "\(text.debugDescription)")
                }
            }
        },
    ]

    /// Text that is hard on a parser of queries: its own syntax, halves of it, marks without letters, and foreign scripts.
    private static func randomQuery(_ numbers: inout SeededRandom) -> String {
        let pieces = [
            "\"", "-", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "title", ":", "^", "{", "}", "+", ",", "'", "''", ";", "--", "/*", "\\", "\0",
            "\n",
            "định", "quye\u{302}\u{301}t", "QĐ-UBND", "15/QĐ-UBND", "a", "0", "\u{301}", "\u{200D}", "한국", "ไทย", "🇻🇳", "ﬀ", "²", "İ", "“", "”", "%",
            "?", "\u{FFFD}",
            String(repeating: "x", count: 3000), String(repeating: "a ", count: 80), "search", "rowid", "body_exact:", " ", " ",
        ]
        return (0..<Int.random(in: 0...12, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }

    private static let matching: [Check] = [
        Check("words, marks, phrases and exclusions find what they say") { catalogue async throws in
            try await catalogue.add("dinh", ["gia đình họ Đinh"])
            try await catalogue.add("định", ["Quyết định số 15/QĐ-UBND của xã"])
            try await catalogue.add("hoà", ["Cộng hoà xã hội chủ nghĩa, uỷ ban, thuỷ lợi"])
            try await catalogue.add("hòa", ["Ủy ban hòa giải; kế hoạch chuyển đổi số"])
            try await catalogue.add("nfd", ["Tờ trình nhân sự".decomposedStringWithCanonicalMapping])
            for (query, expected) in expectations {
                #expect(try await catalogue.found(query).sorted() == expected.sorted(), "\(query)")
            }
        },
        Check("words with marks: exact first, then any marks; without marks: all alike") { catalogue async throws in
            try await catalogue.add("đinh", ["đinh"])
            try await catalogue.add("dinh", ["dinh"])
            try await catalogue.add("định", ["định"])
            #expect(try await catalogue.found("định").first == "định")
            #expect(try await catalogue.found("Đinh").first == "đinh")
            #expect(try await catalogue.found("dinh").sorted() == ["dinh", "đinh", "định"].sorted())
        },
    ]

    private static let expectations: [(String, [String])] = [
        ("dinh", ["dinh", "định"]), ("định", ["dinh", "định"]), ("\"quyết định\"", ["định"]), ("\"quyet dinh\"", ["định"]),
        ("\"định quyết\"", []), ("hòa", ["hoà", "hòa"]), ("hoà", ["hoà", "hòa"]), ("HOÀ", ["hoà", "hòa"]), ("hoa", ["hoà", "hòa"]),
        ("ủy", ["hoà", "hòa"]), ("thủy", ["hoà"]), ("thuy loi", ["hoà"]), ("chuyen doi so", ["hòa"]), ("số", ["định", "hòa"]),
        ("số -chuyển", ["định"]), ("so -\"chuyen doi\"", ["định"]), ("xa -định", ["hoà"]), ("-dinh", ["hoà", "hòa", "nfd"]),
        ("15/QĐ-UBND", ["định"]), ("15/qd-ubnd", ["định"]), ("QĐ-UBND 15", ["định"]), ("UBND-QĐ", []), ("hộ tịch", []),
        ("nhân sự", ["nfd"]), ("nhân sự".decomposedStringWithCanonicalMapping, ["nfd"]),
        ("định".decomposedStringWithCanonicalMapping, ["dinh", "định"]),
        ("\"chuyển đổi số", ["hòa"]), ("“chuyển đổi số”", ["hòa"]), ("OR", []), ("NOT hoa", []),
    ]

    private static let filtering: [Check] = [
        Check("filters narrow, alone and together, newest first") { catalogue async throws in
            try await fill(catalogue)
            #expect(try await catalogue.found { $0.kind = .archive } == ["tb", "hd", "hđ", "kh"])
            #expect(try await catalogue.found { $0.typeCode = "hđ" } == ["hđ"])
            #expect(try await catalogue.found { $0.typeCode = "HD" } == ["hd"])
            #expect(try await catalogue.found { $0.agency = "dang uy" } == ["tb", "kh"])
            #expect(try await catalogue.found { $0.from = CalendarDate("2026-02-01") } == ["hd", "hđ"])
            #expect(try await catalogue.found { ($0.from, $0.to) = (CalendarDate("2026-01-20"), CalendarDate("2026-02-01")) } == ["hđ", "kh"])
            #expect(try await catalogue.found { $0.dossier = "H35-1" } == ["khai"])
            #expect(try await catalogue.found { ($0.agency, $0.typeCode) = ("đảng", "KH") } == ["kh"])
            #expect(try await catalogue.found { ($0.text, $0.typeCode) = ("văn bản", "TB") } == ["tb"])
        },
        Check("a number is found with and without zeros, and with its symbol") { catalogue async throws in
            try await fill(catalogue)
            for number in ["80", "080"] { #expect(try await catalogue.found { $0.number = number } == ["hđ", "kh"], "\(number)") }
            for number in ["80/KH-ĐU", "80-KH/ĐU", "80 kh-đu", "80/kh-du"] {
                #expect(try await catalogue.found { $0.number = number } == ["kh"], "\(number)")
            }
            #expect(try await catalogue.found { $0.number = "7" } == ["hd"])
            #expect(try await catalogue.found { $0.number = "8" } == [])
            #expect(try await catalogue.found("7/HD-UBND") == ["hd"])
            #expect(try await catalogue.found("07/HD-UBND") == ["hd"])
        },
        Check("a person is found by a part of the name or the beginning of the identity number") { catalogue async throws in
            try await fill(catalogue)
            for person in ["Lò Văn Á", "lo van a", "VĂN", "011099000123", "0110 9900", "011"] {
                #expect(try await catalogue.found { $0.person = person } == ["khai"], "\(person)")
            }
            for person in ["Lò Thị", "99000123", "0110990001234"] { #expect(try await catalogue.found { $0.person = person } == [], "\(person)") }
        },
    ]

    private static func fill(_ catalogue: any Catalogue) async throws {
        let person = Person(name: Samples.field("Lò  Văn Á"), idNumber: Samples.field("011099000123"))
        try await catalogue.add(
            "kh", ["văn bản"], fields: Samples.fields(type: "KH", number: "80", symbol: "KH-ĐU", issuedOn: "2026-01-20", agency: "ĐẢNG ỦY XÃ"))
        try await catalogue.add("hđ", ["văn bản"], fields: Samples.fields(type: "HĐ", number: "080", symbol: "HĐ-UBND", issuedOn: "2026-02-01"))
        try await catalogue.add("hd", ["văn bản"], fields: Samples.fields(type: "HD", number: "07", symbol: "HD-UBND", issuedOn: "2026-03-01"))
        try await catalogue.add("tb", ["văn bản"], fields: Samples.fields(type: "TB", agency: "Đảng uỷ xã"))
        try await catalogue.add(
            "khai", ["tờ khai"], kind: .tthc, form: "to_khai", dossier: "H35-1", fields: Samples.fields(persons: [person]))
    }
}
