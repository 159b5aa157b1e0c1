import DurableFiles
import Foundation
import Indicators
import Pipeline
import Records
import Web
import Yams

/// What can be set for a whole installation. Everything has a default; a file that is wrong is refused, never half understood.
struct Configuration: Decodable {
    /// The folder of pipelines.
    var pipelines: String?
    /// Where HTTP is served: `127.0.0.1:8080`.
    var http: String?
    /// Reading workers; one a core where it is not said.
    var workers: Int?
    /// Wall-clock seconds for one page.
    var pageSeconds: Int?
    /// Whose figures these are, as reports name it.
    var authority: String?
    var targets: [String: Goals]?
    /// Units with goals of their own.
    var units: [Unit]?
    var warnings: Warnings?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case pipelines, http, workers
        case pageSeconds = "page_seconds"
        case authority, targets, units, warnings
    }

    /// More workers than this never help one machine.
    static let mostWorkers = 256

    static func read(_ path: String?) throws -> Configuration {
        guard let path else { return Configuration() }
        guard let bytes = try? DurableWrite.contents(of: path), let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(Phrases.cannotReadConfig(path), code: .usage)
        }
        var keys: ConfigurationKeys?
        do {
            // A file of comments alone says nothing, which is no mistake.
            guard let root = try Yams.compose(yaml: text), root.null == nil else { return Configuration() }
            guard let map = root.mapping else { throw Complaint(Phrases.wrongConfig(path, Phrases.mustBePairs), code: .usage) }
            keys = ConfigurationKeys(map, file: path)
            try keys?.refuseUnknown()
            return try YAMLDecoder().decode(Configuration.self, from: text).checked(path)
        } catch let error as DecodingError {
            throw Complaint(Phrases.wrongConfig(keys?.place(of: error) ?? path, Self.explain(error)), code: .usage)
        } catch let error as YamlError {
            throw Complaint(PipelineFiles.Mistake(error, file: path).description, code: .usage)
        }
    }

    private init() {}

    private func checked(_ path: String) throws -> Configuration {
        if let http, ListenAddress(http) == nil { throw Complaint(Phrases.wrongConfig(path, "http: \(Phrases.wrongAddress(http))"), code: .usage) }
        if let workers, !(1...Self.mostWorkers).contains(workers) {
            throw Complaint(Phrases.wrongConfig(path, "workers: 1…\(Self.mostWorkers)"), code: .usage)
        }
        if let pageSeconds, !(1...3600).contains(pageSeconds) { throw Complaint(Phrases.wrongConfig(path, "page_seconds: 1…3600"), code: .usage) }
        for (name, targets) in [(nil, targets)] + (units ?? []).map({ ($0.name, $0.targets) }) {
            for (code, goals) in targets ?? [:] where !goals.followOneAnother {
                let place = [name, "targets", code].compactMap(\.self).joined(separator: ".")
                throw Complaint(Phrases.wrongConfig(path, "\(place): \(Phrases.stagesNeedDays)"), code: .usage)
            }
        }
        if let name = wrongUnit { throw Complaint(Phrases.wrongConfig(path, "units: \(Phrases.wrongUnitName(name))"), code: .usage) }
        for (key, value, range) in [
            ("report_day", warnings?.reportDay, 1...28), ("review_days", warnings?.reviewDays, 1...3650),
            ("jump_points", warnings?.jumpPoints, 1...100),
        ] {
            guard let value, !range.contains(value) else { continue }
            throw Complaint(Phrases.wrongConfig(path, "warnings: \(key): \(range.lowerBound)…\(range.upperBound)"), code: .usage)
        }
        return self
    }

    private static func explain(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            (context.codingPath + [key].compactMap(\.self)).map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context)): \(Phrases.mustBe(valueAt: context.codingPath.map(\.stringValue)))"
        case .keyNotFound(let key, let context): return "\(place(context, key)): \(Phrases.missingValue)"
        case .dataCorrupted(let context): return "\(place(context)): \(Phrases.mustBe(valueAt: context.codingPath.map(\.stringValue)))"
        @unknown default: return Phrases.notUnderstood
        }
    }

    var watch: Watch.Bounds {
        let usual = Watch.Bounds()
        return Watch.Bounds(
            reportDay: warnings.map(\.reportDay) ?? usual.reportDay, reviewDays: warnings?.reviewDays ?? usual.reviewDays,
            jumpPoints: warnings?.jumpPoints ?? usual.jumpPoints)
    }

    var workerCount: Int { workers ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
