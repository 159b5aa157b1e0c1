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
    @Argument(help: ArgumentHelp(Phrases.pathsHelp, valueName: "path")) var paths: [String]

    func run() async throws {
        let house = try Installation.open(sohoa)
        if let pipeline, !house.pipelines.contains(where: { $0.name == pipeline }) {
            throw Complaint(Phrases.noPipeline(pipeline, house.pipelines.map(\.name)), code: .usage)
        }
        let files = SourceFiles(paths, pipeline: pipeline)
        for problem in files.problems { StandardError.say("sohoa: \(problem)") }
        let status = max(files.problems.isEmpty ? .done : .failed, files.sources.isEmpty ? .done : try await take(files.sources, into: house))
        if status != .done { throw status }
    }

    private func take(_ files: [ScanSource], into house: Installation) async throws -> ExitStatus {
        let log = Installation.log(level: .error)
        let workers = house.workers(ReadingMeter(), log: log)
        let run = IngestRun(house: house, pipeline: house.scanPipeline(reader: workers, log: log), answer: Answer(json: json), files: files)
        return try await withThrowingTaskGroup(of: ExitStatus?.self) { group in
            group.addTask {
                await workers.run()
                return nil
            }
            group.addTask { try await run.all(atOnce: house.configuration.workerCount + 1) }
            defer { group.cancelAll() }
            while let status = try await group.next() {
                if let status { return status }
            }
            return .failed
        }
    }
}

/// One run over a list of files: several at once, told in the order of the list.
struct IngestRun: Sendable {
    let house: Installation
    let pipeline: ScanPipeline
    let answer: Answer
    let files: [ScanSource]
    private let bar = ProgressBar(unit: Phrases.pages)

    init(house: Installation, pipeline: ScanPipeline, answer: Answer, files: [ScanSource]) {
        self.house = house
        self.pipeline = pipeline
        self.answer = answer
        self.files = files
    }

    private enum Ending: Sendable {
        case scan(Scan)
        case failure(String)
    }

    func all(atOnce: Int) async throws -> ExitStatus {
        var status = ExitStatus.done
        var endings: [Int: Ending] = [:]
        var told = 0
        var trace = try ListTrace(house, list: "ingest", by: nil)
        var table = Table([Phrases.file, Phrases.outcome, Phrases.pages, Phrases.what])
        try await withThrowingTaskGroup(of: (Int, Ending).self) { group in
            var next = files.indices.makeIterator()
            func start() {
                guard let index = next.next() else { return }
                group.addTask { (index, await self.one(files[index])) }
            }
            for _ in 0..<atOnce { start() }
            while let (index, ending) = try await group.next() {
                start()
                endings[index] = ending
                while let ending = endings.removeValue(forKey: told) {
                    let source = files[told]
                    told += 1
                    status = max(status, try await tell(ending, of: source, table: &table, trace: &trace))
                }
            }
        }
        bar.clear()
        if !answer.json, !table.isEmpty { try table.show() }
        return status
    }

    private func one(_ source: ScanSource) async -> Ending {
        while true {
            do {
                let scan = try await pipeline.take(source, isFinal: true) { progress in
                    switch progress {
                    case .examined(let pages): bar.expect(pages)
                    case .read: bar.step()
                    }
                }
                if let scan { return .scan(scan) }
                try await Task.sleep(for: Self.retryPause)
            } catch let interruption as Interruption {
                return .failure(Phrases.interruption(interruption))
            } catch {
                return .failure(Phrases.interruption(.stopping))
            }
        }
    }

    /// Between looks at a file whose bytes are being worked on under another name.
    private static let retryPause = Duration.milliseconds(200)

    private func tell(_ ending: Ending, of source: ScanSource, table: inout Table, trace: inout ListTrace) async throws -> ExitStatus {
        switch ending {
        case .failure(let cause):
            bar.clear()
            StandardError.say("sohoa: \(source.location): \(cause)")
            return .failed
        case .scan(let scan):
            let shown = scan.state == .duplicate ? scan.duplicateOf ?? scan.id : scan.id
            let records = scan.state == .recorded || scan.state == .duplicate ? try await house.catalogue.records(ofScan: shown) : []
            if answer.json {
                try await trace.note(records)
                var lines: [RecordJSON] = []
                for record in records { lines.append(RecordJSON(record, text: try await house.catalogue.pageTexts(ofRecord: record.id))) }
                try answer.line(FileResultJSON(scan, file: source.fileName, records: lines))
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
