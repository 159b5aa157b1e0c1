import Logging
import Pipeline
import Records

/// Takes the files of a list several at once, and tells what became of each in the order of the list.
struct FilesInTurn: Sendable {
    let pipeline: ScanPipeline
    let bar: ProgressBar

    enum Ending: Sendable {
        case scan(Scan)
        case failure(String)
    }

    func take(_ files: [ScanSource], atOnce: Int, tell: (ScanSource, Ending) async throws -> Void) async throws {
        var endings: [Int: Ending] = [:]
        var told = 0
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
                    try await tell(source, ending)
                }
            }
        }
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
}

extension Installation {
    /// One file more than there are workers, so that none waits while a file is put away.
    var filesAtOnce: Int { configuration.workerCount + 1 }

    /// Runs the reading workers for as long as `body` takes.
    func withWorkers<Result: Sendable>(_ body: @escaping @Sendable (WorkerPool, Logger) async throws -> Result) async throws -> Result {
        let log = Self.log(level: .error)
        let workers = workers(ReadingMeter(), log: log)
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                await workers.run()
                return nil
            }
            group.addTask { try await body(workers, log) }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw ExitStatus.failed
        }
    }

    /// The records of a scan; of a duplicate those of the scan that holds the same bytes.
    func records(of scan: Scan) async throws -> [Record] {
        switch scan.state {
        case .recorded: try await catalogue.records(ofScan: scan.id)
        case .duplicate: try await catalogue.records(ofScan: scan.duplicateOf ?? scan.id)
        default: []
        }
    }

    /// What `ingest --json` tells of a file.
    func result(_ scan: Scan, file: String, records: [Record]) async throws -> FileResultJSON {
        var lines: [RecordJSON] = []
        for record in records { lines.append(RecordJSON(record, text: try await catalogue.pageTexts(ofRecord: record.id))) }
        return FileResultJSON(scan, file: file, records: lines)
    }
}
