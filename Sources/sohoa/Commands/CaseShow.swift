import ArgumentParser
import Foundation
import Indicators
import Records

extension Cases {
    /// One case: each component, the result, and what keeps it from counting.
    struct ShowOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: Phrases.caseShow)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var code: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            let file = try await house.caseFile(code)
            let asked = CaseComponents(of: file, by: house.procedureTable)
            guard let progress = try await house.catalogue.caseProgress(code: file.caseCode) else { throw Complaint(Phrases.noCase(code)) }
            let records = try await house.catalogue.records(ofDossier: file.caseCode)
            let reuses = try await house.catalogue.reuses(ofCase: file.caseCode)
            var sources: [Record] = []
            for id in Set(reuses.map(\.fromRecord)).sorted() {
                if let source = try await house.catalogue.record(id: id) { sources.append(source) }
            }
            let damaged = try await house.catalogue.damaged(among: (records + sources).map(\.id))
            let sheet = CaseSheet(
                progress: progress, asked: asked, roles: try await house.catalogue.paperRoles(), records: records, reuses: reuses,
                sources: sources, damaged: damaged,
                today: CalendarDate(of: Date()))
            try await house.leaveTrace(ofCase: file, showing: records.map(\.id) + sources.map(\.id), by: by)
            if json { return try Answer(json: true).line(CaseSheetJSON(file: file, asked: asked, sheet: sheet)) }
            try show(file, asked, sheet)
        }

        private func show(_ file: Case, _ asked: CaseComponents, _ sheet: CaseSheet) throws {
            try Answer.say("\(file.caseCode)  \(asked.procedure?.name ?? file.procedureName ?? Phrases.unknown)")
            let facts = [file.applicantName, file.unit, file.receivedOn.map { "\(Phrases.received) \($0)" }].compactMap(\.self)
            if !facts.isEmpty { try Answer.say(facts.joined(separator: " · ")) }
            var table = Table([Phrases.componentsWord, Phrases.state, Phrases.recordWord, Phrases.noteWord])
            for line in sheet.components {
                let missing = line.state == .missing && !line.component.isRequired
                table.add([
                    line.component.name, missing ? Phrases.missingOptional : Phrases.state(line.state),
                    (line.records + line.reused).joined(separator: ", "),
                    (line.doubts.map(Phrases.doubt) + line.remarks.map(Phrases.remark)).joined(separator: "; "),
                ])
            }
            if !table.isEmpty { try table.show() }
            if let note = Phrases.unknownComponents(asked) { try Answer.say(note) }
            let doubts = sheet.resultDoubts.map(Phrases.doubt).joined(separator: "; ")
            let result = [Phrases.state(sheet.result), doubts.isEmpty ? "" : "(\(doubts))", sheet.resultRecords.joined(separator: ", ")]
            try Answer.say("\(Phrases.resultWord): \(result.filter { !$0.isEmpty }.joined(separator: " "))")
            for other in sheet.otherReuses { try Answer.say(Phrases.otherReuse(other)) }
            if !sheet.others.isEmpty { try Answer.say("\(Phrases.otherPapers): \(sheet.others.joined(separator: ", "))") }
            for (code, standing) in sheet.standings { try Answer.say("\(Phrases.indicatorName(code)): \(Phrases.standing(standing))") }
        }
    }
}

private struct CaseSheetJSON: Encodable {
    let file: Case
    let asked: CaseComponents
    let sheet: CaseSheet

    private enum CodingKeys: String, CodingKey {
        case caseCode = "case_code"
        case procedureCode = "procedure_code"
        case procedureName = "procedure_name"
        case unit
        case applicantName = "applicant_name"
        case receivedOn = "received_on"
        case closedOn = "closed_on"
        case components, result, others, indicators
        case unknownComponents = "unknown_components"
        case otherReuses = "other_reuses"
        case reportedDigitized = "reported_digitized"
        case reportedReused = "reported_reused"
    }

    private struct Component: Encodable {
        let line: CaseSheet.Component

        private enum CodingKeys: String, CodingKey { case code, name, required, state, records, reused, doubts, remarks }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(line.component.code, forKey: .code)
            try container.encode(line.component.name, forKey: .name)
            try container.encode(line.component.isRequired, forKey: .required)
            try container.encode(line.state.rawValue, forKey: .state)
            try container.encode(line.records, forKey: .records)
            try container.encode(line.reused, forKey: .reused)
            try container.encode(line.doubts.map(\.rawValue), forKey: .doubts)
            try container.encode(line.remarks.map(\.rawValue), forKey: .remarks)
        }
    }

    private struct Result: Encodable {
        let state: String
        let records: [String]
        let doubts: [String]
    }

    private struct OtherReuse: Encodable {
        let component: String
        let record: String
        let doubts: [String]
        let remarks: [String]
    }

    private struct Standing: Encodable {
        let standing: String
        let why: String?

        private enum CodingKeys: String, CodingKey { case standing, why }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(standing, forKey: .standing)
            try container.encode(why, forKey: .why)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file.caseCode, forKey: .caseCode)
        try container.encode(file.procedureCode, forKey: .procedureCode)
        try container.encode(asked.procedure?.name ?? file.procedureName, forKey: .procedureName)
        try container.encode(file.unit, forKey: .unit)
        try container.encode(file.applicantName, forKey: .applicantName)
        try container.encode(file.receivedOn, forKey: .receivedOn)
        try container.encode(file.closedOn, forKey: .closedOn)
        try container.encode(sheet.components.map(Component.init), forKey: .components)
        try container.encode(asked.unknown, forKey: .unknownComponents)
        let doubts = sheet.resultDoubts.map(\.rawValue)
        try container.encode(Result(state: sheet.result.rawValue, records: sheet.resultRecords, doubts: doubts), forKey: .result)
        let otherReuses = sheet.otherReuses.map {
            OtherReuse(
                component: $0.event.component, record: $0.event.fromRecord, doubts: $0.doubts.map(\.rawValue), remarks: $0.remarks.map(\.rawValue))
        }
        try container.encode(otherReuses, forKey: .otherReuses)
        try container.encode(sheet.others, forKey: .others)
        let standings = sheet.standings.map { ($0.code.rawValue, Standing(standing: $0.standing.name, why: $0.standing.why)) }
        try container.encode(Dictionary(uniqueKeysWithValues: standings), forKey: .indicators)
        try container.encode(file.reportedDigitized, forKey: .reportedDigitized)
        try container.encode(file.isReportedReused, forKey: .reportedReused)
    }
}
