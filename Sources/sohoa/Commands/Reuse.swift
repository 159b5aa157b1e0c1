import ArgumentParser
import Foundation
import Records

/// The reuse ledger: components of cases that were served from what is already on file.
struct Reuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reuse", abstract: Phrases.reuse, discussion: Phrases.reuseMore, subcommands: [RecordOne.self, List.self])

    struct RecordOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "record", abstract: Phrases.reuseRecord)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .customLong("case"), help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var caseCode: String
        @Option(name: .long, help: ArgumentHelp(Phrases.componentHelp, valueName: "c")) var component: String
        @Option(name: .long, help: ArgumentHelp(Phrases.fromRecordHelp, valueName: "record")) var from: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            guard let source = try await house.catalogue.record(id: from) else { throw Complaint(Phrases.noRecord(from)) }
            let event = ReuseEvent(
                id: UUID().uuidString.lowercased(), caseCode: caseCode, component: component, fromRecord: from,
                sourceKind: source.isResultPaper ? .result : .component, by: by, because: because, at: Date())
            do {
                try await house.catalogue.recordReuse(event)
            } catch CatalogueFailure.refused(let sentence) {
                throw Complaint(sentence)
            }
            if json { try Answer(json: true).line(event) } else { try Answer.say(Phrases.reuseNoted(caseCode, component)) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.reuseList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .customLong("case"), help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var caseCode: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.when, Phrases.caseCode, Phrases.componentsWord, Phrases.recordWord, Phrases.who])
            for event in try await house.catalogue.reuses(ofCase: caseCode) {
                if json {
                    try Answer(json: true).line(event)
                } else {
                    table.add([Phrases.moment(event.at), event.caseCode, event.component, event.fromRecord, event.by])
                }
            }
            if !json { try table.isEmpty ? Answer.say(Phrases.noReuse) : table.show() }
        }
    }
}
