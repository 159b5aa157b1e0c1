import Evaluation
import Foundation
import Records

/// The scans of a folder whose truth is known: those with `NAME.truth.json` beside them, and those that an `expected.json` names.
struct TruthFolder {
    struct Pair: Sendable {
        var truth: Truth
        var source: ScanSource
    }

    private(set) var pairs: [Pair] = []
    /// One line each: which file, what is wrong.
    private(set) var problems: [String] = []

    private static let ending = ".truth.json"

    init(_ folder: String) throws {
        let files = SourceFiles([folder], pipeline: nil)
        problems = files.problems
        let top = URL(fileURLWithPath: folder).path
        let truths = files.sources.filter { $0.fileName.hasSuffix(Self.ending) }
        let expected = try files.sources.filter { $0.fileName == "expected.json" && $0.folders.isEmpty }.first.map(Self.expected) ?? [:]
        // Names are compared by their bytes: two that differ only in their Unicode form are two files.
        let truthPaths = Set(truths.map { Data($0.location.utf8) })
        for source in files.sources where !source.fileName.hasSuffix(Self.ending) {
            let path = (source.location as NSString).deletingPathExtension + Self.ending
            if truthPaths.contains(Data(path.utf8)) {
                add(source, truthAt: path)
            } else if let truth = expected[(source.folders + [source.fileName]).joined(separator: "/")] {
                pairs.append(Pair(truth: truth, source: source))
            }
        }
        let named = Set(pairs.map(\.truth.file))
        for missing in expected.keys.sorted() where !named.contains(missing) { problems.append(Phrases.noSuchFile("\(top)/\(missing)")) }
    }

    private mutating func add(_ source: ScanSource, truthAt path: String) {
        guard let bytes = FileManager.default.contents(atPath: path), let truth = try? JSONDecoder().decode(Truth.self, from: bytes) else {
            return problems.append(Phrases.noTruth(path))
        }
        // Two scans may share all but their ending; the truth says which of them it is about.
        if truth.file == source.fileName { pairs.append(Pair(truth: truth, source: source)) }
    }

    private static func expected(_ source: ScanSource) throws -> [String: Truth] {
        guard let bytes = FileManager.default.contents(atPath: source.location),
            let files = try? JSONDecoder().decode(ExpectedFiles.self, from: bytes)
        else { throw Complaint(Phrases.noTruth(source.location), code: .usage) }
        return files.truths
    }
}
