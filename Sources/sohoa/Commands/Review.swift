import ArgumentParser
import Foundation
import Records

/// Records that need a person.
struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: Phrases.review, discussion: Phrases.reviewMore,
        subcommands: [List.self, ShowOne.self, Accept.self, Correct.self, Reject.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.reviewList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.limitHelp, valueName: "n")) var limit: Int?
        @Flag(name: .long, help: ArgumentHelp(Phrases.rejectedHelp)) var rejected = false
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        /// Records fetched at a time, so that a long list costs no memory.
        private static let batch = 500
        /// Records in a table for people, where nobody says how many.
        private static let tableRows = 100

        func run() async throws {
            if let limit, limit < 1 { throw Complaint(Phrases.wrongLimit(nil), code: .usage) }
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.recordWord, Phrases.file, Phrases.responsibleUnit, Phrases.why])
            let rules = try house.routing()
            var trace = try ListTrace(house, list: "review", narrowed: rejected ? Record.Status.rejected.rawValue : nil, by: by)
            var shown = 0
            var last: String?
            repeat {
                let batch = min(Self.batch, (limit ?? (json ? .max : Self.tableRows)) - shown)
                let records = try await house.catalogue.records(in: rejected ? .rejected : .needsReview, after: last, limit: batch)
                last = records.count < batch ? nil : records.last?.id
                shown += records.count
                if json { try await trace.note(records) }
                for record in records {
                    let responsible = try await house.responsible(for: record, by: rules)
                    if json {
                        try Answer(json: true).line(ReviewLine(record: record, responsible: responsible))
                    } else {
                        table.add([
                            record.id, record.file, Phrases.routed(responsible),
                            record.reviewReasons.map(Phrases.reviewReason).joined(separator: "; "),
                        ])
                    }
                }
            } while last != nil
            if !json { try await show(table, shown: shown, of: house) }
        }

        private func show(_ table: Table, shown: Int, of house: Installation) async throws {
            try table.isEmpty ? Answer.say(rejected ? Phrases.nothingFound : Phrases.nothingToReview) : table.show()
            let more = rejected ? 0 : try await house.catalogue.counts().recordsToReview - shown
            if more > 0 { try Answer.say(Phrases.notAllShown(more)) }
        }
    }
}

private struct ReviewLine: Encodable {
    let record: Record
    let responsible: Responsible

    private enum CodingKeys: String, CodingKey { case responsible }

    func encode(to encoder: any Encoder) throws {
        try RecordJSON(record, text: nil).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(responsible, forKey: .responsible)
    }
}
