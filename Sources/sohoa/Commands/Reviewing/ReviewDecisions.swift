import ArgumentParser
import Foundation
import Pipeline
import Records
import Understanding

/// What `accept`, `correct` and `reject` share.
struct DecisionOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrases.byWhomHelp, valueName: "user")) var by: String
    @Option(name: .long, help: ArgumentHelp(Phrases.seenHelp, valueName: "n")) var revision: Int?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false
}

extension Review {
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "accept", abstract: Phrases.reviewAccept, discussion: Phrases.reviewAcceptMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Flag(name: .long, help: ArgumentHelp(Phrases.incompleteHelp)) var incomplete = false
        @OptionGroup var decision: DecisionOptions

        func run() async throws {
            let house = try Installation.open(sohoa)
            try await ReviewDecision(house, record: record, options: decision, because: nil, step: .accepted).run { standing, _ in
                let record = standing.record
                if standing.work.isAccepted, record.status == .accepted { return nil }
                let missing = ReviewReasons.missing(in: record, pipeline: standing.pipeline, vocabulary: house.vocabulary)
                if !missing.isEmpty, !incomplete { throw Complaint(Phrases.incomplete(record.id, missing)) }
                var accepted = record
                (accepted.status, accepted.reviewReasons) = (.accepted, [])
                return ScanPipeline.Decision(record: accepted)
            }
        }
    }

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct", abstract: Phrases.reviewCorrect, discussion: Phrases.reviewCorrectMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Argument(help: ArgumentHelp(Phrases.assignmentHelp, valueName: "field=value")) var values: [String]
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.overHelp)) var over = false
        @OptionGroup var decision: DecisionOptions

        func run() async throws {
            let house = try Installation.open(sohoa)
            let correction = try said { () throws(CorrectionMistake) in
                try ClerkCorrection(values, units: house.units, vocabulary: house.vocabulary, today: CalendarDate(of: Date()))
            }
            try await ReviewDecision(house, record: record, options: decision, because: because, step: .corrected).run { standing, who in
                if standing.record.status == .rejected { throw Complaint(Phrases.rejectedAlready(standing.record.id)) }
                let (corrected, changes) = try said { () throws(CorrectionMistake) in
                    try correction.applied(to: standing.record, pipeline: standing.pipeline)
                }
                if !over { try refuseOthers(changes, standing, by: who) }
                return ScanPipeline.Decision(record: corrected, changes: changes)
            }
        }

        private func said<Value>(_ work: () throws(CorrectionMistake) -> Value) throws -> Value {
            do { return try work() } catch { throw Complaint(Phrases.mistake(error), code: .usage) }
        }

        /// Whoever comes later does not silently win: what another person has written is written over only when that is asked for.
        private func refuseOthers(_ changes: [Revision.Change], _ standing: ScanPipeline.Standing, by who: String) throws {
            for change in changes {
                guard let earlier = standing.work.decided[change.field], earlier.by != who, earlier.value != change.after else { continue }
                throw Complaint(Phrases.othersValue(change, earlier))
            }
        }
    }

    struct Reject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "reject", abstract: Phrases.reviewReject, discussion: Phrases.reviewRejectMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String
        @OptionGroup var decision: DecisionOptions

        func run() async throws {
            try await ReviewDecision(try Installation.open(sohoa), record: record, options: decision, because: because, step: .rejected).run {
                standing, _ in
                if standing.record.status == .rejected { return nil }
                var rejected = standing.record
                rejected.status = .rejected
                return ScanPipeline.Decision(record: rejected)
            }
        }
    }
}
