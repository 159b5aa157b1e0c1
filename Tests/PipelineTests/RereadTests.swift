import Foundation
import Records
import Synchronization
import Testing

@testable import Pipeline

/// Reading again: whose identity stays, what people keep, and what a mark does.
@Suite("Reading again") struct RereadTests {
    private static func record(_ id: String, _ pages: [Int], number: String? = nil) -> Record {
        var record = Record(
            id: id, scan: "s", file: "a.pdf", pages: pages, kind: .archive, form: "van_ban", status: .accepted, reviewReasons: [], fields: Fields(),
            createdAt: Date(timeIntervalSince1970: 0))
        record.fields.number = number.map { Field($0, confidence: 0.9, page: pages.first, source: .ocr) }
        return record
    }

    private static let worked = RereadPlan.Bond(work: HumanWork([correction("number", "5")]), isUsed: false)

    private static func correction(_ field: String, _ value: String?, record: String = "s-1") -> Revision {
        Revision(
            record: record, number: 2, step: .corrected, by: "chị Na", at: Date(timeIntervalSince1970: 1),
            changes: [.init(field, before: nil, after: value)])
    }

    @Test("A record keeps its identity where it shares most pages; what nobody had is new and reviewed")
    func split() {
        let plan = RereadPlan(
            [Self.record("s-1", [1, 2, 3]), Self.record("s-2", [4])],
            readings: [Self.record("s-1", [1]), Self.record("s-2", [2, 3]), Self.record("s-3", [4])], work: [:])
        #expect(plan.records.map(\.record.id) == ["s-3", "s-1", "s-2"])
        #expect(plan.records.map(\.record.pages) == [[1], [2, 3], [4]])
        #expect(plan.records[0].record.reviewReasons == [ReviewReason.splitChanged] && plan.records[0].record.status == .needsReview)
        #expect(plan.records[1].record.reviewReasons == [ReviewReason.splitChanged])
        #expect(plan.records[2].record.reviewReasons == [] && plan.records[2].record.status == .accepted)
    }

    @Test("A record without pages is withdrawn; one that people have worked on, or that is reused, stays and waits for a person")
    func merged() {
        let stored = [Self.record("s-1", [1, 2]), Self.record("s-2", [3]), Self.record("s-3", [4])]
        let readings = [Self.record("s-1", [1, 2, 3, 4])]
        let free = RereadPlan(stored, readings: readings, work: [:])
        #expect(free.withdrawn.map(\.id) == ["s-2", "s-3"] && free.records.map(\.record.id) == ["s-1"])
        let used = RereadPlan.Bond(work: HumanWork([]), isUsed: true)
        let bound = RereadPlan(stored, readings: readings, work: ["s-2": Self.worked, "s-3": used])
        #expect(bound.withdrawn.isEmpty)
        #expect(bound.outcomes.map(\.outcome) == [.changed, .stranded, .stranded])
        #expect(bound.records.allSatisfy { $0.record.status == .needsReview })
        #expect(bound.records[1].record.pages == [3])
    }

    @Test("What a person has written stays, and what was read now is told; the rest follows the reading")
    func kept() {
        var stored = Self.record("s-1", [1], number: "5")
        stored.fields.number?.source = .clerk
        stored.fields.place = Field("Nậm Son", confidence: 0.5, page: 1, source: .ocr)
        var reading = Self.record("s-1", [1], number: "6")
        reading.fields.place = Field("Nậm Sơn", confidence: 0.9, page: 1, source: .ocr)
        reading.reviewReasons = ["low_confidence:number"]
        let merge = RecordMerge(stored, read: reading, work: HumanWork([Self.correction("number", "5")]))
        #expect(merge.record.fields.number?.value == "5" && merge.record.fields.place?.value == "Nậm Sơn")
        #expect(merge.record.reviewReasons == [] && merge.record.status == .accepted)
        #expect(merge.kept == [.init("number", before: "5", after: "6")])
    }

    @Test("What a person has accepted stays whole, and is asked again only of what nobody has seen")
    func accepted() {
        let acceptance = Revision(
            record: "s-1", number: 2, step: .accepted, by: "chị Na", at: Date(timeIntervalSince1970: 1),
            changes: [.init(RecordFacts.reasons, before: "missing:number page_count", after: nil)])
        let stored = Self.record("s-1", [1])
        var reading = Self.record("s-1", [1], number: "6")
        reading.reviewReasons = ["page_count"]
        let same = RecordMerge(stored, read: reading, work: HumanWork([acceptance]))
        #expect(same.record.fields.number == nil && same.record.status == .accepted && same.record.reviewReasons == [])
        reading.reviewReasons = ["page_count", "conflict:persons"]
        let other = RecordMerge(stored, read: reading, work: HumanWork([acceptance]))
        #expect(other.record.status == .needsReview && other.record.reviewReasons == ["conflict:persons"])
    }

    @Test("A rejected record stays rejected")
    func rejected() {
        var stored = Self.record("s-1", [1])
        stored.status = .rejected
        let rejection = Revision(record: "s-1", number: 2, step: .rejected, by: "chị Na", at: Date(timeIntervalSince1970: 1), changes: [])
        var reading = Self.record("s-1", [1], number: "6")
        reading.reviewReasons = ["page_count"]
        #expect(RecordMerge(stored, read: reading, work: HumanWork([rejection])).record.status == .rejected)
    }

    @Test("An emptied value stays empty")
    func emptied() {
        let work = HumanWork([Self.correction("number", nil)])
        #expect(RecordMerge(Self.record("s-1", [1]), read: Self.record("s-1", [1], number: "6"), work: work).record.fields.number == nil)
    }

