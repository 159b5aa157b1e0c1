import ArgumentParser
import Foundation
import Indicators
import Records

/// Administrative-procedure cases (hồ sơ TTHC) as the one-stop office registered them.
struct Cases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: Phrases.cases, subcommands: [Import.self, List.self, ShowOne.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "import", abstract: Phrases.casesImport, discussion: Phrases.casesImportMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.tableHelp, valueName: "file")) var file: String
        @Flag(name: .long, help: ArgumentHelp(Phrases.partialHelp)) var partial = false
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let who = try Installation.acting(by)
            let house = try Installation.open(sohoa, bringsTables: true)
            let summary = try await TableImport<Case>(
                house: house, file: file, scope: .cases, who: who, isWhole: !partial,
                opening: { { origin throws(TableFailure) in try CaseTable.walk(origin, today: CalendarDate(of: Date())) } },
                take: { rows, run in try await house.catalogue.importCases(rows, in: run, by: who, at: Date()) }
            ).run()
            try summary.tell(of: file, json: json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.casesList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.periodHelp, valueName: "period")) var period = Period.all
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.caseCode, Phrases.procedure, Phrases.received, Phrases.componentsWord, Phrases.resultWord, Phrases.reusedWord])
            let received = try await house.catalogue.caseProgress(in: period).filter { period == .all || $0.file.receivedOn != nil }
            for progress in received {
                if json { try Answer(json: true).line(CaseLine(progress)) } else { table.add(CaseLine(progress).cells) }
            }
            if !json { try table.isEmpty ? Answer.say(Phrases.noCases) : table.show() }
        }
    }
}

/// One case with what is on file for it. The applicant stays out of lists.
private struct CaseLine: Encodable {
    let progress: CaseProgress
    init(_ progress: CaseProgress) { self.progress = progress }

    private enum CodingKeys: String, CodingKey {
        case unit, channel, components
        case caseCode = "case_code"
        case procedureCode = "procedure_code"
        case procedureName = "procedure_name"
        case receivedOn = "received_on"
        case closedOn = "closed_on"
        case resultRequired = "result_required"
        case componentRecords = "component_records"
        case resultRecords = "result_records"
        case reuses, damaged
        case reportedDigitized = "reported_digitized"
        case reportedReused = "reported_reused"
        case unlisted
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(progress.file.caseCode, forKey: .caseCode)
        try container.encode(progress.file.procedureCode, forKey: .procedureCode)
        try container.encode(progress.file.procedureName, forKey: .procedureName)
        try container.encode(progress.file.unit, forKey: .unit)
        try container.encode(progress.file.receivedOn, forKey: .receivedOn)
        try container.encode(progress.file.closedOn, forKey: .closedOn)
        try container.encode(progress.file.channel, forKey: .channel)
        try container.encode(progress.figures.resultRequired, forKey: .resultRequired)
        try container.encode(progress.file.components, forKey: .components)
        try container.encode(progress.figures.components, forKey: .componentRecords)
        try container.encode(progress.figures.results, forKey: .resultRecords)
        try container.encode(progress.figures.reuses, forKey: .reuses)
        try container.encode(progress.figures.damaged, forKey: .damaged)
        try container.encode(progress.figures.reportedDigitized, forKey: .reportedDigitized)
        try container.encode(progress.figures.reportedReused, forKey: .reportedReused)
        try container.encode(progress.figures.isUnlisted, forKey: .unlisted)
    }

    var cells: [String?] {
        [
            progress.file.caseCode, progress.file.procedureName ?? progress.file.procedureCode, progress.file.receivedOn?.description,
            String(progress.figures.components), String(progress.figures.results), String(progress.figures.reuses),
        ]
    }
}
