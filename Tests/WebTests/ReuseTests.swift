import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Web

@Suite("Reuse over HTTP")
struct ReuseTests {
    static let body = #"{"case":"C1","component":"cccd","from":"r1","by":"chị Na"}"#

    func fixture(failure: CatalogueFailure? = nil) -> Fixture {
        Fixture(
            catalogue: FakeCatalogue {
                $0.cases = [Case(caseCode: "C1", components: ["cccd"])]
                $0.records = [Fixture.record(kind: .tthc)]
                $0.reuseFailure = failure
            })
    }

    @Test("The event is created once, and told again as it was")
    func created() async throws {
        let fixture = fixture()
        let first = try await fixture.post("/api/v1/reuse", Self.body, contentType: "application/json; charset=utf-8")
        #expect(first.status == .created)
        let event = try first.object()
        #expect(Set(event.keys) == ["id", "case", "component", "from_record", "source_kind", "by", "because", "at", "undoes", "remarks"])
        let remarks = try #require(event["remarks"] as? [[String: String]])
        #expect(remarks.map { $0["code"] } == ["person_unknown"] && remarks.allSatisfy { $0["message"]?.isEmpty == false })
        #expect(event["case"] as? String == "C1" && event["from_record"] as? String == "r1" && event["by"] as? String == "chị Na")
        #expect(event["at"] as? String == "2026-10-14T17:46:40Z" && event["because"] is NSNull)
        let again = try await fixture.post("/api/v1/reuse", Self.body)
        #expect(again.status == .ok)
        #expect(again.text == first.text)
    }

    @Test("Anything but JSON is refused, as a form of another site would be", arguments: ["text/plain", "application/x-www-form-urlencoded", nil])
    func form(contentType: String?) async throws {
        let response = try await fixture().post("/api/v1/reuse", Self.body, contentType: contentType)
        try ProblemTests.check(response, 415, kind: "unsupported-media-type", instance: "/api/v1/reuse")
    }

    @Test(
        "A body that says too little, too much or nothing is refused, with the key that is wrong",
        arguments: [
            ("", nil), ("[]", nil), (#"{"case":1}"#, nil), (#"{"case":"C1","component":" ","from":"r1","by":"a"}"#, "component"),
            (#"{"case":"C1","component":"a","from":"r1"}"#, "by"), (#"{"case":"C1","component":"a","from":"r1","by":null}"#, "by"),
            (#"{"case":"C1","component":"a","from":"r1","by":"a\u0000"}"#, "by"), (#"{"case":"C1","component":"a","from":"r1","by":" Sohoa"}"#, "by"),
            (#"{"case":"C1","component":"a","from":"r1","by":"a","ngày":"x"}"#, "ngày"),
            (#"{"case":"C1","component":"a","from":"r1","by":"\#(String(repeating: "a", count: 1_001))"}"#, "by"),
        ] as [(String, String?)])
    func badBody(body: String, parameter: String?) async throws {
        let problem = try await ProblemTests.check(fixture().post("/api/v1/reuse", body), 400, kind: "invalid-body")
        #expect(problem["parameter"] as? String == parameter)
    }

    @Test("A body over the bound is refused")
    func tooLarge() async throws {
        let body = String(repeating: " ", count: WebLimits.maximumBodyBytes) + Self.body
        try ProblemTests.check(await fixture().post("/api/v1/reuse", body), 413, kind: "body-too-large")
    }

    @Test("An unknown case or record, and what is no reuse, are problems that name what is wrong")
    func unprocessable() async throws {
        for (old, new, parameter) in [("C1", "C9", "case"), ("r1", "r9", "from")] {
            let response = try await fixture().post("/api/v1/reuse", Self.body.replacing(old, with: new))
            #expect(try ProblemTests.check(response, 422, kind: "unprocessable")["parameter"] as? String == parameter)
        }
        let refused = try await fixture(failure: .refused("/srv/x")).post("/api/v1/reuse", Self.body)
        try ProblemTests.check(refused, 422, kind: "unprocessable")
        #expect(!refused.text.contains("/srv"))
        try ProblemTests.check(await fixture(failure: .busy("")).post("/api/v1/reuse", Self.body), 503, kind: "busy")
    }

    @Test("The rule of the ledger holds over HTTP too, and says which key would have to be another")
    func rule() async throws {
        var fixture = Fixture(
            catalogue: FakeCatalogue {
                $0.cases = [Case(caseCode: "C1", procedureCode: "1.000894")]
                $0.records = [Fixture.record(kind: .tthc)]
            })
        fixture.procedures = ProcedureTable([
            Procedure(
                code: "1.000894", name: "", source: "", resultForms: [],
                components: [
                    .init(code: "to_khai", name: "Tờ khai", forms: ["to_khai"], reuse: .never),
                    .init(code: "the", name: "Thẻ", forms: [], reuse: .shown),
                    .init(code: "giay", name: "Giấy", forms: ["giay_khai_sinh"]),
                ])
        ])
        for (component, parameter) in [("bananas", "component"), ("to_khai", "component"), ("the", "component"), ("giay", "because")] {
            let response = try await fixture.post("/api/v1/reuse", Self.body.replacing("cccd", with: component))
            #expect(try ProblemTests.check(response, 422, kind: "unprocessable")["parameter"] as? String == parameter, "\(component)")
        }
        let numbered = #"{"case":"C1","component":"giay","from":"r1","by":"chị Na","because":"thẻ 013099008041"}"#
        let refused = try await fixture.post("/api/v1/reuse", numbered)
        #expect(try ProblemTests.check(refused, 422, kind: "unprocessable")["parameter"] as? String == "because")
        let explained = #"{"case":"C1","component":"giay","from":"r1","by":"chị Na","because":"bản cũ khác mẫu"}"#
        #expect(try await fixture.post("/api/v1/reuse", explained).status == .created)
    }

    @Test("Another method", arguments: [HTTPRequest.Method.get, .head, .put, .delete, .options])
    func method(_ method: HTTPRequest.Method) async throws {
        let response = try await fixture().get("/api/v1/reuse", method: method)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "POST")
    }
}
