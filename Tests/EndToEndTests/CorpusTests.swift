import Foundation
import Testing

/// A corpus of scans with their truths, where `SOHOA_CORPUS` names its folder (`NAME.ext` beside `NAME.truth.json`).
private enum Corpus {
    static let folder = ProcessInfo.processInfo.environment["SOHOA_CORPUS"]
}

extension EndToEnd {
    /// The outcomes of a corpus that is not part of the checkout.
    @Suite("Corpus", .enabled(if: Corpus.folder != nil, "set SOHOA_CORPUS to a folder of scans and truths"), .timeLimit(.minutes(60)))
    struct CorpusTests {
        @Test("Every scan has the outcome that its truth expects")
        func outcomes() async throws {
            let folder = try #require(Corpus.folder)
            let truths = try truths(in: folder)
            let workplace = try Workplace()
            let run = try await workplace.sohoa(["ingest", "--json"] + truths.map { "\(folder)/\($0.file)" })
            let results = try run.lines
            try #require(results.count == truths.count, "\(run.errors)")
            for (truth, result) in zip(truths, results) {
                let outcome = result["outcome"].text ?? "?"
                #expect(Self.allowed(truth.json).contains(outcome), "\(truth.file): \(outcome) \(result["reason"]["code"].text ?? "")")
                if let mark = truth.json["secrecy"].text, outcome == "restricted" { #expect(result["reason"]["mark"].text == mark, "\(truth.file)") }
                if outcome == "recorded", let count = Self.records(truth.json) { #expect(result["records"].items.count == count, "\(truth.file)") }
            }
        }

        private static func allowed(_ truth: JSON) -> Set<String> {
            switch truth["expect"].text {
            case "secret": ["restricted"]
            case "reject": ["rejected"]
            case "reject_or_partial": ["rejected", "recorded"]
            default: truth["category"] == .text("duplicate") ? ["duplicate", "recorded"] : ["recorded"]
            }
        }

        /// How many records the truth speaks of; nil where it does not say.
        private static func records(_ truth: JSON) -> Int? {
            let records = truth["records"].items
            return records.isEmpty ? nil : records.count
        }

        /// The files of the folder that have a truth, by name.
        private func truths(in folder: String) throws -> [(file: String, json: JSON)] {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            return try names.filter { !$0.hasSuffix(".truth.json") }.compactMap { name in
                let truth = "\(folder)/\((name as NSString).deletingPathExtension).truth.json"
                return FileManager.default.fileExists(atPath: truth) ? (name, try JSON.parse(Files.bytes(truth))) : nil
            }
        }
    }
}
