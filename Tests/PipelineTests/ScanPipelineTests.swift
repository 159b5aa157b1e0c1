import Foundation
import Records
import Testing

@testable import Pipeline

@Suite("The way of a scan") struct ScanPipelineTests {
    private static let damaged = ReadingFailure(.unreadable, "damaged")

    private func take(_ reader: ScriptedReader, _ understander: ScriptedUnderstander, in workshop: Workshop) async throws -> Scan {
        try workshop.write("bytes", to: "tên mật.pdf")
        let source = ScanSource(
            location: workshop.path("tên mật.pdf"), fileName: "tên mật.pdf", folders: [], pipeline: "archive", inboxPath: nil)
        return try #require(try await workshop.pipeline(reader, understander).take(source, isFinal: true))
    }

    @Test("A mark wins over a damaged page, wherever each of them is", arguments: [(1, 40), (40, 1), (20, 21)])
    func markAndDamage(damagedPage: Int, markedPage: Int) async throws {
        let workshop = try Workshop()
        let reader = ScriptedReader(pages: 40, failures: [damagedPage: Self.damaged])
        let scan = try await take(reader, ScriptedUnderstander(marked: [markedPage]), in: workshop)
        #expect(scan.state == .restricted && scan.markedPage == markedPage)
        let known = try #require(try await workshop.scans().first)
        #expect(known.state == .restricted && known.fileName == nil && known.inboxPath == nil)
        #expect(workshop.names(in: "spool").isEmpty)
    }

    @Test("A file with a damaged page and no mark is rejected by name, after every page was looked at")
    func damageAlone() async throws {
        let workshop = try Workshop()
        let crash = ReadingFailure(.crashed, "the worker died", mayPass: true)
        let reader = ScriptedReader(pages: 6, failures: [2: Self.damaged, 4: crash])
        let scan = try await take(reader, ScriptedUnderstander(), in: workshop)
        #expect(scan.state == .rejected && scan.fileName == "tên mật.pdf")
        #expect([.unreadable, .crashed].contains(scan.reason?.code))
        #expect(reader.pagesAsked.sorted() == [1, 2, 3, 4, 4, 5, 6])
        #expect(try await workshop.catalogue.scans(in: .rejected, after: nil, limit: 10).map(\.id) == [scan.id])
        #expect(workshop.names(in: "spool").isEmpty && workshop.names(in: "store").isEmpty)
    }

    @Test("While pages are read the catalogue knows the scan by its hash alone")
    func nameless() async throws {
        let workshop = try Workshop()
        let seen = Seen()
        let reader = ScriptedReader(pages: 1) { _ in await seen.add((try? await workshop.scans()) ?? []) }
        let scan = try await take(reader, ScriptedUnderstander(), in: workshop)
        #expect(scan.state == .recorded && scan.fileName == "tên mật.pdf")
        let during = await seen.scans
        #expect(during.map(\.state) == [.reading] && during.map(\.fileName) == [nil])
    }

    @Test("Every record has its archival copy, also when the first try ends the worker")
    func archivalCopy() async throws {
        let workshop = try Workshop()
        let crash = ReadingFailure(.crashed, "the worker died", mayPass: true)
        let scan = try await take(ScriptedReader(pages: 2, copyFailures: [crash]), ScriptedUnderstander(), in: workshop)
        let record = try #require(try await workshop.catalogue.records(ofScan: scan.id).first)
        let copy = try #require(record.copy)
        #expect(try String(contentsOfFile: workshop.path(copy.path), encoding: .utf8) == record.id)
        #expect(await workshop.store.isIntact(copy) == true)
        #expect(record.status == .accepted)
        try workshop.write("changed", to: copy.path)
        #expect(await workshop.store.isIntact(copy) == false)
    }

    @Test("A stack whose backs were scanned after its fronts is read sheet by sheet, and its pages keep their numbers in the scan")
    func interleaved() async throws {
        let workshop = try Workshop(sideOrder: .backsReversed)
        let reader = ScriptedReader(pages: 4)
        let scan = try await take(reader, ScriptedUnderstander(), in: workshop)
        let record = try #require(try await workshop.catalogue.records(ofScan: scan.id).first)
        #expect(record.pages == [1, 4, 2, 3] && record.status == .accepted)
        #expect(try await workshop.catalogue.pageTexts(ofRecord: record.id).map(\.page) == [1, 4, 2, 3])
        #expect(reader.pagesArchived == [1, 4, 2, 3])
    }

    @Test("A stack with fewer backs than fronts stays as it was scanned, and waits for a person")
    func sideMissing() async throws {
        let workshop = try Workshop(sideOrder: .backsInOrder)
        let scan = try await take(ScriptedReader(pages: 3), ScriptedUnderstander(), in: workshop)
        let record = try #require(try await workshop.catalogue.records(ofScan: scan.id).first)
        #expect(record.pages == [1, 2, 3] && record.status == .needsReview && record.reviewReasons == [ScanPipeline.sidesUnequal])
    }

    @Test("A record whose copy cannot be made is kept and waits for a person")
    func noArchivalCopy() async throws {
        let workshop = try Workshop()
        let scan = try await take(ScriptedReader(pages: 1, copyFailures: [Self.damaged]), ScriptedUnderstander(), in: workshop)
        #expect(scan.state == .recorded)
        let record = try #require(try await workshop.catalogue.records(ofScan: scan.id).first)
        #expect(record.copy == nil && record.status == .needsReview && record.reviewReasons == [ScanPipeline.noCopy])
    }

    @Test("No room for a copy is no fault of the paper: its scan waits, and has its copy once there is room")
    func noRoomForCopy() async throws {
        let workshop = try Workshop()
        let reader = ScriptedReader(pages: 1, copyFailures: [.installation("archival copy: write: No space left on device")])
        let interruption = await #expect(throws: Interruption.self) { try await take(reader, ScriptedUnderstander(), in: workshop) }
        guard case .noRoom = interruption else { return #expect(interruption == nil, "not said to be a lack of room") }
        #expect(try await workshop.scans().map(\.state) == [.reading])
        let scan = try await take(reader, ScriptedUnderstander(), in: workshop)
        let record = try #require(try await workshop.catalogue.records(ofScan: scan.id).first)
        #expect(scan.state == .recorded && record.copy != nil && record.reviewReasons.isEmpty)
    }

    @Test("A file that was recorded, spooled anew and waits when the daemon dies is known as the recorded one, and waits no more")
    func recordedAndWaiting() async throws {
        let workshop = try Workshop()
        try workshop.write("bytes", to: "giấy.pdf")
        let source = ScanSource(
            location: workshop.path("giấy.pdf"), fileName: "giấy.pdf", folders: [], pipeline: "archive", inboxPath: InboxPath("giấy.pdf"))
        let pipeline = workshop.pipeline(ScriptedReader(pages: 1), ScriptedUnderstander())
        let first = try #require(try await pipeline.take(source, isFinal: true))
        let spooled = try #require(try await workshop.store.spool(source))
        await pipeline.noteWaiting(spooled)
        #expect(try await workshop.scans().count == 2)
        #expect(try await pipeline.finish(spooled).id == first.id)
        #expect(try await workshop.scans().map(\.id) == [first.id])
    }

    private actor Seen {
        var scans: [Scan] = []
        func add(_ more: [Scan]) { scans += more }
    }
}
