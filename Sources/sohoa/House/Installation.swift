import DurableFiles
import ArgumentParser
import Foundation
import Indicators
import Intake
import Logging
import Pipeline
import Preserving
import Records
import SQLiteCatalogue
import Understanding

/// One installation with its parts put together: the only place that names the concrete types of every room.
struct Installation {
    let data: String
    var configuration: Configuration
    private(set) var catalogue: any Catalogue
    let store: any ScanStore
    let pipelines: [PipelineDefinition]
    let units: UnitTable
    let vocabulary: Vocabulary
    let procedures: [Procedure]

    /// Opens the data folder, and makes it where it is missing.
    /// - Parameter bringsTables: figures are counted by this command's tables from now on. Only what takes in papers and registers does:
    ///   whoever looks, or decides on one record, may stand in any folder.
    static func open(_ options: Sohoa, bringsTables: Bool = false) throws -> Installation {
        let configuration = try Configuration.read(options.config)
        let data = URL(fileURLWithPath: options.data).path
        if RestoreFolder.isUnfinished(data) { throw Complaint(Phrases.restoreUnfinished(data)) }
        do {
            let vocabulary = try TableFiles.vocabulary(folder: configuration.pipelines)
            let procedures = try TableFiles.procedures(folder: configuration.pipelines)
            let roles = PaperRoles(forms: vocabulary.paperForms, procedures: procedures)
            try Folder.make(data)
            let catalogue = try SQLiteCatalogue(
                path: "\(data)/catalogue.sqlite", countingBy: bringsTables ? .own(roles) : .stored(orElse: roles))
            if catalogue.countsByOtherTables { StandardError.say("sohoa: \(Phrases.otherTables(configuration.pipelines))") }
            if let recounting = catalogue.recounting { StandardError.say("sohoa: \(Phrases.recounted(recounting))") }
            HeldFile.sweep(data, beginnings: [rowsOfTables, draftsOfReports])
            return Installation(
                data: data, configuration: configuration, catalogue: catalogue,
                store: try FileScanStore(data: data), pipelines: try PipelineFiles.load(folder: configuration.pipelines, data: data),
                units: try UnitFile.load(folder: configuration.pipelines), vocabulary: vocabulary,
                procedures: procedures)
        } catch let mistake as PipelineFiles.Mistake {
            throw Complaint(mistake.description, code: .usage)
        } catch let failure as FileFailure {
            throw Complaint(Phrases.cannotUseData(data, failure.cause))
        } catch let failure as CatalogueFailure {
            throw Complaint("\(data): \(Phrases.cause(of: failure))")
        } catch {
            throw Complaint(Phrases.cannotUseData(data, Phrases.cause(of: error)))
        }
    }

    /// The installation with its catalogue as it is at this moment, so that figures and what is behind them agree.
    func still() async throws -> Installation {
        var house = self
        house.catalogue = try await catalogue.still()
        return house
    }

    /// The folder that holds a pipeline's `inbox/`.
    func folder(of pipeline: PipelineDefinition) -> String { pipeline.folder ?? PipelineFiles.usualFolder(of: pipeline.name, data: data) }

    /// The language data that the pipelines read with, each once.
    var languages: [String] { Set(pipelines.map(\.languages)).sorted() }

    func inboxes() throws -> [FolderInbox] {
        try pipelines.map { pipeline in
            do throws(InboxFailure) {
                return try FolderInbox(pipeline: pipeline, folder: folder(of: pipeline))
            } catch {
                throw Complaint(Phrases.cannotUseData(folder(of: pipeline), error.cause))
            }
        }
    }

    func workers(_ meter: ReadingMeter, log: Logger) -> WorkerPool {
        var settings = WorkerPool.Settings(
            executable: Self.executable, arguments: [WorkerCommand.configuration.commandName ?? "worker"], workers: configuration.workerCount)
        if let seconds = configuration.pageSeconds { settings.pageBound = .seconds(seconds) }
        // One worker, one thread: processor time never outruns the clock, so the longer of the two bounds stops nothing too early.
        settings.arguments += ["--page-seconds", String(max(settings.pageBound, settings.examineBound).components.seconds)]
        return WorkerPool(settings: settings, meter: meter, log: log)
    }

    /// - Parameter who: takes scans in.
    func scanPipeline(reader: WorkerPool, by who: String = AuditEntry.daemon, log: Logger) -> ScanPipeline {
        ScanPipeline(
            reader: reader, understander: RuleUnderstander(units: units, vocabulary: vocabulary), store: store, catalogue: catalogue,
            pipelines: pipelines,
            limits: ScanPipeline.Limits(workers: configuration.workerCount), actor: who, log: log)
    }

    /// This very program, wherever it was started from: `/proc` knows it even when its name was changed.
    static var executable: String { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0] }

    /// A log on stderr. Lines hold ids, hashes, counts and codes; never text, names of files or of people.
    static func log(level: Logger.Level) -> Logger {
        Logger(label: "sohoa") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }
}
