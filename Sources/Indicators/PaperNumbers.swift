internal import Foundation
package import Records

/// The order numbers of an item's papers, as archives write them into the names of files (`FILECODE.0000001.pdf`), and which are missing.
package struct PaperNumbers: Sendable, Equatable {
    /// The number of each record, nil where its file's name tells none.
    package let numbers: [Int?]
    /// Up to the highest number, or to as many papers as the inventory lists. None while no file tells its number.
    package let missing: [Int]

    /// Missing numbers that are told one by one: a mistyped number must not list ten million.
    package static let longestList = 1_000

    package init(_ records: [Record], of item: InventoryItem) {
        let numbers = records.map { Self.number(in: $0.file, of: item.fileCode) }
        let known = Set(numbers.compactMap(\.self))
        let last = max(known.max() ?? 0, item.totalDocuments ?? 0)
        self.numbers = numbers
        missing = known.isEmpty ? [] : Array((1...last).lazy.filter { !known.contains($0) }.prefix(Self.longestList))
    }

    /// With seven digits, as in names of files.
    package static func padded(_ number: Int) -> String { String(repeating: "0", count: max(0, digits - String(number).count)) + String(number) }

    private static let digits = 7

    private static func number(in file: String, of code: String) -> Int? {
        let name = file.precomposedStringWithCanonicalMapping
        guard name.hasPrefix(code + ".") else { return nil }
        let part = name.dropFirst(code.count + 1).prefix { $0 != "." }
        guard part.utf8.count == digits, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part), number > 0 else { return nil }
        return number
    }
}
