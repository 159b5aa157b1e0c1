import Foundation
import FoundationNetworking
import Glibc
import TestSupport

/// A running `sohoa serve`. It is killed when the test lets go of it.
final class Daemon: Sendable {
    let workplace: Workplace
    private let process: Process
    private let errorsPath: String
    private let address: URL

    struct Ended: Error, CustomStringConvertible {
        let errors: String
        var description: String { "the daemon ended: \(errors)" }
    }

    /// Starts it and waits until it says where it serves.
    init(_ workplace: Workplace, executable: String? = nil) async throws {
        self.workplace = workplace
        let errorsPath = "\(workplace.scratch)/serve-\(UUID().uuidString).err"
        let process = try Program.process(
            try executable ?? Program.path(), workplace.globalArguments + ["serve", "--http", "127.0.0.1:0"], in: workplace.root,
            environment: workplace.environment, output: "/dev/null", errors: errorsPath)
        self.process = process
        self.errorsPath = errorsPath
        try process.run()
        var address: URL?
        try await eventually("the daemon says where it serves", every: .milliseconds(5)) {
            let said = try Files.text(errorsPath)
            if let match = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/) { address = URL(string: String(match.output)) }
            if !process.isRunning { throw Ended(errors: said) }
            return address != nil
        }
        guard let address else { throw Ended(errors: "") }
        self.address = address
    }

    deinit { if process.isRunning { Glibc.kill(pid, SIGKILL) } }

    /// Starts it and waits until it is ready.
    static func ready(_ workplace: Workplace) async throws -> Daemon {
        let daemon = try await Daemon(workplace)
        try await eventually("the daemon is ready") { try await daemon.get("/readyz").status == 200 }
        return daemon
    }

    var pid: pid_t { process.processIdentifier }
    var isRunning: Bool { process.isRunning }
    /// What it has said on standard error so far.
    var errors: String { (try? Files.text(errorsPath)) ?? "" }

    /// Asks it to end, and waits. Returns its exit code and how long it took.
    @discardableResult
    func stop() async throws -> (code: Int32, took: Duration) {
        let started = ContinuousClock.now
        Glibc.kill(pid, SIGTERM)
        try await eventually("the daemon ends") { !process.isRunning }
        return (process.terminationStatus, .now - started)
    }

    /// Ends it as a power cut would.
    func kill() async throws {
        Glibc.kill(pid, SIGKILL)
        try await eventually("the daemon is dead", every: .milliseconds(2)) { !process.isRunning }
    }
}

/// Its HTTP side.
extension Daemon {
    struct Answer: Sendable {
        let status: Int
        let mediaType: String
        let body: Data
        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSON { get throws { try JSON.parse(body) } }
    }

    var port: Int { address.port ?? 0 }

    func get(_ path: String, _ query: [String: String] = [:], accepting mediaType: String? = nil) async throws -> Answer {
        try await Self.get(address, path, query, accepting: mediaType)
    }

    static func get(_ address: URL, _ path: String, _ query: [String: String], accepting mediaType: String? = nil) async throws -> Answer {
        var components = URLComponents(url: address.appending(path: path), resolvingAgainstBaseURL: false)
        if !query.isEmpty { components?.queryItems = query.map { URLQueryItem(name: $0.key, value: $0.value) } }
        guard let url = components?.url else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 60)
        if let mediaType { request.setValue(mediaType, forHTTPHeaderField: "Accept") }
        let (body, response) = try await URLSession.shared.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return Answer(status: response.statusCode, mediaType: response.value(forHTTPHeaderField: "Content-Type") ?? "", body: body)
    }

    /// The value of one metric, summed over the samples whose labels hold all of `labels`.
    func metric(_ name: String, _ labels: [String] = []) async throws -> Double {
        let text = try await get("/metrics").text
        let samples = text.split(separator: "\n").filter { line in
            (line.hasPrefix(name + "{") || line.hasPrefix(name + " ")) && labels.allSatisfy { line.contains($0) }
        }
        return samples.compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
    }
}
