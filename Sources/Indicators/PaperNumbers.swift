package import Records

/// The order numbers of an item's papers, as archives write them into the names of files (`PaperNumber`), and which are missing or there twice.
package struct PaperNumbers: Sendable, Equatable {
    /// The number of each record, nil where its file's name tells none.
    package let numbers: [Int?]
    /// Up to the highest number, or to as many papers as the inventory lists. None while no file tells its number.
    package let missing: [Int]
    /// Numbers that several scans bear, in order. Papers of one file bear its number all.
    package let doubled: [Int]

    /// Missing numbers that are told one by one: a mistyped number must not list ten million.
    package static let longestList = 1_000

    package init(_ records: [Record], of item: InventoryItem) {
        let numbers = records.map { PaperNumber.number(in: $0.file, of: item.fileCode) }
        let known = Set(numbers.compactMap(\.self))
        let last = max(known.max() ?? 0, item.totalDocuments ?? 0)
        self.numbers = numbers
        let scans = Dictionary(grouping: zip(numbers, records).filter { $0.0 != nil }) { $0.0 ?? 0 }.mapValues { Set($0.map(\.1.scan)).count }
        doubled = scans.filter { $0.value > 1 }.keys.sorted()
        missing = known.isEmpty ? [] : Array((1...last).lazy.filter { !known.contains($0) }.prefix(Self.longestList))
    }
}
