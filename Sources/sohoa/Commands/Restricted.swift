import ArgumentParser
import Foundation
import Records

/// Files held back as state secrets: their hash, pipeline, page, mark and time, and nothing else.
struct Restricted: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restricted", abstract: Phrases.restricted, subcommands: [List.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.restrictedList)

        @ParentCommand var sohoa: Sohoa
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let house = try Installation.open(sohoa)
            var table = Table([Phrases.when, Phrases.mark, Phrases.pageWord, Phrases.folder, "SHA-256"], widest: 64)
            var last: String?
            repeat {
                let scans = try await house.catalogue.scans(in: .restricted, after: last, limit: 500)
                last = scans.count < 500 ? nil : scans.last?.id
                for scan in scans {
                    let line = RestrictedLine(scan)
                    if json { try Answer(json: true).line(line) } else { table.add(line.cells) }
                }
            } while last != nil
            if !json { try table.isEmpty ? Answer.say(Phrases.noneRestricted) : table.show() }
        }
    }
}

/// All that may be said of a restricted file.
private struct RestrictedLine: Encodable {
    let sha256: String
    let pipeline: String
    let page: Int?
    let mark: SecretMark?
    let at: Date

    init(_ scan: Scan) {
        sha256 = scan.sha256.hex
        pipeline = scan.pipeline
        page = scan.markedPage
        mark = scan.reason?.mark
        at = scan.finishedAt ?? scan.takenAt
    }

    var cells: [String?] { [Phrases.moment(at), mark.map(Phrases.markName), page.map(String.init), pipeline, sha256] }
}
