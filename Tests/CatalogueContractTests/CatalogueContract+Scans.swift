import Records
import Testing

extension CatalogueContract {
    static let scans: [Check] = [
        Check("an empty catalogue has nothing") { catalogue async throws in
            #expect(try await catalogue.scan(id: "a") == nil)
            #expect(try await catalogue.settledScan(Samples.hash(1)) == nil)
            #expect(try await catalogue.scans(in: nil, after: nil, limit: 10) == [])
            #expect(try await catalogue.unfinishedScans() == [])
            #expect(try await catalogue.record(id: "r") == nil)
            #expect(try await catalogue.counts() == CatalogueCounts(scans: [:], pages: [:], recordsToReview: 0, oldestUnfinished: nil))
        },
        Check("noting twice changes what is noted, and keeps its place") { catalogue async throws in
            try await catalogue.note(Samples.scan("a", hash: 1))
            try await catalogue.note(Samples.scan("b", hash: 2))
            let reading = Samples.scan("a", hash: 1, state: .reading, pages: 3)
            try await catalogue.note(reading)
            #expect(try await catalogue.scan(id: "a") == reading)
            #expect(try await catalogue.unfinishedScans().map(\.id) == ["a", "b"])
        },
        Check("a name is not noted before the screen, whatever the caller passes") { catalogue async throws in
            try await catalogue.note(Samples.scan("a", fileName: "Họp kín.pdf", inboxPath: "x/Họp kín.pdf"))
            #expect(try await catalogue.scan(id: "a") == Samples.scan("a"))
        },
        Check("an outcome cannot be noted, and a noted scan is not an outcome") { catalogue async throws in
            await expectRefused { try await catalogue.note(Samples.scan("a", state: .recorded)) }
            await expectRefused { try await catalogue.end(Samples.scan("a", state: .reading)) }
            await expectRefused { try await catalogue.end(Samples.scan("a", state: .recorded)) }
            await expectRefused { try await catalogue.record(Samples.scan("a", state: .rejected), records: []) { Samples.page($0, "") } }
            #expect(try await catalogue.scan(id: "a") == nil)
        },
        Check("forgetting takes away what has not ended, and only that") { catalogue async throws in
            try await catalogue.note(Samples.scan("a", hash: 1))
            try await catalogue.end(Samples.scan("b", hash: 2, state: .rejected))
            for id in ["a", "b", "unknown"] { try await catalogue.forget(scan: id) }
            #expect(try await catalogue.scans(in: nil, after: nil, limit: 10).map(\.id) == ["b"])
        },
        Check("scans are listed oldest first, by state, in pages") { catalogue async throws in
            for number in 1...7 {
                try await catalogue.end(Samples.scan("s\(number)", hash: number, state: number.isMultiple(of: 2) ? .rejected : .duplicate))
            }
            var ids: [String] = []
            while case let page = try await catalogue.scans(in: nil, after: ids.last, limit: 3), !page.isEmpty { ids += page.map(\.id) }
            #expect(ids == ["s1", "s2", "s3", "s4", "s5", "s6", "s7"])
            #expect(try await catalogue.scans(in: .rejected, after: "s2", limit: 10).map(\.id) == ["s4", "s6"])
            await expectRefused { _ = try await catalogue.scans(in: nil, after: "unknown", limit: 3) }
        },
        Check("a forgotten scan's place is not given again") { catalogue async throws in
            for id in ["a", "b", "c"] { try await catalogue.note(Samples.scan(id, hash: 1)) }
            try await catalogue.forget(scan: "c")
            try await catalogue.note(Samples.scan("d", hash: 1))
            #expect(try await catalogue.scans(in: nil, after: "b", limit: 10).map(\.id) == ["d"])
        },
    ]

