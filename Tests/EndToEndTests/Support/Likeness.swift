import Foundation

/// Comparing what was read with what is printed.
enum Likeness {
    /// NFC, every run of white space one space.
    static func plain(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// 1 for the same, 0 for nothing in common: one less the share of letters that must change.
    static func of(_ a: String, _ b: String) -> Double {
        let (first, second) = (Array(plain(a)), Array(plain(b)))
        guard !first.isEmpty || !second.isEmpty else { return 1 }
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let cost = min(row[column + 1] + 1, row[column] + 1, diagonal + (letter == other ? 0 : 1))
                (diagonal, row[column + 1]) = (row[column + 1], cost)
            }
        }
        return 1 - Double(row[second.count]) / Double(max(first.count, second.count))
    }

    /// Without marks and in small letters, as someone types who is in a hurry.
    static func unmarked(_ text: String) -> String {
        text.replacing("đ", with: "d").replacing("Đ", with: "D").folding(options: .diacriticInsensitive, locale: nil).lowercased()
    }
}
