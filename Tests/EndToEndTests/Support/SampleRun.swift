import Foundation
import Testing

/// All samples taken by one `ingest`, for the tests that look at what came of it.
struct SampleRun: Sendable {
    let workplace: Workplace
    let run: Program.Run
    /// File results by path from the samples' folder.
    let results: [String: JSON]
    let sourcesBefore: [String: Data]

    @TaskLocal static var current: SampleRun?

    static var now: SampleRun { get throws { try #require(current) } }

    init() async throws {
        workplace = try Workplace()
        let folders = ["archive", "tthc"]
        sourcesBefore = try Self.sources()
        run = try await workplace.sohoa(["ingest", "--json"] + folders.map { "\(Samples.folder)/\($0)" })
        var byName: [String: JSON] = [:]
        for line in try run.lines { byName[line["file"].text ?? "?"] = line }
        results = Dictionary(
            uniqueKeysWithValues: try Samples.expected().keys.compactMap { path in
                byName[(path as NSString).lastPathComponent].map { (path, $0) }
            })
    }

    static func sources() throws -> [String: Data] {
        try Files.contents(below: "\(Samples.folder)/archive").merging(Files.contents(below: "\(Samples.folder)/tthc")) { $1 }
    }
}

/// Gives a suite the run that its tests share.
struct WithSampleRun: SuiteTrait, TestScoping {
    func provideScope(for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void) async throws {
        try await SampleRun.$current.withValue(try await SampleRun()) { try await function() }
    }
}
