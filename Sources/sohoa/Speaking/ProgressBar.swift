import Foundation
import Synchronization

/// A bar on stderr with rate and remaining time, on a terminal only, redrawn a few times a second.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var total: Int
        var drawn = ContinuousClock.Instant.now - .seconds(1)
    }

    private let state: Mutex<State>
    private let unit: String
    private let started = ContinuousClock.now
    private let isShown = StandardError.isTerminal
    private static let pause = Duration.milliseconds(200)
    private static let width = 24

    init(total: Int = 0, unit: String) {
        state = Mutex(State(total: total))
        self.unit = unit
    }

    func expect(_ more: Int) { change { $0.total += more } }
    func step(_ count: Int = 1) { change { $0.done += count } }
    func set(done: Int, of total: Int) { change { ($0.done, $0.total) = (done, total) } }

    private func change(_ change: (inout State) -> Void) {
        guard isShown else { return }
        state.withLock { state in
            change(&state)
            guard ContinuousClock.now - state.drawn >= Self.pause else { return }
            state.drawn = .now
            StandardError.write("\r\u{1B}[K" + line(state))
        }
    }

    /// Clears the line, so that what is said next stands alone.
    func clear() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }

    private func line(_ state: State) -> String {
        let share = state.total == 0 ? 0 : min(1, Double(state.done) / Double(state.total))
        let filled = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        let elapsed = Double((ContinuousClock.now - started).components.seconds)
        let rate = elapsed > 0 ? Double(state.done) / elapsed : 0
        let left = rate > 0 ? Phrases.remaining(seconds: Int(Double(state.total - state.done) / rate)) : ""
        return "\(bar) \(state.done)/\(state.total) \(unit)  \(rate.formatted(.number.precision(.fractionLength(1))))/s  \(left)"
    }
}
