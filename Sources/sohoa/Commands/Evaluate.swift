import ArgumentParser
import Evaluation
import Foundation
import Pipeline
import Records
import Synchronization

/// How well scans are read whose truth is known. Nothing of the installation is touched.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "evaluate", abstract: Phrases.evaluate, discussion: Phrases.evaluateMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.resultsHelp, valueName: "file")) var results: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.keepHelp, valueName: "dir")) var keep: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.htmlHelp, valueName: "file")) var html: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.worstHelp, valueName: "n")) var worst = 60
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false
    @Argument(help: ArgumentHelp(Phrases.evaluatedHelp, valueName: "dir")) var folder: String

    func run() async throws {
        guard worst >= 0 else { throw Complaint(Phrases.notNegative("--worst"), code: .usage) }
        let truths = try TruthFolder(folder)
        for problem in truths.problems { StandardError.say("sohoa: \(problem)") }
        guard !truths.pairs.isEmpty else { throw Complaint(Phrases.noTruths(folder), code: .usage) }
        let answers = try results.map(AnswerFile.read)
        let data = keep ?? FileManager.default.temporaryDirectory.appending(path: "sohoa-evaluate-\(UUID().uuidString)").path
        defer { if keep == nil { try? FileManager.default.removeItem(atPath: data) } }
        var options = sohoa
        options.data = data
        let house = try Installation.open(options)
        let (figures, pictures) = try await house.withWorkers { workers, log in
            let run = EvaluationRun(house: house, pairs: truths.pairs, worst: worst)
            let figures =
                if let answers { try run.figures(of: answers) } else {
                    try await run.figures(reading: house.scanPipeline(reader: workers, log: log))
                }
            return (figures, html == nil ? [] : await run.pictures(of: figures.worstLines, workers))
        }
        if let html { try EvaluationPage(figures: figures, pictures: pictures, title: folder).write(to: html) }
        try json ? FigureLines(figures).print() : FigureTables(figures).show()
        if !truths.problems.isEmpty { throw ExitStatus.failed }
    }
}

/// One evaluation: scans and their truths against what is read, or was read before.
struct EvaluationRun: Sendable {
    let house: Installation
    let pairs: [TruthFolder.Pair]
    let worst: Int

    /// Reads every scan now, with the real workers.
    func figures(reading pipeline: ScanPipeline) async throws -> Figures {
        var evaluation = Evaluation(truths: pairs.map(\.truth), worst: worst)
        let bar = ProgressBar(unit: Phrases.pages)
        var next = pairs.makeIterator()
        try await FilesInTurn(pipeline: pipeline, bar: bar).take(pairs.map(\.source), atOnce: house.filesAtOnce) { source, ending in
            guard let pair = next.next() else { return }
            switch ending {
            case .failure(let cause):
                bar.clear()
                StandardError.say("sohoa: \(source.location): \(cause)")
                evaluation.add(pair.truth, nil)
            case .scan(let taken):
                let scan = try await reading(of: taken, called: source.fileName)
                let result = try await house.result(scan, file: source.fileName, records: try await house.records(of: scan))
                add(pair.truth, try JSONDecoder().decode(FileAnswer.self, from: JSONEncoder().encode(result)), to: &evaluation)
            }
        }
        bar.clear()
        return evaluation.finish()
    }

    /// The scan itself where an earlier run has read the very same file; it is then no duplicate of anything.
    private func reading(of scan: Scan, called name: String) async throws -> Scan {
        guard scan.state == .duplicate, let id = scan.duplicateOf, let earlier = try await house.catalogue.scan(id: id) else { return scan }
        return earlier.fileName == name ? earlier : scan
    }

    /// Takes answers as they were told before.
    func figures(of answers: [FileAnswer]) throws -> Figures {
        let byName = Dictionary(answers.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        var evaluation = Evaluation(truths: pairs.map(\.truth), worst: worst)
        for pair in pairs { add(pair.truth, byName[pair.source.fileName], to: &evaluation) }
        return evaluation.finish()
    }

    private func add(_ truth: Truth, _ answer: FileAnswer?, to evaluation: inout Evaluation) {
        evaluation.add(truth, answer) { page in answer?.sha256.flatMap { try? house.store.reading(of: page, of: $0) } }
    }

    /// A picture for each line, where one can be made: page by page, so that each page is decoded once.
    func pictures(of lines: [WorstLine], _ workers: WorkerPool) async -> [Data?] {
        let sources = Dictionary(pairs.map { ($0.truth.file, $0.source.location) }, uniquingKeysWith: { first, _ in first })
        var pictures = [Data?](repeating: nil, count: lines.count)
        let bar = ProgressBar(unit: Phrases.pages)
        let pages = Dictionary(grouping: lines.indices.filter { lines[$0].place != nil }) { PageOfFile(file: lines[$0].file, page: lines[$0].page) }
        bar.expect(pages.count)
        for (page, indices) in pages {
            defer { bar.step() }
            guard let source = sources[page.file], let first = indices.first, let mediaType = lines[first].mediaType else { continue }
            let request = CropRequest(
                path: source, mediaType: mediaType, page: page.page, rotation: lines[first].rotation, boxes: indices.compactMap { lines[$0].place },
                widest: EvaluationPage.widestPicture)
            guard let pieces = try? await workers.crop(request) else { continue }
            for (index, piece) in zip(indices, pieces) { pictures[index] = piece }
        }
        bar.clear()
        return pictures
    }

    private struct PageOfFile: Hashable {
        let file: String
        let page: Int
    }
}

/// What `ingest --json` wrote, a line a file.
enum AnswerFile {
    static func read(_ path: String) throws -> [FileAnswer] {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw Complaint(Phrases.noSuchFile(path), code: .usage) }
        return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
            do { return try JSONDecoder().decode(FileAnswer.self, from: Data(line)) } catch {
                throw Complaint(Phrases.noResult(path, number + 1), code: .usage)
            }
        }
    }
}
