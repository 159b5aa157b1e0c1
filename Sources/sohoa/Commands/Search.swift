import ArgumentParser
import Foundation
import Records

/// Finds records by their words.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search", abstract: Phrases.search, discussion: Phrases.searchMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.kindHelp)) var kind: Record.Kind?
    @Option(name: .long, help: ArgumentHelp(Phrases.typeHelp, valueName: "code")) var type: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.agencyHelp, valueName: "text")) var agency: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.fromHelp, valueName: "date")) var from: CalendarDate?
    @Option(name: .long, help: ArgumentHelp(Phrases.toHelp, valueName: "date")) var to: CalendarDate?
    @Option(name: .long, help: ArgumentHelp(Phrases.numberHelp, valueName: "n")) var number: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.personHelp, valueName: "text")) var person: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.dossierHelp, valueName: "code")) var dossier: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.limitHelp, valueName: "n")) var limit = SearchQuery.defaultLimit
    @Flag(name: .long, help: ArgumentHelp(Phrases.withRejectedHelp)) var rejected = false
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp(Phrases.queryHelp, valueName: "query")) var words: [String] = []

    func run() async throws {
        guard (1...SearchQuery.maximumLimit).contains(limit) else {
            throw Complaint(Phrases.wrongLimit(SearchQuery.maximumLimit), code: .usage)
        }
        if let from, let to, from > to { throw Complaint(Phrases.fromAfterTo, code: .usage) }
        let options = words.prefix { $0 != "--" }
        if let option = options.first(where: { $0.hasPrefix("--") }) { throw Complaint(Phrases.unknownOption(option), code: .usage) }
        let house = try Installation.open(sohoa)
        let who = try Installation.acting(by)
        var query = SearchQuery(
            text: (options + words.dropFirst(options.count + 1)).joined(separator: " "), kind: kind, typeCode: type, agency: agency, from: from,
            to: to, number: number, person: person, dossier: dossier, limit: limit)
        query.includesRejected = rejected
        let hits = try await Complaint.fromCatalogue { [query] in try await house.catalogue.search(query) }
        if let entry = AuditEntry.search(query, found: hits, by: who, at: Date()) { try await house.catalogue.audit(entry) }
        let answer = Answer(json: json)
        for hit in hits { if json { try answer.line(hit) } else { try show(hit) } }
        if hits.isEmpty, !json { try Answer.say(Phrases.nothingFound) }
    }

    private func show(_ hit: SearchHit) throws {
        let title = [Phrases.reference(hit), hit.subject].compactMap(\.self).joined(separator: " · ")
        try Answer.say(Table.oneLine(title.isEmpty ? Phrases.untitled : title, at: 140))
        try Answer.say("    " + [hit.agency, hit.issuedOn, hit.dossier].compactMap(\.self).joined(separator: " · "))
        try Answer.say("    \(Phrases.page(hit.page)): \(Phrases.emphasised(hit.snippet))")
        try Answer.say("    \(hit.record)")
    }
}

extension Complaint {
    /// Runs a question to the catalogue and says in our words why it was not answered.
    static func fromCatalogue<Value>(_ question: () async throws -> Value) async throws -> Value {
        do {
            return try await question()
        } catch CatalogueFailure.refused(let sentence) {
            throw Complaint(sentence, code: .usage)
        } catch let failure as CatalogueFailure {
            throw Complaint(Phrases.cause(of: failure))
        }
    }
}
