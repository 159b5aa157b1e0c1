internal import Foundation

/// The order number of a paper in its item, as archives write it into the names of files: `FILECODE.0000001.pdf`.
package enum PaperNumber {
    private static let digits = 7

    /// Nil where the name of the file tells none.
    package static func number(in file: String, of code: String) -> Int? {
        let name = file.utf8.allSatisfy { $0 < 0x80 } ? file : file.precomposedStringWithCanonicalMapping
        guard name.hasPrefix(code + ".") else { return nil }
        let part = name.dropFirst(code.count + 1).prefix { $0 != "." }
        guard part.utf8.count == digits, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part), number > 0 else { return nil }
        return number
    }

    /// With seven digits, as in names of files.
    package static func padded(_ number: Int) -> String { String(repeating: "0", count: max(0, digits - String(number).count)) + String(number) }
}
