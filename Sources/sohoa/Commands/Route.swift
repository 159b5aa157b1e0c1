import ArgumentParser
import Foundation
import Records

/// Which unit is responsible for a paper: what the table suggests, and what a person decided.
struct Route: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: Phrases.route, discussion: Phrases.routeMore, subcommands: [ShowOne.self, Change.self])

    struct ShowOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: Phrases.routeShow)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            guard let found = try await house.catalogue.record(id: record) else { throw Complaint(Phrases.noRecord(record)) }
            let responsible = try await house.responsible(for: found)
            if json { return try Answer(json: true).line(RouteLine(record: found.id, responsible: responsible)) }
            try Answer.say(Phrases.routed(responsible))
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: Phrases.routeSet)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Option(name: .long, help: ArgumentHelp(Phrases.unitHelp, valueName: "unit")) var unit: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String

        func run() async throws {
            let who = try Installation.acting(by)
            let unit = VietnameseText.squashed(unit)
            guard !unit.isEmpty else { throw Complaint(Phrases.emptyOption("--unit"), code: .usage) }
            let house = try Installation.open(sohoa)
            guard try await house.catalogue.record(id: record) != nil else { throw Complaint(Phrases.noRecord(record)) }
            try await house.catalogue.route(record: record, to: unit, by: who, at: Date())
            try Answer.say(Phrases.routed(Responsible(suggested: nil, chosen: RecordRoute(unit: unit, by: who))))
        }
    }
}

/// The unit that a person made responsible for a record, else the one that the table suggests.
struct Responsible: Encodable, Sendable {
    let suggested: String?
    let chosen: RecordRoute?

    var unit: String? { chosen?.unit ?? suggested }

    private enum CodingKeys: String, CodingKey { case unit, suggested, by }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(unit, forKey: .unit)
        try container.encode(suggested, forKey: .suggested)
        try container.encode(chosen?.by, forKey: .by)
    }
}

private struct RouteLine: Encodable {
    let record: String
    let responsible: Responsible

    private enum CodingKeys: String, CodingKey { case record }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record, forKey: .record)
        try responsible.encode(to: encoder)
    }
}
