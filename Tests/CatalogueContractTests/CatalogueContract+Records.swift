import Foundation
import Records
import Synchronization
import Testing

extension CatalogueContract {
    static let records: [Check] = [
        Check("a recorded scan comes back with its records and pages as they were") { catalogue async throws in
            let scan = Samples.scan("a", state: .recorded, pages: 3, fileName: "quét 1.pdf", inboxPath: "quét 1.pdf")
            let fields = Samples.fields(
                type: "KH", typeName: "Kế hoạch", number: "05", symbol: "KH-UBND", issuedOn: "2026-01-20", agency: "ỦY BAN NHÂN DÂN XÃ",
                subject: "Chuyển đổi số", persons: [Person(name: Samples.field("Lò Văn Á"), idNumber: Samples.field("011099000123"))])
            let records = [
                Samples.record("r1", scan: "a", pages: [1, 2], dossier: "HS-1", fields: fields),
                Samples.record("r2", scan: "a", pages: [3], kind: .tthc, form: "to_khai", status: .needsReview, pdf: nil),
            ]
            try await catalogue.note(Samples.scan("a"))
            try await catalogue.record(scan, records: records) { Samples.page($0, "Trang \($0)\ncủa <tệp> & vân vân") }
            #expect(try await catalogue.scan(id: "a") == scan)
            #expect(try await catalogue.settledScan(scan.sha256) == scan)
            #expect(try await catalogue.records(ofScan: "a") == records)
            #expect(try await catalogue.record(id: "r2") == records[1])
            #expect(try await catalogue.pageTexts(ofRecord: "r1") == [1, 2].map { Samples.page($0, "Trang \($0)\ncủa <tệp> & vân vân") })
            #expect(try await catalogue.recordsToReview(after: nil, limit: 10) == [records[1]])
        },
        Check("pages of a record stay in the order in which they are read") { catalogue async throws in
            let scan = Samples.scan("a", state: .recorded, pages: 4)
            try await catalogue.record(scan, records: [Samples.record("r", scan: "a", pages: [1, 4, 2, 3])]) { Samples.page($0, "trang \($0)") }
            #expect(try await catalogue.record(id: "r")?.pages == [1, 4, 2, 3])
            #expect(try await catalogue.pageTexts(ofRecord: "r").map(\.page) == [1, 4, 2, 3])
        },
        Check("recording the same scan again changes nothing") { catalogue async throws in
            try await catalogue.add("r", ["một"])
            let before = try await catalogue.scan(id: "scan-r")
            try await catalogue.add("r", ["hai"])
            #expect(try await catalogue.scan(id: "scan-r") == before)
            #expect(try await catalogue.pageTexts(ofRecord: "r").map(\.text) == ["một"])
        },
        Check("the same bytes cannot be recorded under two scans") { catalogue async throws in
            for id in ["a", "b"] { try await catalogue.note(Samples.scan(id, hash: 5)) }
            try await catalogue.record(Samples.scan("a", hash: 5, state: .recorded, pages: 1), records: []) { Samples.page($0, "") }
            await expectRefused {
                try await catalogue.record(Samples.scan("b", hash: 5, state: .recorded, pages: 1), records: []) { Samples.page($0, "") }
            }
            #expect(try await catalogue.scan(id: "b")?.state == .waiting)
        },
        Check("pages are asked for once, in order, those of no record too") { catalogue async throws in
            let asked = Mutex<[Int]>([])
            let scan = Samples.scan("a", state: .recorded, pages: 5)
            try await catalogue.record(scan, records: [Samples.record("r", scan: "a", pages: [2, 3])]) { page in
                asked.withLock { $0.append(page) }
                return Samples.page(page, "trang")
            }
            #expect(asked.withLock(\.self) == [1, 2, 3, 4, 5])
            #expect(try await catalogue.counts().pages == [.init(pipeline: "archive", source: .ocr): 5])
        },
        Check("a page that cannot be read leaves nothing behind") { catalogue async throws in
            struct Torn: Error {}
            await expectRefused {
                let records = [Samples.record("r", scan: "a", pages: [1, 2])]
                try await catalogue.record(Samples.scan("a", state: .recorded, pages: 2), records: records) { page in
                    if page == 2 { throw Torn() }
                    return Samples.page(page, "dở dang")
                }
            }
            #expect(try await catalogue.scan(id: "a") == nil)
            #expect(try await catalogue.found("dang") == [])
        },
        Check("a record of pages that the file has not is refused") { catalogue async throws in
            await expectRefused {
                let records = [Samples.record("r", scan: "a", pages: [1, 2])]
                try await catalogue.record(Samples.scan("a", state: .recorded, pages: 1), records: records) { Samples.page($0, "") }
            }
            await expectRefused {
                let records = [Samples.record("r", scan: "another")]
                try await catalogue.record(Samples.scan("a", state: .recorded, pages: 1), records: records) { Samples.page($0, "") }
            }
        },
        Check("a file keeps its name as it is on the disk; its dossier is the same in every Unicode form") { catalogue async throws in
            let name = "Hồ sơ ế.pdf".decomposedStringWithCanonicalMapping
            var record = Samples.record("r", scan: "a", dossier: "HS-Đế".decomposedStringWithCanonicalMapping)
            record.file = name
            let scan = Samples.scan("a", state: .recorded, pages: 1, fileName: name)
            try await catalogue.record(scan, records: [record]) { Samples.page($0, "trang") }
            let stored = try #require(try await catalogue.record(id: "r"))
            #expect(stored.file.utf8.elementsEqual(name.utf8))
            #expect(try await catalogue.scan(id: "a")?.fileName?.utf8.elementsEqual(name.utf8) == true)
            #expect(try await catalogue.found { $0.dossier = "HS-Đế" } == ["r"])
        },
        Check("text with a NUL is kept behind it") { catalogue async throws in
            try await catalogue.add("r", ["trước\0sau"])
            #expect(try await catalogue.pageTexts(ofRecord: "r").map(\.text) == ["trướcsau"])
        },
        Check("counts tell scans, pages and reviews") { catalogue async throws in
            try await catalogue.add("r1", ["a", "b"], source: .textLayer)
            try await catalogue.add("r2", ["c"], status: .needsReview)
            try await catalogue.note(Samples.scan("w", hash: 7, pipeline: "tthc"))
            try await catalogue.end(Samples.scan("x", hash: 8, state: .restricted))
            let counts = try await catalogue.counts()
            #expect(
                counts.scans == [
                    .init(pipeline: "archive", state: .recorded): 2, .init(pipeline: "tthc", state: .waiting): 1,
                    .init(pipeline: "archive", state: .restricted): 1,
                ])
            #expect(
                counts.pages == [.init(pipeline: "archive", source: .textLayer): 2, .init(pipeline: "archive", source: .ocr): 1])
            #expect(counts.recordsToReview == 1)
            #expect(counts.oldestUnfinished == Samples.noon)
        },
        Check("records to review come oldest first, as many as asked for") { catalogue async throws in
            for number in 1...4 { try await catalogue.add("r\(number)", ["a"], status: number == 2 ? .accepted : .needsReview) }
            #expect(try await catalogue.recordsToReview(after: nil, limit: 2).map(\.id) == ["r1", "r3"])
            #expect(try await catalogue.recordsToReview(after: "r3", limit: 2).map(\.id) == ["r4"])
        },
    ]
}
