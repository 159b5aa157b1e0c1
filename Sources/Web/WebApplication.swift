package import Foundation
import Hummingbird
package import Logging
package import Records

/// The HTTP side of the daemon: health, metrics, indicators, search, records and reuse, as JSON.
///
/// It knows the catalogue by its port and everything else by what it is handed, and holds no state of its own
/// but figures that are a few seconds old. There is no log-in: it
/// listens on this machine only, unless told otherwise, and what stands in front of it decides who may ask.
package struct WebApplication: Sendable {
    package typealias Indicators = @Sendable (_ periods: [Period], _ unit: String?, _ asOf: CalendarDate?) async throws -> [Indicator]

    /// Who looks, in the audit trail: there is no log-in to know a person by.
    static let viewer = "http"

    let address: ListenAddress
    let catalogue: any Catalogue
    let status: any ServiceStatus
    let indicators: Indicators
    let recentFigures: RecentFigures
    let namedUnits: Set<String>
    let archivalCopy: @Sendable (Record) -> String?
    let procedures: ProcedureTable
    let refusal: @Sendable (ReuseRefusal) -> String
    let remark: @Sendable (ReuseRemark) -> String
    let now: @Sendable () -> Date
    let today: @Sendable () -> CalendarDate
    let logger: Logger
    let onRunning: @Sendable (ListenAddress) async -> Void

    /// - Parameters:
    ///   - indicators: the figures of these periods, from one look; of one unit, or `all` and every unit when nil; as they were at the end of
    ///     a day, or now when nil.
    ///   - namedUnits: those that the configuration names, which may be labels of metrics.
    ///   - archivalCopy: the path of a record's archival PDF; nil while there is none.
    ///   - procedures: what a reuse is held against.
    ///   - refusal: says to people why a reuse is none.
    ///   - remark: says to people what is to be known of a reuse that was written.
    ///   - now: the clock that stamps audit entries.
    ///   - today: the day in the office's time zone, which decides the current month.
    ///   - onRunning: called once when connections are accepted, with the port that was bound.
    package init(
        address: ListenAddress, catalogue: any Catalogue, status: any ServiceStatus, indicators: @escaping Indicators,
        namedUnits: Set<String> = [], archivalCopy: @escaping @Sendable (Record) -> String? = { _ in nil }, procedures: ProcedureTable,
        refusal: @escaping @Sendable (ReuseRefusal) -> String, remark: @escaping @Sendable (ReuseRemark) -> String,
        now: @escaping @Sendable () -> Date,
        today: @escaping @Sendable () -> CalendarDate, logger: Logger, onRunning: @escaping @Sendable (ListenAddress) async -> Void = { _ in }
    ) {
        self.address = address
        self.catalogue = catalogue
        self.status = status
        self.indicators = indicators
        recentFigures = RecentFigures()
        self.namedUnits = namedUnits
        self.archivalCopy = archivalCopy
        self.procedures = procedures
        self.refusal = refusal
        self.remark = remark
        self.now = now
        self.today = today
        self.logger = logger
        self.onRunning = onRunning
    }

    /// Serves until the surrounding task is cancelled or its service group shuts down gracefully; open requests are answered first.
    /// Throws when the address cannot be bound.
    package func run() async throws { try await hummingbird().run() }

    func hummingbird() -> some ApplicationProtocol {
        let address = address
        let onRunning = onRunning
        return Application(
            router: router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(WebLimits.idleSeconds))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: .maximum(WebLimits.maximumConnections, logger: logger)),
            onServerRunning: { channel in
                await onRunning(ListenAddress(host: address.host, port: channel.localAddress?.port ?? address.port))
            },
            logger: logger)
    }
}
