internal import Synchronization

/// So many at once, and the rest wait in line.
package final class Slots: Sendable {
    private struct State {
        var free: Int
        var line: [Int: CheckedContinuation<Bool, Never>] = [:]
        var nextTicket = 0
    }

    private let state: Mutex<State>

    package init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Waits for a slot. False when the task was cancelled instead; then there is nothing to give back.
    package func take() async -> Bool {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let now: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.line[ticket] = waiter
                    return nil
                }
                if let now { waiter.resume(returning: now) }
            }
        } onCancel: {
            state.withLock { $0.line.removeValue(forKey: ticket) }?.resume(returning: false)
        }
    }

    package func give() {
        let waiter: CheckedContinuation<Bool, Never>? = state.withLock { state in
            guard let first = state.line.keys.min() else {
                state.free += 1
                return nil
            }
            return state.line.removeValue(forKey: first)
        }
        waiter?.resume(returning: true)
    }
}
