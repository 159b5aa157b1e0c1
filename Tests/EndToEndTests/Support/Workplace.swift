import Foundation
import Glibc
import TestSupport

/// A temporary folder in which one test works: data, pipelines, sources. It goes when the test lets go of it.
final class Workplace: Sendable {
    /// How the pipelines of a test watch their folders.
    struct Watching: Sendable {
        /// Seconds.
        var settle = 0.2
        /// Seconds; files that are not whole are rejected after it.
        var giveUp = 1.0
    }

    let root: String
    /// Names this workplace in the environment of every process that is started for it.
    let mark = UUID().uuidString
    static let markName = "SOHOA_TEST_WORKPLACE"
    private let hasConfiguration: Bool

    /// - Parameters:
    ///   - configuration: the text of the configuration file.
    ///   - folders: an existing folder for the pipelines' folders; below the data folder where it is not given.
    init(_ watching: Watching = Watching(), configuration: String? = nil, data: String? = nil, folders: String? = nil) throws {
        root = TestRun.folder.path + "/Số hóa thử \(UUID().uuidString.prefix(8))"
        hasConfiguration = configuration != nil
        self.data = data ?? root + "/dữ liệu"
        try FileManager.default.createDirectory(atPath: root + "/pipelines", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: root + "/scratch", withIntermediateDirectories: true)
        for kind in ["archive", "tthc"] {
            let folder = folders.map { "folder: \"\($0)/\(kind)\"\n" } ?? ""
            let yaml = "kind: \(kind)\n\(folder)settle_seconds: \(watching.settle)\ngive_up_seconds: \(watching.giveUp)\nrescan_seconds: 1\n"
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(root)/pipelines/\(kind).yaml"))
        }
        if let configuration { try Data(configuration.utf8).write(to: URL(fileURLWithPath: "\(root)/config.yaml")) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    let data: String
    var scratch: String { root + "/scratch" }
    /// What the programs leave in temporary folders lies in `scratch`.
    var environment: [String: String] { [Self.markName: mark, "TMPDIR": scratch] }
    /// What every call says first.
    var globalArguments: [String] { ["--data", data] + (hasConfiguration ? ["--config", root + "/config.yaml"] : []) }

    /// Runs a command of the program to its end.
    @discardableResult
    func sohoa(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Run {
        try await sohoa(arguments, environment: environment)
    }

    @discardableResult
    func sohoa(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Run {
        try await Program.run(
            try Program.path(), globalArguments + arguments, in: root, environment: self.environment.merging(environment) { $1 }, scratch: scratch)
    }

    /// Runs a tool of the system (`qpdf`, `convert`) and returns what it said; an end other than 0 is an error.
    @discardableResult
    func tool(_ name: String, _ arguments: String...) async throws -> String {
        let run = try await Program.run("/usr/bin/env", [name] + arguments, in: root, environment: environment, scratch: scratch)
        guard run.code == 0 else { throw ToolFailed(name: name, said: run.errors) }
        return run.output
    }

    /// Asks or changes the catalogue behind the program's back, as an auditor does or a fault. Columns of a row are parted by `|`.
    @discardableResult
    func database(_ sql: String) async throws -> String {
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            *steps, last = sys.argv[2].split(";")
            for step in steps: db.execute(step)
            for row in db.execute(last): print(*row, sep="|")
            db.commit()
            """
        return try await tool("/usr/bin/python3", "-c", program, "\(data)/catalogue.sqlite", sql)
    }

    struct ToolFailed: Error {
        let name: String
        let said: String
    }

    /// Every scan that the program knows, as `scans --json` tells it.
    func scans(_ outcome: String? = nil) async throws -> [JSON] {
        try await sohoa(["scans", "--json"] + (outcome.map { ["--outcome", $0] } ?? [])).lines
    }
}

/// Folders of the pipelines.
extension Workplace {
    enum Place: String, CaseIterable { case inbox, done, rejected, restricted }

    func folder(_ place: Place, of pipeline: String = "archive") -> String { "\(data)/folders/\(pipeline)/\(place.rawValue)" }

    /// Puts bytes into an inbox in one step, as a program does that knows how to.
    func drop(_ bytes: Data, as name: String, into pipeline: String = "archive") throws {
        let draft = "\(scratch)/\(UUID().uuidString)"
        try bytes.write(to: URL(fileURLWithPath: draft))
        let target = "\(folder(.inbox, of: pipeline))/\(name)"
        try FileManager.default.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard rename(draft, target) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Files below a folder, as paths from there with the very bytes of their names; hidden ones too.
    func files(_ place: Place, of pipeline: String = "archive") -> [String] { Files.below(folder(place, of: pipeline)) }

    /// Waits until no file is left in an inbox.
    func emptied(_ pipeline: String = "archive", within limit: Duration = .seconds(180)) async throws {
        try await eventually("\(pipeline)/inbox is empty, not \(files(.inbox, of: pipeline))", within: limit) { files(.inbox, of: pipeline).isEmpty }
    }
}