    private func taken(_ workshop: Workshop) async throws -> Scan {
        try workshop.write("bytes", to: "giấy.pdf")
        let source = ScanSource(location: workshop.path("giấy.pdf"), fileName: "giấy.pdf", folders: [], pipeline: "archive", inboxPath: nil)
        return try #require(try await workshop.pipeline(ScriptedReader(pages: 2)).take(source, isFinal: true))
    }

    private func corrected(_ id: String, in workshop: Workshop, number: String) async throws -> Record {
        try await workshop.pipeline(ScriptedReader(pages: 2)).revise(id, as: .corrected, by: "chị Na", because: nil) { standing in
            var record = standing.record
            record.fields.number = Field(number, confidence: 1, page: 1, source: .clerk)
            return ScanPipeline.Decision(record: record, changes: RecordFacts(standing.record).changes(to: RecordFacts(record)))
        }
    }

    @Test("The correction of a record read again stays, and so does its copy's name where nothing of it changed")
    func again() async throws {
        let workshop = try Workshop()
        let scan = try await taken(workshop)
        let id = try #require(try await workshop.catalogue.records(ofScan: scan.id).first?.id)
        let before = try await corrected(id, in: workshop, number: "15")
        #expect(before.revision == 2 && before.copy?.path.contains(id) == true)
        let rereading = try await workshop.pipeline(ScriptedReader(pages: 2)).readAgain(scan.id, by: "anh Tú")
        guard case .replaced(let records)? = rereading else {
            Issue.record("was not replaced")
            return
        }
        #expect(records.map(\.outcome) == [.unchanged] && records[0].kept == [.init("number", before: "15", after: nil)])
        #expect(try await workshop.catalogue.record(id: id) == before)
        #expect(try await workshop.catalogue.faults() == [])
        #expect(workshop.names(in: (before.copy.map { ($0.path as NSString).deletingLastPathComponent } ?? "")).count == 1)
    }

    @Test("A page that cannot be read any more leaves everything as it was")
    func unreadable() async throws {
        let workshop = try Workshop()
        let scan = try await taken(workshop)
        let before = try await workshop.catalogue.records(ofScan: scan.id)
        let reader = ScriptedReader(pages: 2, failures: [2: ReadingFailure(.unreadable, "damaged")])
        await #expect(throws: Interruption.self) { try await workshop.pipeline(reader).readAgain(scan.id, by: "anh Tú") }
        #expect(try await workshop.catalogue.records(ofScan: scan.id) == before)
    }

    @Test("Somebody who corrects a record while its scan is read again loses nothing")
    func correctedMeanwhile() async throws {
        let workshop = try Workshop()
        let scan = try await taken(workshop)
        let id = try #require(try await workshop.catalogue.records(ofScan: scan.id).first?.id)
        let reads = Mutex(0)
        let reader = ScriptedReader(pages: 2) { _ in
            guard
                reads.withLock({ (count: inout Int) -> Int in
                    count += 1
                    return count
                }) == 2
            else { return }
            _ = try? await corrected(id, in: workshop, number: "77")
        }
        _ = try await workshop.pipeline(reader).readAgain(scan.id, by: "anh Tú")
        #expect(try await workshop.catalogue.record(id: id)?.fields.number?.value == "77")
    }

    @Test("A mark that is found now holds the scan back; released, the same mark does not")
    func marked() async throws {
        let workshop = try Workshop()
        let scan = try await taken(workshop)
        let marked = ScriptedUnderstander(marked: [2])
        let rereading = try await workshop.pipeline(ScriptedReader(pages: 2), marked).readAgain(scan.id, by: "anh Tú")
        guard case .restricted(let held)? = rereading else {
            Issue.record("was not held back")
            return
        }
        #expect(held.fileName == nil && held.markedPage == 2)
        #expect(try await workshop.catalogue.records(ofScan: scan.id) == [])
        #expect(try await workshop.catalogue.settledScan(scan.sha256)?.state == .restricted)
        try workshop.store.removeStored(scan.sha256)
        #expect(!workshop.store.isKept(scan.sha256))

        try await workshop.catalogue.release(scan.sha256, by: "anh Tư", because: "mẫu", at: Date())
        let source = ScanSource(location: workshop.path("giấy.pdf"), fileName: "giấy.pdf", folders: [], pipeline: "archive", inboxPath: nil)
        let again = try #require(try await workshop.pipeline(ScriptedReader(pages: 2), marked).take(source, isFinal: true))
        #expect(again.state == .recorded && again.id != scan.id)
        let other = try await workshop.pipeline(ScriptedReader(pages: 2), ScriptedUnderstander(marked: [1])).readAgain(again.id, by: "anh Tú")
        guard case .restricted(let second)? = other else {
            Issue.record("a mark on another page was let pass")
            return
        }
        #expect(second.markedPage == 1)
    }

    @Test("Two who correct one record at once both have their say, one after the other")
    func together() async throws {
        let workshop = try Workshop()
        let scan = try await taken(workshop)
        let id = try #require(try await workshop.catalogue.records(ofScan: scan.id).first?.id)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...4 { group.addTask { _ = try await corrected(id, in: workshop, number: "\(number)") } }
            try await group.waitForAll()
        }
        let record = try #require(try await workshop.catalogue.record(id: id))
        let steps = try await workshop.catalogue.revisions(ofRecord: id)
        #expect(record.revision == 5 && steps.map(\.number) == [2, 3, 4, 5])
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.changes.first?.after == $1.changes.first?.before })
        #expect(steps.last?.changes.first?.after == record.fields.number?.value)
        #expect(try await workshop.catalogue.faults() == [])
    }
}
