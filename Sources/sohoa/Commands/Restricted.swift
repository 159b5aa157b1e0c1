import ArgumentParser
import Foundation
import Records

/// Files held back as state secrets: their hash, pipeline, page, mark and time, and what a person decides on them.
struct Restricted: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restricted", abstract: Phrases.restricted, subcommands: [List.self, Release.self, Purge.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.restrictedList)

        @ParentCommand var sohoa: Sohoa
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.when, Phrases.mark, Phrases.pageWord, Phrases.folder, "SHA-256", Phrases.noteWord], widest: 64)
            var last: String?
            repeat {
                let scans = try await house.catalogue.scans(in: .restricted, after: last, limit: 500)
                last = scans.count < 500 ? nil : scans.last?.id
                for scan in scans where scan.releasedAt == nil {
                    let line = RestrictedLine(scan)
                    if json { try Answer(json: true).line(line) } else { table.add(line.cells) }
                }
            } while last != nil
            if !json { try table.isEmpty ? Answer.say(Phrases.noneRestricted) : table.show() }
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "release", abstract: Phrases.restrictedRelease, discussion: Phrases.releaseMore)

        @ParentCommand var sohoa: Sohoa
        @OptionGroup var decision: HeldDecision

        func run() async throws {
            let held = try await decision.made(in: sohoa)
            try await held.files.setAside(held.scan)
            let wasReleased = held.scan.releasedAt != nil
            let scan = try await Complaint.fromCatalogue {
                try await held.catalogue.release(held.scan.sha256, by: held.who, because: held.because, at: Date())
            }
            let files = try await held.files.giveBack(scan)
            if decision.json { return try Answer(json: true).line(HeldLine(scan, files: files)) }
            try Answer.say(wasReleased ? Phrases.releasedBefore(scan) : Phrases.released(scan))
            for file in files { try Answer.say(Phrases.backInInbox(file)) }
            if files.isEmpty { try Answer.say(Phrases.takeItYourself(held.file)) }
        }
    }

    struct Purge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "purge", abstract: Phrases.restrictedPurge, discussion: Phrases.purgeMore)

        @ParentCommand var sohoa: Sohoa
        @OptionGroup var decision: HeldDecision

        func run() async throws {
            let held = try await decision.made(in: sohoa)
            let found = held.scan
            guard found.releasedAt == nil else { throw Complaint(Phrases.notHeld(decision.file)) }
            try await held.files.setAside(found)
            let count = try await held.files.purge(found, named: held.file)
            guard count > 0 else { throw Complaint(found.purgedAt == nil ? Phrases.heldFileGone(found.sha256) : Phrases.purgedBefore(found)) }
            let scan = try await Complaint.fromCatalogue {
                try await held.catalogue.purged(found.sha256, by: held.who, because: held.because, at: Date())
            }
            if decision.json { return try Answer(json: true).line(HeldLine(scan, files: nil, removed: count)) }
            try Answer.say(Phrases.purged(scan, count))
            try Answer.say(Phrases.purgeLimits)
        }
    }
}

/// Which file, who decides, and why.
struct HeldDecision: ParsableArguments {
    @Argument(help: ArgumentHelp(Phrases.heldFileHelp, valueName: "file-or-hash")) var file: String
    @Option(name: .long, help: ArgumentHelp(Phrases.byWhomHelp, valueName: "user")) var by: String
    @Option(name: .long, help: ArgumentHelp(Phrases.becauseHelp, valueName: "text")) var because: String
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    /// What is decided on. The options are checked before anything is opened.
    func made(in sohoa: Sohoa) async throws -> HeldMatter {
        guard let reason = try Installation.reason(because) else { throw Complaint(Phrases.emptyOption("--because"), code: .usage) }
        let who = try Installation.acting(by)
        let house = try Installation.open(sohoa)
        let files = try HeldFiles(house)
        let (scan, path) = try await files.find(file)
        return HeldMatter(who: who, because: reason, catalogue: house.catalogue, files: files, scan: scan, file: path)
    }
}

/// A held-back file that somebody decides on, and what it takes to do it.
struct HeldMatter {
    let who: String
    let because: String
    let catalogue: any Catalogue
    let files: HeldFiles
    let scan: Scan
    /// Where it was named by its file.
    let file: String?
}

/// What became of a held-back file.
private struct HeldLine: Encodable {
    let scan: Scan
    /// Where it lies now; nil where it was removed.
    let files: [String]?
    let removed: Int?

    init(_ scan: Scan, files: [String]?, removed: Int? = nil) {
        self.scan = scan
        self.files = files
        self.removed = removed
    }

    private enum CodingKeys: String, CodingKey {
        case sha256
        case releasedAt = "released_at"
        case purgedAt = "purged_at"
        case files, removed
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scan.sha256, forKey: .sha256)
        try container.encode(scan.releasedAt, forKey: .releasedAt)
        try container.encode(scan.purgedAt, forKey: .purgedAt)
        try container.encodeIfPresent(files, forKey: .files)
        try container.encodeIfPresent(removed, forKey: .removed)
    }
}

/// All that may be said of a restricted file.
private struct RestrictedLine: Encodable {
    let sha256: String
    let pipeline: String
    let page: Int?
    let mark: SecretMark?
    let at: Date
    let purgedAt: Date?

    init(_ scan: Scan) {
        sha256 = scan.sha256.hex
        pipeline = scan.pipeline
        page = scan.markedPage
        mark = scan.reason?.mark
        at = scan.finishedAt ?? scan.takenAt
        purgedAt = scan.purgedAt
    }

    private enum CodingKeys: String, CodingKey {
        case sha256, pipeline, page, mark, at
        case purgedAt = "purged_at"
    }

    var cells: [String?] {
        [Phrases.moment(at), mark.map(Phrases.markName), page.map(String.init), pipeline, sha256, purgedAt.map(Phrases.purgedAt)]
    }
}
