import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Web

@Suite("Indicators and search")
struct APITests {
    @Test(
        "Indicators of the period asked for, the current month by default",
        arguments: [("", "2026-10"), ("?period=2026-Q4", "2026-Q4"), ("?period=2025", "2025"), ("?period=all", "all"), ("?period=", "2026-10")])
    func period(_ query: String, _ period: String) async throws {
        let response = try await Fixture().get("/api/v1/indicators" + query)
        #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        #expect(try response.list().map { $0["period"] as? String } == [period, period])
    }

    @Test("An indicator has every key of the interface, null where unknown")
    func indicatorKeys() async throws {
        let list = try await Fixture().get("/api/v1/indicators").list()
        let keys: Set = [
            "code", "unit", "period", "numerator", "denominator", "value", "target", "due", "status", "excluded", "pending", "definition", "as_of",
            "extents", "reported", "readings", "responsible", "status_reason",
        ]
        #expect(list.allSatisfy { Set($0.keys) == keys })
        #expect(list[0]["value"] as? Double == 0.82)
        #expect(list[0]["status"] as? String == "on_track")
        #expect(list[0]["due"] as? String == "2026-12-31")
        #expect(list[0]["as_of"] as? String == "2026-10-14T17:46:40Z")
        #expect(list[1]["value"] is NSNull)
    }

    @Test("Figures of a past day, of its month by default")
    func asOf() async throws {
        let fixture = Fixture(indicators: { periods, unit, day in
            day == CalendarDate("2026-03-31") ? periods.flatMap { Fixture.indicators($0, unit) } : []
        })
        #expect(try await fixture.get("/api/v1/indicators?as_of=31/03/2026").list().map { $0["period"] as? String } == ["2026-03", "2026-03"])
        #expect(try await fixture.get("/api/v1/indicators").list().isEmpty)
    }

    @Test("One unit") func unit() async throws {
        #expect(try await Fixture().get("/api/v1/indicators?unit=TP+1").list().map { $0["unit"] as? String } == ["TP 1"])
    }

    @Test("A unit that there is none of is a problem that names those that there are")
    func unknownUnit() async throws {
        let fixture = Fixture(indicators: { _, unit, _ in throw UnknownUnit(unit: unit ?? "", known: ["TP", "VP"]) })
        let response = try await fixture.get("/api/v1/indicators?unit=V%C4%83n+f%C3%B2ng")
        let problem = try response.object()
        #expect(response.status == .badRequest && problem["parameter"] as? String == "unit", "\(response.text)")
        #expect((problem["detail"] as? String)?.contains("TP, VP") == true)
    }

    @Test("Every filter reaches the catalogue, decoded and in NFC")
    func filters() async throws {
        let fixture = Fixture()
        let name = try #require("Hòa".decomposedStringWithCanonicalMapping.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        _ = try await fixture.get(
            "/api/v1/search?q=%22chuy%E1%BB%83n+%C4%91%E1%BB%95i%22%20-c%C5%A9&kind=tthc&type=KH&agency=UBND&from=01/02/2026&to=2026-12-31&number=80&person=\(name)&dossier=HS-1&limit=1000"
        )
        #expect(
            fixture.catalogue.queries == [
                SearchQuery(
                    text: "\"chuyển đổi\" -cũ", kind: .tthc, typeCode: "KH", agency: "UBND", from: CalendarDate("2026-02-01"),
                    to: CalendarDate("2026-12-31"), number: "80", person: "Hòa", dossier: "HS-1", limit: 1_000)
            ])
    }

    @Test("A search by person is audited: what it showed, not what was asked; where that fails nothing is shown")
    func personSearch() async throws {
        let hit = SearchHit(
            record: "r1", score: 1, typeCode: nil, number: nil, symbol: nil, issuedOn: nil, agency: nil, subject: "Lò Văn Á", page: 1, snippet: "",
            kind: .tthc, dossier: nil)
        var document = hit
        (document.record, document.kind) = ("r2", .archive)
        let harmless = Fixture(catalogue: FakeCatalogue { [document] in $0.hits = [document] })
        _ = try await harmless.get("/api/v1/search?q=a")
        #expect(harmless.catalogue.audited.isEmpty)
        let words = Fixture(catalogue: FakeCatalogue { [document] in $0.hits = [document, hit] })
        _ = try await words.get("/api/v1/search?q=a")
        #expect(words.catalogue.audited.map(\.what) == [.recordsListed])
        #expect(words.catalogue.audited.map(\.detail) == [#"{"hits":1,"records":["r1"]}"#])
        let fixture = Fixture(catalogue: FakeCatalogue { $0.hits = [hit] })
        _ = try await fixture.get("/api/v1/search?person=011099000123")
        let detail = #"{"hits":1,"records":["r1"]}"#
        #expect(
            fixture.catalogue.audited == [
                AuditEntry(at: Fixture.now, who: "http", what: .personSearched, subject: "search", detail: detail)
            ])
        let mute = Fixture(catalogue: FakeCatalogue { ($0.hits, $0.auditFailure) = ([hit], .noRoom("")) })
        #expect(try await !mute.get("/api/v1/search?person=a").text.contains("r1"))
    }

    @Test("A filter alone is a search") func filterAlone() async throws {
        let fixture = Fixture()
        #expect(try await fixture.get("/api/v1/search?number=80").status == .ok)
        #expect(fixture.catalogue.queries.first?.limit == SearchQuery.defaultLimit)
    }

    @Test("Hits as the command line writes them, in an array, best first; none is an empty array")
    func hits() async throws {
        let hit = SearchHit(
            record: "r1", score: 12.3, typeCode: "KH", number: nil, symbol: nil, issuedOn: nil, agency: nil, subject: nil, page: 2,
            snippet: "… <b>đổi</b> …", kind: .archive, dossier: nil)
        let response = try await Fixture(catalogue: FakeCatalogue { $0.hits = [hit] }).get("/api/v1/search?q=a")
        let line = #"{"agency":null,"dossier":null,"issued_on":null,"kind":"archive","number":null,"page":2,"record":"r1","score":12.3,"#
        #expect(response.text == "[" + line + #""snippet":"… <b>đổi</b> …","subject":null,"symbol":null,"type_code":"KH"}]"#)
        #expect(response.headers[.cacheControl] == "no-store")
        #expect(try await Fixture().get("/api/v1/search?q=a").text == "[]")
    }
}
