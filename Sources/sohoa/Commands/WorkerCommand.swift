import ArgumentParser
import Reading

/// The reading worker: started by the program itself, never by people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", abstract: Phrases.worker, shouldDisplay: false)

    /// Processor seconds for one request.
    @Option(name: .long) var pageSeconds: Int?

    var limits: WorkerLimits {
        var limits = WorkerLimits()
        if let pageSeconds { limits.pageSeconds = pageSeconds }
        return limits
    }

    func run() throws { Worker.run(limits) }
}
