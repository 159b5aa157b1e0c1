import ArgumentParser
import Records

/// Records that need a person.
struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: Phrases.review, subcommands: [List.self, ShowOne.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.reviewList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.limitHelp, valueName: "n")) var limit = 100
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.recordWord, Phrases.file, Phrases.why])
            var trace = try ListTrace(house, list: "review", by: by)
            for record in try await house.catalogue.recordsToReview(limit: limit) {
                if json {
                    try await trace.note([record])
                    try Answer(json: true).line(RecordJSON(record, text: nil))
                } else {
                    table.add([record.id, record.file, record.reviewReasons.map(Phrases.reviewReason).joined(separator: "; ")])
                }
            }
            if !json { try table.isEmpty ? Answer.say(Phrases.nothingToReview) : table.show() }
        }
    }

    struct ShowOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: Phrases.reviewShow)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            guard let found = try await house.catalogue.record(id: record) else { throw Complaint(Phrases.noRecord(record)) }
            try await house.leaveTrace(of: found, by: by)
            if json { return try Answer(json: true).line(RecordJSON(found, text: try await house.catalogue.pageTexts(ofRecord: record))) }
            try RecordSheet(found).show()
        }
    }
}
