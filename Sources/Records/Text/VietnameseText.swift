import Foundation

/// The one place where Vietnamese text is folded: indexing and querying both come here, so that they can never disagree.
package enum VietnameseText {
    /// NFC, lower case, one placement of the tone mark (`hoà` = `hòa`, `uỷ` = `ủy`); marks are kept. For exact comparison.
    package static func exact(_ text: String) -> String {
        let lower = text.precomposedStringWithCanonicalMapping.lowercased()
        var result = ""
        result.reserveCapacity(lower.utf8.count)
        var vowel: Character?
        for character in lower {
            if let before = vowel, let pair = toneMoves[String([before, character])] {
                result += pair
                vowel = nil
                continue
            }
            if let before = vowel { result.append(before) }
            vowel = nil
            if tonedFirstVowels.contains(character) { vowel = character } else { result.append(character) }
        }
        if let vowel { result.append(vowel) }
        return result
    }

    /// `exact` without any marks, and đ → d. For comparison with what people type without marks.
    package static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar == "đ" {
                result.append("d")
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether the word bears any Vietnamese mark (or is a đ): then a person who types it means it exactly.
    package static func hasMarks(_ text: String) -> Bool {
        folded(text) != text.precomposedStringWithCanonicalMapping.lowercased()
    }

    /// NFC with runs of white space made one space, ends trimmed.
    package static func squashed(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Old placement (tone on the first vowel) → new: òa → oà, òe → oè, ùy → uỳ, for each tone.
    private static let toneMoves: [String: String] = [
        "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
        "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
        "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
    ]
    private static let tonedFirstVowels = Set("òóỏõọùúủũụ")
}
