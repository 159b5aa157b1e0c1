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
    var warnings: Warnings?

    struct Goal: Decodable {
        /// 0...1.
        var target: Double
        var due: CalendarDate?
        var responsible: String?
    }

    /// One goal, or several one after the other.
    struct Goals: Decodable {
        var stages: [Goal]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do { stages = try container.decode([Goal].self) } catch { stages = [try container.decode(Goal.self)] }
        }
    }

    struct Warnings: Decodable {
        var reportDay: Int?
        var reviewDays: Int?
        var jumpPoints: Int?

        private enum CodingKeys: String, CodingKey {
            case reportDay = "report_day"
            case reviewDays = "review_days"
            case jumpPoints = "jump_points"
        }
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case pipelines, http, workers
        case pageSeconds = "page_seconds"
        case authority, targets, warnings
    }

    /// More workers than this never help one machine.
    static let mostWorkers = 256

    static func read(_ path: String?) throws -> Configuration {
        guard let path else { return Configuration() }
        guard let bytes = try? DurableWrite.contents(of: path), let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(Phrases.cannotReadConfig(path), code: .usage)
        }
        do {
            let known = Set(CodingKeys.allCases.map(\.rawValue))
            // A file of comments alone says nothing, which is no mistake.
            guard let root = try Yams.compose(yaml: text), root.null == nil else { return Configuration() }
            guard let map = root.mapping else { throw Complaint(Phrases.wrongConfig(path, Phrases.mustBePairs), code: .usage) }
            for (key, _) in map where !known.contains(key.string ?? "") {
                throw Complaint(Phrases.unknownKey(path, key.mark?.line ?? 1, key.string ?? "?", known.sorted()), code: .usage)
            }
            return try YAMLDecoder().decode(Configuration.self, from: text).checked(path)
        } catch let error as DecodingError {
            throw Complaint(Phrases.wrongConfig(path, Self.explain(error)), code: .usage)
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
        for (code, goals) in targets ?? [:]
        where Indicator.Code(rawValue: code) == nil || goals.stages.isEmpty || !goals.stages.allSatisfy({ (0...1).contains($0.target) }) {
            throw Complaint(Phrases.wrongConfig(path, "targets: \(code)"), code: .usage)
        }
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
            return "\(place(context)): \(Phrases.mustBe(valueOf: context.codingPath.last?.stringValue ?? ""))"
        case .keyNotFound(let key, let context): return "\(place(context, key)): \(Phrases.missingValue)"
        case .dataCorrupted(let context): return "\(place(context)): \(Phrases.mustBe(valueOf: context.codingPath.last?.stringValue ?? ""))"
        @unknown default: return Phrases.notUnderstood
        }
    }

    /// The usual targets, due at the end of the year, with those of the file in their place.
    func goals(for year: Int) -> Targets {
        var goals = Targets.usual(dueAtEndOf: year)
        for (name, own) in targets ?? [:] {
            guard let code = Indicator.Code(rawValue: name) else { continue }
            goals.set(own.stages.map { Targets.Goal(target: $0.target, due: $0.due, responsible: $0.responsible) }, for: code)
        }
        return goals
    }

    var watch: Watch.Bounds {
        let usual = Watch.Bounds()
        return Watch.Bounds(
            reportDay: warnings?.reportDay ?? usual.reportDay, reviewDays: warnings?.reviewDays ?? usual.reviewDays,
            jumpPoints: warnings?.jumpPoints ?? usual.jumpPoints)
    }

    var workerCount: Int { workers ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
