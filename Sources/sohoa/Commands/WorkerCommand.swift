import ArgumentParser
import Reading

/// The reading worker: started by the program itself, never by people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", abstract: Phrases.worker, shouldDisplay: false)

    func run() throws { Worker.run(WorkerLimits()) }
}
