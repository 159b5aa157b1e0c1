/// A condition that did not come true in time.
package struct TooLate: Error, CustomStringConvertible {
    package let awaited: String
    package var description: String { "not in time: \(awaited)" }
}

/// Waits for a condition by looking again and again: nothing here guesses how long something takes.
/// - Parameters:
///   - what: for the message when it does not come true; asked for only then, so it may tell what is still missing.
///   - limit: far beyond what a busy machine needs; only a failure takes so long.
package func eventually(
    _ what: @autoclosure () -> String, within limit: Duration = .seconds(180), every pause: Duration = .milliseconds(20),
    _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw TooLate(awaited: what()) }
        try await pass(pause)
    }
}

/// Lets time pass where time itself is what a test is about: the pause of a slow copy, the moment of a kill.
package func pass(_ time: Duration) async throws { try await ContinuousClock().sleep(for: time) }
