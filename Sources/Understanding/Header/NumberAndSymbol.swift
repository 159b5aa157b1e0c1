import Foundation
import Records

/// `Số: 15/QĐ-UBND`, `Số: 12/UBND-VX`, `Số 05-NQ/ĐU`: number and symbol (NĐ 30/2020/NĐ-CP, appendix I, zone 3; Party documents put a
/// hyphen after the number). Number and symbol are separate, since the number is often written by hand into a printed blank: what
/// cannot be read is left out, and what was read by hand (`PageReading.Word.isHandwritten`) is as sure as it says.
struct NumberAndSymbol: Sendable {
    var number: Field?
    var symbol: Field?
    /// The type code that the symbol begins with (`KH` of `KH-UBND`); nil for a công văn.
    var type: DocumentType?
    /// Whether the number is set in type with the symbol, and not written into a blank.
    var isPrinted = false
    /// Whether the symbol is made of codes that exist.
    var isKnown = false
    /// The row it was read from.
    var line: PrintedLine

    /// A number less sure than this is taken for handwriting or specks.
    private static let leastPrinted = 0.35
    private static let leastWritten = 0.8
    /// A symbol made of codes that exist was read right, however worn its letters.
    private static let knownSymbol = 0.9
    /// Beside such a symbol most of the doubt about the word that both make up is not about the digits.
    private static let doubtOfDigits = 0.6

    static func find(in rows: [PrintedLine], _ grammar: SymbolGrammar) -> NumberAndSymbol? {
        let found = rows.compactMap { read($0, grammar) }
        return found.first { $0.symbol != nil && $0.number != nil } ?? found.first { $0.symbol != nil }
    }

    static func read(_ row: PrintedLine, _ grammar: SymbolGrammar) -> NumberAndSymbol? {
        guard let parts = grammar.parse(row.text), let symbol = grammar.repaired(parts.symbol) else { return nil }
        var result = NumberAndSymbol(type: symbol.type, line: row)
        let words = row.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } && !isNumberWord($0.text) }
        let symbolWords = words.filter { $0.text.contains("/") || $0.text.contains("-") }
        let certainty = parts.hasNumberWord ? 0.98 : 0.9
        result.symbol = Field(symbol.text, words: symbolWords.isEmpty ? words : symbolWords, in: row, certainty: certainty * symbol.certainty)
        result.isKnown = symbol.isKnown
        if symbol.isKnown { result.symbol = result.symbol?.confirmed(atLeast: knownSymbol) }
        guard let digits = parts.number else { return result }
        result.isPrinted = isPrinted(digits, in: words)
        result.number = number(digits, isPrinted: result.isPrinted, words: words, in: row, certainty: certainty)
        if symbol.isKnown, result.isPrinted, let number = result.number {
            result.number = number.confirmed(atLeast: 1 - doubtOfDigits * (1 - number.confidence))
        }
        return result
    }

    /// Printed, it is one word with the symbol; a word of its own stands in a blank, where it is written by hand.
    private static func isPrinted(_ digits: String, in words: [PageReading.Word]) -> Bool {
        numberWords(words, digits: digits).contains { $0.text.contains { !$0.isNumber } }
    }

    private static func number(
        _ digits: String, isPrinted: Bool, words: [PageReading.Word], in row: PrintedLine, certainty: Double
    ) -> Field? {
        let own = numberWords(words, digits: digits)
        if own.contains(where: \.isHandwritten) { return Field(digits, words: own, in: row, certainty: 1) }
        let field = Field(digits, words: own, in: row, certainty: certainty * (isPrinted ? 1 : 0.9))
        return field.confidence >= (isPrinted ? leastPrinted : leastWritten) ? field : nil
    }

    private static func numberWords(_ words: [PageReading.Word], digits: String) -> [PageReading.Word] {
        let holding = words.filter { $0.text.contains(digits) }
        return holding.isEmpty ? words : holding
    }

    private static func isNumberWord(_ text: String) -> Bool { ["so", "s"].contains(Lettering.plain(text)) && !text.contains("/") }
}
