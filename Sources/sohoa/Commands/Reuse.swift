import ArgumentParser
import Foundation
import Records

/// The reuse ledger: components of cases that were served from what is already on file.
struct Reuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reuse", abstract: Phrases.reuse, discussion: Phrases.reuseMore, subcommands: [Find.self, RecordOne.self, List.self, Undo.self])

    struct RecordOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "record", abstract: Phrases.reuseRecord, discussion: Phrases.reuseRecordMore)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .customLong("case"), help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var caseCode: String
        @Option(name: .long, help: ArgumentHelp(Phrases.componentHelp, valueName: "c")) var component: String
        @Option(name: .long, help: ArgumentHelp(Phrases.fromRecordHelp, valueName: "record")) var from: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let request = ReuseRequest(caseCode: caseCode, component: component, from: from, by: by, because: because)
            if let missing = request.missing.first { throw Complaint(Phrases.emptyOption("--\(missing)"), code: .usage) }
            _ = try Installation.acting(by)
            let house = try Installation.open(sohoa)
            guard let source = try await house.catalogue.record(id: request.from) else { throw Complaint(Phrases.noRecord(from)) }
            let event = request.event(of: source, as: try await house.catalogue.role(of: source), at: Date())
            do {
                let stored = try await house.catalogue.recordReuse(event, by: house.procedureTable)
                let remarks = try await house.catalogue.caseFile(code: stored.caseCode).map { file in
                    ReuseRule(file, by: house.procedureTable).remarks(on: source)
                }
                if json {
                    return try Answer(json: true).line(
                        ReuseAnswer(event: stored, remarks: (remarks ?? []).map { (remark: $0, message: Phrases.sentence(Phrases.remark($0))) }))
                }
                let isNew = stored.id == event.id
                try Answer.say(isNew ? Phrases.reuseNoted(stored.caseCode, stored.component) : Phrases.reuseKnown(stored))
                for remark in remarks ?? [] { StandardError.say(Phrases.sentence(Phrases.remark(remark))) }
            } catch CatalogueFailure.noReuse(let refusal) {
                throw Complaint("\(request.caseCode): \(Phrases.refusal(refusal, because: "--because"))")
            } catch CatalogueFailure.refused(let sentence) {
                throw Complaint(sentence)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.reuseList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .customLong("case"), help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var caseCode: String?
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var trace = try ListTrace(house, list: "reuse", narrowed: caseCode, by: by)
            var table = Table([
                Phrases.reuseWord, Phrases.when, Phrases.caseCode, Phrases.componentsWord, Phrases.recordWord, Phrases.who, Phrases.undoesWord,
            ])
            for event in try await house.catalogue.reuses(ofCase: caseCode) {
                if json {
                    try await trace.note(reason: event.because)
                    try Answer(json: true).line(event)
                } else {
                    table.add([event.id, Phrases.moment(event.at), event.caseCode, event.component, event.fromRecord, event.by, event.undoes])
                }
            }
            if !json { try table.isEmpty ? Answer.say(Phrases.noReuse) : table.show() }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "undo", abstract: Phrases.reuseUndo, discussion: Phrases.reuseUndoMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.reuseIDHelp, valueName: "reuse")) var reuse: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let who = try Installation.acting(by)
            let house = try Installation.open(sohoa)
            let reason = try Installation.reason(because)
            let now = Date()
            do {
                let event = try await house.catalogue.undoReuse(reuse, by: who, because: reason, at: now)
                if json { return try Answer(json: true).line(event) }
                // The ledger keeps milliseconds.
                let isNew = event.by == who && abs(event.at.timeIntervalSince(now)) < 0.001
                try Answer.say(isNew ? Phrases.reuseUndone(event.caseCode, event.component) : Phrases.reuseUndoneBefore(event))
            } catch CatalogueFailure.refused(let sentence) {
                throw Complaint("\(reuse): \(sentence)")
            }
        }
    }
}
