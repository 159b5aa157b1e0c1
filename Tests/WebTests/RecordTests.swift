import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Records")
struct RecordTests {
    static let person = Person(name: Field("Nguyễn Văn A", confidence: 0.9, page: 1, source: .ocr))

    func catalogue(kind: Record.Kind = .archive, persons: [Person] = [], auditFailure: CatalogueFailure? = nil) -> FakeCatalogue {
        FakeCatalogue {
            $0.records = [Fixture.record(kind: kind, persons: persons)]
            $0.texts = [PageText(page: 1, text: "Số: 15", confidence: 0.9512, source: .ocr, rotation: 0, skew: -0.412)]
            $0.auditFailure = auditFailure
        }
    }

    @Test("A record has every key of the interface, with its text")
    func keys() async throws {
        let response = try await Fixture(catalogue: catalogue()).get("/api/v1/records/r1")
        let record = try response.object()
        let keys: Set = [
            "id", "file", "pages", "kind", "form", "status", "review_reasons", "fields", "text", "barcodes", "dossier", "pdf", "sha256", "revision",
        ]
        #expect(Set(record.keys) == keys)
        #expect(record["dossier"] is NSNull)
        #expect(response.headers[.cacheControl] == "no-store")
        let fields = try #require(record["fields"] as? [String: Any])
        #expect(Set(fields.keys) == Set(Fields.singleNames + ["recipients", "persons"]))
        let text = try #require((record["text"] as? [[String: Any]])?.first)
        #expect(text["confidence"] as? Double == 0.951)
    }

    @Test("A look at a person, or at a paper of a procedure, leaves a trace; a look at an official letter does not")
    func audit() async throws {
        let entry = AuditEntry(at: Fixture.now, who: "http", what: .recordViewed, subject: "r1")
        for (catalogue, expected) in [
            (catalogue(persons: [Self.person]), [entry]), (catalogue(kind: .tthc), [entry]), (catalogue(), []),
        ] {
            #expect(try await Fixture(catalogue: catalogue).get("/api/v1/records/r1").status == .ok)
            #expect(catalogue.audited == expected)
        }
    }

    @Test("Where no trace can be left, nothing is shown")
    func noTrace() async throws {
        let fixture = Fixture(catalogue: catalogue(persons: [Self.person], auditFailure: .noRoom("")), archivalCopy: { _ in "/dev/null" })
        for uri in ["/api/v1/records/r1", "/api/v1/records/r1/pdf"] {
            let response = try await fixture.get(uri)
            try ProblemTests.check(response, 503, kind: "no-room")
            #expect(!response.text.contains("Nguyễn"))
        }
    }

    @Test("The archival PDF, with its trace; a problem while there is none, or when its file is gone")
    func pdf() async throws {
        let path = TestRun.folder.appending(path: "\(UUID().uuidString).pdf").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProblemTests.check(await Fixture(catalogue: catalogue()).get("/api/v1/records/r1/pdf"), 404, kind: "no-archival-copy")

        let fixture = Fixture(catalogue: catalogue(persons: [Self.person]), archivalCopy: { _ in path })
        try ProblemTests.check(await fixture.get("/api/v1/records/r1/pdf"), 404, kind: "no-archival-copy")
        try Data("%PDF-1.7".utf8).write(to: URL(filePath: path))
        let response = try await fixture.get("/api/v1/records/r1/pdf")
        #expect(response.headers[.contentType] == "application/pdf")
        #expect(response.text == "%PDF-1.7")
        #expect(fixture.catalogue.audited.allSatisfy { $0.what == .recordViewed } && !fixture.catalogue.audited.isEmpty)
    }
}
