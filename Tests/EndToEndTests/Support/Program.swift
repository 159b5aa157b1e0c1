import Foundation
import Glibc

/// The built `sohoa`, run as people run it.
enum Program {
    /// Where `SOHOA_EXECUTABLE` says, else beside the test bundle.
    static func path() throws -> String {
        if let given = ProcessInfo.processInfo.environment["SOHOA_EXECUTABLE"] { return given }
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let candidate = folder.appending(path: "sohoa").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        throw NotFound(name: "sohoa")
    }

    /// A program that the tests need and that is not there.
    struct NotFound: Error { let name: String }

    /// What a run left behind.
    struct Run: Sendable {
        let code: Int32
        let output: String
        let errors: String

        /// Standard output as JSON Lines.
        var lines: [JSON] { get throws { try JSON.lines(output) } }
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    /// Runs any program to its end. Its output goes through files, so that no full pipe can hold it up.
    static func run(
        _ executable: String, _ arguments: [String], in folder: String, environment: [String: String] = [:], scratch: String
    ) async throws -> Run {
        let out = "\(scratch)/\(UUID().uuidString).out"
        let errors = "\(scratch)/\(UUID().uuidString).err"
        defer { for path in [out, errors] { unlink(path) } }
        let process = try process(executable, arguments, in: folder, environment: environment, output: out, errors: errors)
        try await runToEnd(process)
        return Run(
            code: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: out)), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
    }

    static func process(
        _ executable: String, _ arguments: [String], in folder: String, environment: [String: String], output: String, errors: String
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var all = ProcessInfo.processInfo.environment
        for name in ["LANG", "LC_MESSAGES"] { all[name] = nil }
        process.environment = all.merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try sink(output)
        process.standardError = try sink(errors)
        return process
    }

    private static func sink(_ path: String) throws -> FileHandle {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Starts and waits for the end without holding a thread. A test that runs out of time takes the process with it.
    private static func runToEnd(_ process: Process) async throws {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        for await _ in ends {}
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        throw CancellationError()
    }
}
