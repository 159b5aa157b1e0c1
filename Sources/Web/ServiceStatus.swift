package import Foundation

/// How the daemon does, as `/readyz` and `/metrics` ask it. Answers come at once: they are asked for every few seconds.
package protocol ServiceStatus: Sendable {
    /// Disk, workers, watcher, … The catalogue is asked by the server itself and stands before these.
    func readiness() async -> [ReadinessCheck]
    func gauges() async -> DaemonGauges
}

/// One thing that must be well before the daemon can work.
package struct ReadinessCheck: Sendable, Equatable, Encodable {
    /// `catalogue`, `disk`, `workers`, `watcher`.
    package var name: String
    package var isReady: Bool
    /// What is wrong, in Vietnamese, without paths or names of files; nil when all is well.
    package var detail: String?

    package init(name: String, isReady: Bool, detail: String? = nil) {
        self.name = name
        self.isReady = isReady
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case isReady = "ready"
        case detail
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(isReady, forKey: .isReady)
        try container.encode(detail, forKey: .detail)
    }
}

/// What only the running daemon knows; everything else in `/metrics` is the catalogue's and survives a restart.
package struct DaemonGauges: Sendable, Equatable {
    /// Names of the pipelines: their series are there from the start, with 0.
    package var pipelines: [String]
    /// Pages before a worker, and one for each file that lies in an inbox and is not taken yet.
    package var queuePages: Int
    /// When the oldest file that still lies in an inbox was first seen.
    package var oldestWaiting: Date?
    package var workerRestarts: Int
    /// Nil until the store was measured.
    package var storeBytes: Int?
    package var pageReadSeconds: DurationHistogram
    /// Version of SoHoa.
    package var version: String

    package init(
        pipelines: [String], queuePages: Int, oldestWaiting: Date? = nil, workerRestarts: Int, storeBytes: Int?,
        pageReadSeconds: DurationHistogram, version: String
    ) {
        self.pipelines = pipelines
        self.queuePages = queuePages
        self.oldestWaiting = oldestWaiting
        self.workerRestarts = workerRestarts
        self.storeBytes = storeBytes
        self.pageReadSeconds = pageReadSeconds
        self.version = version
    }
}

/// How long something took, counted in buckets.
package struct DurationHistogram: Sendable, Equatable {
    /// Upper bounds in seconds, ascending.
    package var bounds: [Double]
    /// One a bound, each counting its own bucket alone, and a last one for what took longer.
    package var counts: [Int]
    /// Seconds, of all.
    package var sum: Double

    package init(bounds: [Double], counts: [Int], sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }
}
