import ArgumentParser
import DurableFiles
import Foundation
import Logging
import Pipeline
import Records
import Synchronization

/// Takes files now, in the foreground, and leaves the sources alone.
struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ingest", abstract: Phrases.ingest, discussion: Phrases.ingestMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.pipelineHelp, valueName: "name")) var pipeline: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false
    @Flag(name: .long, help: ArgumentHelp(Phrases.againHelp)) var again = false
    @Flag(name: .long, help: ArgumentHelp(Phrases.allHelp)) var all = false
    @Option(name: .long, help: ArgumentHelp(Phrases.sinceHelp, valueName: "date")) var since: CalendarDate?
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Argument(help: ArgumentHelp(Phrases.pathsHelp, valueName: "path")) var paths: [String] = []

    func run() async throws {
        if let mistake { throw Complaint(mistake, code: .usage) }
        let who = try Installation.acting(by)
        let house = try Installation.open(sohoa, bringsTables: true)
        if let pipeline, !house.pipelines.contains(where: { $0.name == pipeline }) {
            throw Complaint(Phrases.noPipeline(pipeline, house.pipelines.map(\.name)), code: .usage)
        }
        if again {
            let scans = try await AgainChoice(records: paths, all: all, since: since, pipeline: pipeline).scans(of: house)
            let status = scans.isEmpty ? ExitStatus.done : try await AgainRun(house: house, json: json, who: who).run(scans)
            if scans.isEmpty, !json { try Answer.say(Phrases.nothingFound) }
            if status != .done { throw status }
            return
        }
        let files = SourceFiles(paths, pipeline: pipeline)
        for problem in files.problems { StandardError.say("sohoa: \(problem)") }
        let status = max(
            files.problems.isEmpty ? .done : .failed,
            files.sources.isEmpty ? .done : try await take(try await house.filed(files.sources), by: who, into: house))
        if status != .done { throw status }
    }

    /// What does not go together.
    private var mistake: String? {
        guard again else { return all || since != nil ? Phrases.againAlone : paths.isEmpty ? Phrases.nothingNamed : nil }
        let isNarrowed = all || since != nil || pipeline != nil
        if paths.isEmpty, !isNarrowed { return Phrases.againWithoutRecords }
        return !paths.isEmpty && isNarrowed ? Phrases.againBoth : nil
    }

    private func take(_ files: [ScanSource], by who: String, into house: Installation) async throws -> ExitStatus {
        let answer = Answer(json: json)
        return try await house.withWorkers { workers, log in
            try await IngestRun(house: house, answer: answer, files: files, who: who).all(house.scanPipeline(reader: workers, by: who, log: log))
        }
    }
}

/// One run over a list of files, told in the order of the list.
struct IngestRun: Sendable {
    let house: Installation
    let answer: Answer
    let files: [ScanSource]
    let who: String
    private let bar = ProgressBar(unit: Phrases.pages)

    init(house: Installation, answer: Answer, files: [ScanSource], who: String) {
        self.house = house
        self.answer = answer
        self.files = files
        self.who = who
    }

    func all(_ pipeline: ScanPipeline) async throws -> ExitStatus {
        var status = ExitStatus.done
        var trace = try ListTrace(house, list: "ingest", by: who)
        var table = Table([Phrases.file, Phrases.outcome, Phrases.pages, Phrases.what])
        try await FilesInTurn(pipeline: pipeline, bar: bar).take(files, atOnce: house.filesAtOnce) { source, ending in
            status = max(status, try await tell(ending, of: source, table: &table, trace: &trace))
        }
        bar.clear()
        if !answer.json, !table.isEmpty { try table.show() }
        return status
    }

    private func tell(_ ending: FilesInTurn.Ending, of source: ScanSource, table: inout Table, trace: inout ListTrace) async throws -> ExitStatus {
        switch ending {
        case .failure(let cause):
            bar.clear()
            StandardError.say("sohoa: \(source.location): \(cause)")
            return .failed
        case .scan(let scan):
            let records = try await house.records(of: scan)
            if answer.json {
                try await trace.note(records)
                try answer.line(try await house.result(scan, file: source.fileName, records: records))
            } else {
                table.add([source.fileName, Phrases.state(scan.state), scan.pages.map(String.init), Phrases.summary(scan, records)])
            }
            return scan.state == .rejected || scan.state == .restricted ? .setAside : .done
        }
    }
}

extension ExitStatus: Comparable {
    /// A failure outweighs files that were set aside.
    private var weight: Int { [.done: 0, .setAside: 1, .failed: 2, .usage: 3][self] ?? 0 }
    static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.weight < b.weight }
}
