internal import Synchronization

/// What the workers have done since the start, for `/metrics`.
package final class ReadingMeter: Sendable {
    package struct Figures: Sendable, Equatable {
        /// Workers that ended without being asked to.
        package var restarts = 0
        /// Pages read, by the upper bounds of `ReadingMeter.buckets`; the last counts the rest.
        package var pagesByDuration: [Int]
        /// Seconds, of all pages.
        package var pageSeconds = 0.0
    }

    /// Upper bounds in seconds.
    package static let buckets: [Double] = [0.5, 1, 2, 4, 8, 15, 30, 60, 120]

    private let state: Mutex<Figures>

    package init() { state = Mutex(Figures(pagesByDuration: Array(repeating: 0, count: Self.buckets.count + 1))) }

    package var figures: Figures { state.withLock { $0 } }

    func workerEnded() { state.withLock { $0.restarts += 1 } }

    func pageRead(in duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let bucket = Self.buckets.firstIndex { seconds <= $0 } ?? Self.buckets.count
        state.withLock { figures in
            figures.pagesByDuration[bucket] += 1
            figures.pageSeconds += seconds
        }
    }
}
