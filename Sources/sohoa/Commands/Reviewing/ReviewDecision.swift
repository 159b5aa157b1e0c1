import Foundation
import Pipeline
import Records

/// One decision of a person on one record, from the command line to what is said of it.
struct ReviewDecision {
    private let house: Installation
    private let record: String
    private let options: DecisionOptions
    private let because: String?
    private let step: Revision.Step

    init(_ house: Installation, record: String, options: DecisionOptions, because: String?, step: Revision.Step) throws {
        self.house = house
        self.record = record
        self.options = options
        self.step = step
        self.because = try Installation.reason(because)
        if step == .rejected, self.because == nil { throw Complaint(Phrases.emptyOption("--because"), code: .usage) }
    }

    /// - Parameter decide: what is to become of the record, asked again where somebody else was quicker; nil where nothing is to be done.
    func run(_ decide: @escaping @Sendable (ScanPipeline.Standing, _ who: String) throws -> ScanPipeline.Decision?) async throws {
        let who = try Installation.acting(options.by)
        let (house, record, because, step, seen) = (house, record, because, step, options.revision)
        guard let found = try await house.catalogue.record(id: record) else { throw Complaint(Phrases.noRecord(record)) }
        let before = found.revision
        let stored: Record
        do {
            stored = try await house.withWorkers { workers, log in
                try await house.scanPipeline(reader: workers, log: log).revise(record, as: step, by: who, because: because) { standing in
                    if let seen, seen != standing.record.revision { throw Complaint(Phrases.changedSince(standing.record, seen)) }
                    return try decide(standing, who)
                }
            }
        } catch let failure as ScanPipeline.RevisingFailure {
            throw Complaint(Phrases.notRevised(record, failure))
        } catch let interruption as Interruption {
            throw Complaint("\(record): \(Phrases.interruption(interruption))")
        } catch CatalogueFailure.refused(let sentence) {
            throw Complaint("\(record): \(sentence)")
        }
        if options.json { return try Answer(json: true).line(RecordJSON(stored, text: nil)) }
        try Answer.say(stored.revision == before ? Phrases.nothingDecided(stored) : Phrases.decided(step, stored))
        for reason in stored.reviewReasons where stored.status == .needsReview { try Answer.say("  ! \(Phrases.reviewReason(reason))") }
    }
}
