import ArgumentParser
import Records

/// Every file ever taken, and what became of it.
struct ScansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "scans", abstract: Phrases.scans, discussion: Phrases.scansMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.outcomeHelp, valueName: "outcome")) var outcome: ScanState?
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    /// Scans fetched at a time, so that a long list costs no memory.
    private static let batch = 500

    func run() async throws {
        let house = try Installation.open(sohoa)
        let answer = Answer(json: json)
        var table = Table([Phrases.when, Phrases.file, Phrases.state, Phrases.pages, Phrases.why])
        var trace = try ListTrace(house, list: "scans", narrowed: outcome?.rawValue, by: by)
        var last: String?
        repeat {
            let scans = try await house.catalogue.scans(in: outcome, after: last, limit: Self.batch)
            last = scans.count < Self.batch ? nil : scans.last?.id
            for scan in scans {
                if json {
                    let records = scan.state == .recorded ? try await house.catalogue.records(ofScan: scan.id) : []
                    try await trace.note(records)
                    try answer.line(FileResultJSON(scan, records: records.map { RecordJSON($0, text: nil) }, isListing: true))
                } else {
                    table.add([
                        Phrases.moment(scan.takenAt), scan.fileName ?? String(scan.sha256.hex.prefix(12)), Phrases.state(scan.state),
                        scan.pages.map(String.init), scan.reason?.message ?? scan.duplicateOf.map(Phrases.sameAs),
                    ])
                }
            }
        } while last != nil
        if !json { try table.isEmpty ? Answer.say(Phrases.nothingYet) : table.show() }
    }
}

extension ScanState: ExpressibleByArgument {}
extension Record.Kind: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Period: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
