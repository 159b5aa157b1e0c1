/// A folder's `expected.json`: for each file, by its path from there, what must be found in it. It holds no text of pages.
package struct ExpectedFiles: Decodable {
    package var truths: [String: Truth]

    private struct Expected: Decodable {
        var outcome: String
        var records: [TruthRecord]?
    }

    package init(from decoder: any Decoder) throws {
        let files = try decoder.singleValueContainer().decode([String: Expected].self)
        truths = files.reduce(into: [:]) { truths, file in
            let expectation: Truth.Expectation =
                switch file.value.outcome {
                case "recorded": .recorded
                case "restricted": .restricted
                default: .rejected
                }
            let records = file.value.records ?? []
            truths[file.key] = Truth(
                file: file.key, expectation: expectation, record: records.first ?? TruthRecord(), records: records.isEmpty ? nil : records)
        }
    }
}
