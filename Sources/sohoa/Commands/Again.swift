import Foundation
import Logging
import Pipeline
import Records

/// Which of the scans that are there are read again.
struct AgainChoice {
    /// Ids of records: their whole scans are read.
    var records: [String]
    var all: Bool
    /// Taken on or after that day.
    var since: CalendarDate?
    var pipeline: String?

    /// Oldest first, none twice.
    func scans(of house: Installation) async throws -> [Scan] {
        guard records.isEmpty else { return try await scans(ofRecords: house) }
        var chosen: [Scan] = []
        var last: String?
        repeat {
            let scans = try await house.catalogue.scans(in: .recorded, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            chosen += scans.filter { scan in
                (pipeline.map { $0 == scan.pipeline } ?? true) && (since.map { $0 <= CalendarDate(of: scan.takenAt) } ?? true)
            }
        } while last != nil
        return chosen
    }

    /// An unknown record ends the command before anything is read.
    private func scans(ofRecords house: Installation) async throws -> [Scan] {
        var chosen: [Scan] = []
        for id in records {
            guard let record = try await house.catalogue.record(id: id), let scan = try await house.catalogue.scan(id: record.scan) else {
                throw Complaint(Phrases.noRecord(id))
            }
            if !chosen.contains(where: { $0.id == scan.id }) { chosen.append(scan) }
        }
        return chosen
    }
}

/// One run that reads scans again, one after the other, and tells what changed.
struct AgainRun: Sendable {
    let house: Installation
    let json: Bool
    let who: String
    private let bar = ProgressBar(unit: Phrases.pages)
    /// Between looks at a scan whose bytes another process works on.
    private static let pause = Duration.milliseconds(200)

    init(house: Installation, json: Bool, who: String) {
        self.house = house
        self.json = json
        self.who = who
    }

    func run(_ scans: [Scan]) async throws -> ExitStatus {
        let (house, run) = (house, self)
        bar.expect(scans.reduce(0) { $0 + ($1.pages ?? 1) })
        let status = try await house.withWorkers { workers, log in
            let pipeline = house.scanPipeline(reader: workers, by: run.who, log: log)
            var status = ExitStatus.done
            var trace = try ListTrace(house, list: "ingest --again", by: run.who)
            for scan in scans { status = max(status, try await run.one(scan, pipeline, &trace)) }
            return status
        }
        bar.clear()
        return status
    }

    private func one(_ scan: Scan, _ pipeline: ScanPipeline, _ trace: inout ListTrace) async throws -> ExitStatus {
        do {
            switch try await read(scan, pipeline) {
            case .restricted(let held):
                try await HeldFiles(house).setAside(held)
                bar.clear()
                if json { try Answer(json: true).line(FileResultJSON(held, records: [])) } else { try Answer.say(Phrases.heldBackNow(held)) }
                return .setAside
            case .replaced(let records):
                bar.clear()
                try await trace.note(try await house.catalogue.records(ofScan: scan.id))
                for record in records { try tell(record, of: scan) }
                return .done
            }
        } catch let interruption as Interruption {
            bar.clear()
            StandardError.say("sohoa: \(scan.id): \(Phrases.notReadAgain(interruption))")
            return .failed
        }
    }

    private func read(_ scan: Scan, _ pipeline: ScanPipeline) async throws -> ScanPipeline.Rereading {
        while true {
            let result = try await pipeline.readAgain(scan.id, by: who) { progress in
                if case .read = progress { bar.step() }
            }
            if let result { return result }
            try await Task.sleep(for: Self.pause)
        }
    }

    private func tell(_ record: RereadRecord, of scan: Scan) throws {
        if json { return try Answer(json: true).line(RereadLine(record, scan: scan.id)) }
        try Answer.say("\(record.id)  \(Phrases.outcome(record.outcome))")
        for change in record.changes { try Answer.say("    \(Phrases.change(change))") }
        for kept in record.kept { try Answer.say("    \(Phrases.keptValue(kept))") }
    }
}

private struct RereadLine: Encodable {
    let record: RereadRecord
    let scan: String

    init(_ record: RereadRecord, scan: String) {
        self.record = record
        self.scan = scan
    }

    private enum CodingKeys: String, CodingKey {
        case record, scan, outcome, changes, kept, status
        case reviewReasons = "review_reasons"
    }

    /// A person's value, and what was read now.
    private struct Kept: Encodable {
        let field: String
        let value: String?
        let read: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(field, forKey: .field)
            try container.encode(value, forKey: .value)
            try container.encode(read, forKey: .read)
        }

        private enum CodingKeys: String, CodingKey { case field, value, read }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record.id, forKey: .record)
        try container.encode(scan, forKey: .scan)
        try container.encode(record.outcome, forKey: .outcome)
        try container.encode(record.changes, forKey: .changes)
        try container.encode(record.kept.map { Kept(field: $0.field, value: $0.before, read: $0.after) }, forKey: .kept)
        try container.encode(record.status, forKey: .status)
        try container.encode(record.reviewReasons, forKey: .reviewReasons)
    }
}