    static let endings: [Check] = [
        Check("an ended scan is neither noted, ended nor recorded again") { catalogue async throws in
            let rejected = Samples.scan("a", state: .rejected, fileName: "a.pdf")
            try await catalogue.end(rejected)
            try await catalogue.note(Samples.scan("a", state: .reading))
            try await catalogue.end(Samples.scan("a", state: .restricted))
            try await catalogue.record(Samples.scan("a", state: .recorded, pages: 1), records: [Samples.record("r", scan: "a")]) {
                Samples.page($0, "chữ")
            }
            #expect(try await catalogue.scan(id: "a") == rejected)
            #expect(try await catalogue.record(id: "r") == nil)
        },
        Check("a reason is kept whole") { catalogue async throws in
            var scan = Samples.scan("a", state: .rejected, fileName: "quét 1.pdf", inboxPath: "B/quét 1.pdf")
            scan.reason = SetAsideReason(.timedOut)
            try await catalogue.end(scan)
            #expect(try await catalogue.scan(id: "a") == scan)
            #expect(try await catalogue.settledScan(scan.sha256) == nil, "rejected bytes may be tried again")
        },
        Check("a restricted scan keeps hash, size, pipeline, mark, page and time, and nothing else") { catalogue async throws in
            var scan = Samples.scan("a", state: .restricted, pages: 4, fileName: "Tên mật.pdf", inboxPath: "x/Tên mật.pdf")
            scan.reason = SetAsideReason(.secretMark, message: "Dấu ở trang có tên người", mark: .toiMat)
            scan.markedPage = 2
            scan.duplicateOf = "b"
            try await catalogue.end(scan)
            let kept = try #require(try await catalogue.scan(id: "a"))
            #expect(kept.reason == SetAsideReason(.secretMark, mark: .toiMat))
            #expect((kept.sha256, kept.bytes, kept.pipeline) == (scan.sha256, scan.bytes, scan.pipeline))
            #expect((kept.markedPage, kept.takenAt, kept.finishedAt) == (2, scan.takenAt, scan.finishedAt))
            #expect((kept.fileName, kept.inboxPath, kept.mediaType) == (nil, nil, nil))
            #expect((kept.pages, kept.duplicateOf, kept.seconds) == (nil, nil, nil))
            #expect(try await catalogue.settledScan(scan.sha256) == kept)
            #expect(try await catalogue.unreleasedScans() == [])
        },
        Check("a hash is restricted once, and the second scan of it leaves nothing") { catalogue async throws in
            try await catalogue.end(Samples.scan("a", state: .restricted))
            try await catalogue.note(Samples.scan("b"))
            try await catalogue.end(Samples.scan("b", state: .restricted))
            #expect(try await catalogue.scans(in: nil, after: nil, limit: 10).map(\.id) == ["a"])
        },
        Check("restricting takes the names from earlier tries of the same bytes") { catalogue async throws in
            try await catalogue.end(Samples.scan("a", hash: 1, state: .rejected, fileName: "Tên mật.pdf", inboxPath: "Tên mật.pdf"))
            try await catalogue.end(Samples.scan("other", hash: 2, state: .rejected, fileName: "b.pdf"))
            try await catalogue.end(Samples.scan("b", hash: 1, state: .restricted))
            let first = try await catalogue.scan(id: "a")
            #expect((first?.fileName, first?.inboxPath, first?.state) == (nil, nil, .rejected))
            #expect(try await catalogue.scan(id: "other")?.fileName == "b.pdf")
        },
        Check("restricted bytes cannot be recorded") { catalogue async throws in
            try await catalogue.end(Samples.scan("a", state: .restricted))
            await expectRefused {
                try await catalogue.record(Samples.scan("b", state: .recorded, pages: 1), records: []) { Samples.page($0, "chữ") }
            }
            #expect(try await catalogue.scan(id: "b") == nil)
        },
        Check("a released scan has left its inbox, once for all") { catalogue async throws in
            try await catalogue.end(Samples.scan("a", hash: 1, state: .rejected, fileName: "a.pdf", inboxPath: "a.pdf"))
            try await catalogue.end(Samples.scan("b", hash: 2, state: .duplicate, fileName: "b.pdf", inboxPath: "b.pdf"))
            #expect(try await catalogue.unreleasedScans().map(\.id) == ["a", "b"])
            for _ in 1...2 { try await catalogue.released(scan: "a") }
            #expect(try await catalogue.unreleasedScans().map(\.id) == ["b"])
            #expect(try await catalogue.scan(id: "a")?.fileName == "a.pdf")
        },
    ]
}
