import Foundation
import Records

/// `Số: 79/2026`: the number in the register and its year, on certificates of civil status (TT 04/2020/TT-BTP, forms).
enum RegisterNumber {
    private static let depth = 0.4

    static func find(on layout: PageLayout) -> Field? {
        layout.lines.lazy.filter { $0.middle < depth }.compactMap { line in
            guard let match = line.text.firstMatch(of: /\bS\p{L}\s?:?\s?(?<number>\d{1,5})\s?\/\s?(?:19|20)\d{2}\W*$/) else { return nil }
            let words = line.words.filter { $0.text.contains(where: \.isNumber) }
            return Field(String(match.number), words: words, in: line, certainty: 0.95)
        }.first
    }
}
