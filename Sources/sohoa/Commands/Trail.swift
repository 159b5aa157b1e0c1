import ArgumentParser
import Foundation
import Records

/// The trail: who did what, when, and what it did to the figures.
struct Trail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trail", abstract: Phrases.trail, discussion: Phrases.trailMore, subcommands: [List.self, Heads.self, Acknowledge.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.trailList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.subjectHelp, valueName: "code")) var subject: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        /// Entries fetched at a time, so that a long trail costs no memory.
        private static let batch = 500

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.entryWord, Phrases.when, Phrases.who, Phrases.what, Phrases.subjectWord, Phrases.changesWord])
            var last = 0
            while true {
                let entries = try await Complaint.fromCatalogue { [last] in try await house.catalogue.trail(after: last, limit: Self.batch) }
                guard let end = entries.last?.number else { break }
                last = end
                for entry in entries where isAsked(entry) {
                    if json {
                        try Answer(json: true).line(TrailLine(entry: entry))
                    } else {
                        table.add([
                            String(entry.number), Phrases.moment(entry.at), entry.who, entry.what, entry.subject,
                            entry.changes.isEmpty ? nil : String(entry.changes.count),
                        ])
                    }
                }
            }
            if !json { try table.isEmpty ? Answer.say(Phrases.nothingFound) : table.show() }
        }

        private func isAsked(_ entry: TrailEntry) -> Bool {
            guard let subject else { return true }
            return entry.subject == subject || entry.changes.contains { $0.subject == subject }
        }
    }

    struct Heads: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "heads", abstract: Phrases.trailHeads, discussion: Phrases.trailHeadsMore)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let who = try Installation.acting(by)
            let house = try Installation.open(sohoa)
            let heads = try await Complaint.fromCatalogue { try await house.catalogue.trailHeads() }
            // Noted before they are shown: what was handed out can be asked for later.
            if let last = heads.last {
                let entry = AuditEntry(
                    at: Date(), who: who, what: .trailExported, subject: "heads",
                    detail: try Backup.text(of: ["days": heads.count, "entry": last.entry]))
                try await Complaint.fromCatalogue { try await house.catalogue.audit(entry) }
            }
            if json { return try heads.forEach { try Answer(json: true).line($0) } }
            var table = Table([Phrases.dayWord, Phrases.entryWord, Phrases.hashWord], widest: 64)
            for head in heads { table.add([head.day.description, String(head.entry), head.hash]) }
            try table.isEmpty ? Answer.say(Phrases.nothingFound) : table.show()
        }
    }
}

extension Trail {
    /// A person answers for a change of figures that no command made.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "acknowledge", abstract: Phrases.trailAcknowledge, discussion: Phrases.trailAcknowledgeMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.entryHelp)) var entry: Int
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String
        @Option(name: .long, help: ArgumentHelp(Phrases.becauseOfChangeHelp, valueName: "text")) var because: String

        func run() async throws {
            let who = try Installation.acting(by)
            guard let because = try Installation.reason(because) else { throw Complaint(Phrases.emptyOption("--because"), code: .usage) }
            let house = try Installation.open(sohoa)
            let found = try await Complaint.fromCatalogue { try await house.catalogue.trail(after: entry - 1, limit: 1).first }
            guard let found, found.number == entry, found.isFromOutside else { throw Complaint(Phrases.nothingFromOutside(entry)) }
            let answer = AuditEntry(
                at: Date(), who: who, what: .changeAcknowledged, subject: String(entry), detail: try Backup.text(of: ["because": because]))
            try await Complaint.fromCatalogue { try await house.catalogue.audit(answer) }
            try Answer.say(Phrases.acknowledged(entry))
        }
    }
}

extension TrailEntry {
    /// Whether it settles figures that something other than a command changed.
    fileprivate var isFromOutside: Bool {
        struct Detail: Decodable { let cause: String? }
        guard what == AuditEntry.What.figuresSettled.rawValue, let detail else { return false }
        return (try? JSONDecoder().decode(Detail.self, from: Data(detail.utf8)))?.cause == "outside"
    }
}

/// Daily heads that were exported earlier (`trail heads --json`), held against the trail.
struct TrailHeads {
    var faults: [String] = []
    var compared = 0
    /// The last of them.
    var last: CalendarDate

    /// A file without heads proves nothing, and is refused.
    static func comparison(of house: Installation, against file: String) async throws -> TrailHeads {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw Complaint(Phrases.noSuchFile(file), code: .usage) }
        var found: TrailHeads?
        for (number, line) in bytes.split(separator: 10).enumerated() {
            guard let head = try? JSONDecoder().decode(TrailHead.self, from: Data(line)) else {
                throw Complaint(Phrases.notHeads(file, number + 1), code: .usage)
            }
            let entry = try await Complaint.fromCatalogue { try await house.catalogue.trail(after: head.entry - 1, limit: 1).first }
            var comparison = found ?? TrailHeads(last: head.day)
            (comparison.compared, comparison.last) = (comparison.compared + 1, max(comparison.last, head.day))
            if entry?.number != head.entry || entry?.hash != head.hash { comparison.faults.append(Phrases.rewritten(head)) }
            found = comparison
        }
        guard let found else { throw Complaint(Phrases.noHeads(file), code: .usage) }
        return found
    }
}

private struct TrailLine: Encodable {
    let entry: TrailEntry

    private enum CodingKeys: String, CodingKey { case entry, at, who, what, subject, detail, hash, changes }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry.number, forKey: .entry)
        try container.encode(entry.at, forKey: .at)
        try container.encode(entry.who, forKey: .who)
        try container.encode(entry.what, forKey: .what)
        try container.encode(entry.subject, forKey: .subject)
        try container.encode(entry.detail, forKey: .detail)
        try container.encode(entry.hash, forKey: .hash)
        try container.encode(entry.changes, forKey: .changes)
    }
}
