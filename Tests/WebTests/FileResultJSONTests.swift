import Foundation
import Records
import Testing

@Suite("A file result as JSON")
struct FileResultJSONTests {
    static let keys: Set = ["file", "sha256", "bytes", "media_type", "pages", "outcome", "reason", "records", "seconds"]

    func object(_ value: some Encodable) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any])
    }

    func scan(_ state: ScanState, name: String? = "a.pdf", reason: SetAsideReason? = nil) throws -> Scan {
        let hash = try #require(ContentHash(hex: String(repeating: "a", count: 64)))
        return Scan(
            id: "s1", sha256: hash, fileName: name, pipeline: "archive", bytes: 10, state: state, reason: reason, takenAt: Fixture.now,
            seconds: 4.2149)
    }

    @Test("Every key is there, null where absent; a list leaves the text out")
    func recorded() throws {
        let result = try object(FileResultJSON(scan(.recorded), records: [RecordJSON(Fixture.record(), text: nil)]))
        #expect(Set(result.keys) == Self.keys)
        #expect(result["reason"] is NSNull && result["pages"] is NSNull)
        #expect(result["seconds"] as? Double == 4.21)
        #expect(result["outcome"] as? String == "recorded")
        let record = try #require((result["records"] as? [[String: Any]])?.first)
        #expect(record["text"] == nil && record["fields"] != nil)
    }

    @Test("A restricted file shows its mark, no record and no name of its own")
    func restricted() throws {
        let scan = try scan(.restricted, name: nil, reason: SetAsideReason(.secretMark, mark: .toiMat))
        let result = try object(FileResultJSON(scan, records: [RecordJSON(Fixture.record(), text: [])]))
        #expect((result["records"] as? [Any])?.isEmpty == true)
        #expect(result["file"] is NSNull)
        let reason = try #require(result["reason"] as? [String: Any])
        #expect(reason["code"] as? String == "secret_mark")
        #expect(reason["mark"] as? String == "toi_mat")
        #expect(try object(FileResultJSON(scan, file: "x.pdf", records: []))["file"] as? String == "x.pdf")
    }

    @Test("A listing adds the state; what has not ended has no outcome")
    func listing() throws {
        let result = try object(FileResultJSON(scan(.waiting), records: [], isListing: true))
        #expect(Set(result.keys) == Self.keys.union(["id", "state", "taken_at", "finished_at"]))
        #expect(result["state"] as? String == "waiting")
        #expect(result["outcome"] is NSNull && result["finished_at"] is NSNull)
        #expect(result["taken_at"] as? String == "2026-10-14T17:46:40Z")
    }
}
