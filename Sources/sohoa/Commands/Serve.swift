import ArgumentParser
import DurableFiles
import Foundation
import Glibc
import Logging
import Pipeline
import Records
import ServiceLifecycle
import UnixSignals
import Web

/// The daemon: watches the folders, takes what comes, and answers over HTTP until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: Phrases.serve, discussion: Phrases.serveMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.httpHelp, valueName: "addr")) var http: String?

    @Flag(name: .long, help: ArgumentHelp(Phrases.verboseHelp)) var verbose = false

    /// The interface promises an end within 10 s of SIGTERM; pages that are not read by then are read after the next start.
    private static let shutdownSeconds = 8

    func run() async throws {
        if let http, ListenAddress(http) == nil { throw Complaint(Phrases.wrongAddress(http), code: .usage) }
        let house = try Installation.open(sohoa, bringsTables: true)
        let address = (http ?? house.configuration.http).flatMap { ListenAddress($0) } ?? ListenAddress()
        let lock = try OpenFile("\(house.data)/serve.lock", O_RDWR | O_CREAT)
        guard lock.lock() else { throw Complaint(Phrases.alreadyServing(house.data)) }
        let log = Installation.log(level: .info)
        let daemon = try Daemon(house: house, log: log)
        let web = WebApplication(
            address: address, catalogue: house.catalogue, status: daemon,
            indicators: { try await house.indicators(periods: $0, unit: $1, asOf: $2) }, namedUnits: house.configuration.namedUnits,
            archivalCopy: { $0.copy.map(house.path) }, procedures: house.procedureTable,
            refusal: { Phrases.sentence(Phrases.refusal($0, because: "because")) }, remark: { Phrases.sentence(Phrases.remark($0)) },
            now: { Date() }, today: { CalendarDate(of: Date()) },
            logger: Installation.log(level: verbose ? .info : .warning),
            onRunning: { StandardError.say(Phrases.serving("\($0)")) })
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: daemon), .init(service: WebService(application: web))], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: log)
        configuration.maximumGracefulShutdownDuration = .seconds(Self.shutdownSeconds)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            throw Complaint(Phrases.serveFailed("\(address)", Phrases.cause(of: error)))
        }
        _ = lock.lock()
    }
}

/// The HTTP side as a service of the group.
private struct WebService: Service {
    let application: WebApplication
    func run() async throws { try await application.run() }
}
