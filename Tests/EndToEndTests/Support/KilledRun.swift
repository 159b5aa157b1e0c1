import Foundation
import Glibc
import TestSupport

/// A run of the program that was watched by what it changed in the data folder, and killed at one of these changes.
///
/// Changes and not times: on a machine of any speed they lie between the same steps of the program.
struct KilledRun {
    /// Changes that were seen until its end.
    private(set) var changes = 0
    /// Whether the kill was its end, and it had not been through before.
    private(set) var wasKilled = false

    /// - Parameter moment: the change at which it is killed; where none is given, it runs to its end.
    init(_ arguments: [String], in workplace: Workplace, atChange moment: Int? = nil) async throws {
        let process = try Program.process(
            try Program.path(), workplace.globalArguments + arguments, in: workplace.root, environment: workplace.environment, output: "/dev/null",
            errors: "/dev/null")
        var last = Self.look(at: workplace.data)
        try process.run()
        while process.isRunning {
            if moment == changes { kill(process.processIdentifier, SIGKILL) }
            let now = Self.look(at: workplace.data)
            if now != last { changes += 1 }
            last = now
            try await pass(.microseconds(300))
        }
        wasKilled = process.terminationReason == .uncaughtSignal
    }

    /// Every file of the data folder with its size and the time of its last change.
    private static func look(at folder: String) -> [String] {
        let files = Files.below(folder)
        return files + Files.stamps(files.map { "\(folder)/\($0)" })
    }

    /// One moment in each of so many equal stretches of a run with so many changes.
    static func moments(_ count: Int, ofChanges changes: Int, _ random: inout SeededRandom) -> [Int] {
        (0..<count).map { Int.random(in: changes * $0 / count...max(changes * $0 / count, changes * ($0 + 1) / count - 1), using: &random) }
    }
}
