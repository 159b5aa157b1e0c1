import Records

/// Number and symbol of a document in the form in which they are compared: `05` and `5`, `KH-UBND` and `kh/ubnd` are the same.
struct ReferenceKey: Equatable {
    /// Without leading zeros, lower case; nil when there is none.
    var number: String?
    /// The symbol's words, lower case, with their marks.
    var symbol: String?

    init(number: String?, symbol: String?) {
        self.number = number.flatMap(Self.numberKey)
        self.symbol = symbol.flatMap(Self.symbolKey)
    }

    /// Of what a person typed: `80`, `080`, `80/KH-UBND`, `15a/QĐ-UBND`, `KH-UBND`.
    init(typed text: String) {
        let squashed = VietnameseText.squashed(text)
        guard squashed.first?.isNumber == true else {
            self.init(number: nil, symbol: squashed)
            return
        }
        let number = squashed.prefix { $0.isNumber || $0.isLetter }
        self.init(number: String(number), symbol: String(squashed[number.endIndex...]))
    }

    var foldedSymbol: String? { symbol.map(VietnameseText.folded) }

    private static func numberKey(_ text: String) -> String? {
        let digits = VietnameseText.exact(VietnameseText.squashed(text))
        guard !digits.isEmpty else { return nil }
        let significant = digits.drop { $0 == "0" }
        let onlyZeros = significant.first?.isNumber != true && significant.count < digits.count
        return onlyZeros ? "0" + significant : String(significant)
    }

    private static func symbolKey(_ text: String) -> String? {
        let words = Words.split(VietnameseText.exact(text))
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
