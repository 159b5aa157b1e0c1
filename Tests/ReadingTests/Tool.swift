import Foundation
import Testing

/// Programs that make files for tests: ImageMagick, the samples' generators.
enum Tool {
    /// Runs one to its end, which must be a good one.
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments)")
    }
}
