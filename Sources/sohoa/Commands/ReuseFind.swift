import ArgumentParser
import Foundation
import Indicators
import Records

extension Reuse {
    /// What is on file for the applicant of a case and fits a component of its procedure.
    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "find", abstract: Phrases.reuseFind, discussion: Phrases.reuseFindMore)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .customLong("case"), help: ArgumentHelp(Phrases.caseHelp, valueName: "code")) var caseCode: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            let file = try await house.caseFile(caseCode)
            let asked = CaseComponents(of: file, by: house.procedureTable)
            let records = try await house.catalogue.records(ofPerson: file.applicantID, name: file.applicantName)
            let offers = ReuseFinder(file: file, asking: asked, today: CalendarDate(of: Date())).offers(among: records)
            try await house.leaveTrace(ofCase: file, showing: offers.map(\.record.id), by: by)
            if json {
                for offer in offers {
                    let role = try await house.catalogue.role(of: offer.record)
                    try Answer(json: true).line(OfferLine(offer: offer, sourceKind: ReuseEvent.SourceKind(role)))
                }
                return
            }
            if asked.procedure == nil { try Answer.say(Phrases.noProcedure(file.procedureCode)) }
            if let note = Phrases.unknownComponents(asked) { try Answer.say(note) }
            var table = Table([
                Phrases.componentsWord, Phrases.recordWord, Phrases.formWord, Phrases.issuedWord, Phrases.validUntilWord, Phrases.noteWord,
            ])
            for offer in offers {
                table.add([
                    offer.component.name, offer.record.id, offer.record.form, offer.issuedOn?.description, offer.validUntil?.description,
                    Phrases.notes(of: offer).joined(separator: "; "),
                ])
            }
            try table.isEmpty ? Answer.say(Phrases.nothingToReuse) : table.show()
        }
    }
}

private struct OfferLine: Encodable {
    let offer: ReuseOffer
    let sourceKind: ReuseEvent.SourceKind

    private enum CodingKeys: String, CodingKey {
        case component
        case componentName = "component_name"
        case record, form
        case sourceKind = "source_kind"
        case issuedOn = "issued_on"
        case validUntil = "valid_until"
        case validity, match, status, warnings
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(offer.component.code, forKey: .component)
        try container.encode(offer.component.name, forKey: .componentName)
        try container.encode(offer.record.id, forKey: .record)
        try container.encode(offer.record.form, forKey: .form)
        try container.encode(sourceKind, forKey: .sourceKind)
        try container.encode(offer.issuedOn, forKey: .issuedOn)
        try container.encode(offer.validUntil, forKey: .validUntil)
        try container.encode("\(offer.validity)", forKey: .validity)
        try container.encode(["id_number", "name_and_birth", "name", "similar_name"][offer.match.rawValue], forKey: .match)
        try container.encode(offer.record.status, forKey: .status)
        try container.encode(Phrases.notes(of: offer), forKey: .warnings)
    }
}
