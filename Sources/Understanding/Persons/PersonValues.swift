import Foundation
import Records

/// Values behind the labels of a form.
enum PersonValues {
    /// A name: its words begin with capitals; what stands before a colon (`người mẹ:`) belongs to the label.
    static func name(in line: PrintedLine, _ surnames: Surnames) -> Field? {
        let start = line.words.prefix(7).lastIndex { $0.text.hasSuffix(":") }.map { $0 + 1 } ?? 0
        var words: [PageReading.Word] = []
        for word in line.words[start...] {
            if PersonNames.isNameWord(word.text), words.count < 6 {
                words.append(word)
            } else if !words.isEmpty, Lettering.letterCount(word.text) > 0 || word.text.contains("|") {
                break
            }
            if !words.isEmpty, [",", ";"].contains(where: { word.text.hasSuffix($0) }) { break }
        }
        guard words.count >= 2 else { return nil }
        let text = rejoined(words.map { PersonNames.withoutSpecks($0.text) }, surnames).joined(separator: " ")
        let name = Lettering.nameCase(text)
        return Field(name, words: words, in: line, certainty: surnames.certainty(of: name))
    }

    /// `NGU YỄN ĐỨC PÁO`: a surname that the engine has torn apart.
    private static func rejoined(_ words: [String], _ surnames: Surnames) -> [String] {
        guard words.count >= 3, !surnames.holds(words[0]), surnames.holds(words[0] + words[1]) else { return words }
        return [words[0] + words[1]] + words[2...]
    }

    /// 12 digits that begin with a province's code, or the 9 of an old card.
    static func identity(in line: PrintedLine) -> Field? {
        for word in line.words {
            let digits = digits(of: word.text)
            if isIdentity(digits) { return Field(digits, words: [word], in: line, certainty: 0.97) }
        }
        let joined = digits(of: line.words.filter { $0.text.contains(where: \.isNumber) }.map(\.text).joined())
        guard isIdentity(joined) else { return nil }
        return Field(joined, words: line.words.filter { $0.text.contains(where: \.isNumber) }, in: line, certainty: 0.85)
    }

    private static func digits(of text: String) -> String { Lettering.trimmed(text).filter { $0.isASCII && $0.isNumber } }

    /// The first three digits are a province's or a country's, the fourth a century and sex (Nghị định 137/2015/NĐ-CP, article 13).
    static func isIdentity(_ digits: String) -> Bool {
        guard digits.count == 12, let place = Int(digits.prefix(3)) else { return digits.count == 9 }
        return (1...96).contains(place) && "0123".contains(digits.dropFirst(3).prefix(1))
    }

    static func date(in line: PrintedLine, today: CalendarDate) -> Field? {
        for word in line.words {
            let text = Lettering.trimmed(word.text)
            guard text.wholeMatch(of: /\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}/) != nil, let date = CalendarDate(text), date <= today, date.year >= 1880
            else { continue }
            return Field(date.description, words: [word], in: line, certainty: 0.97)
        }
        guard let words = DateWords(line), let (date, used) = words.date(in: line), date <= today else { return nil }
        return Field(date.description, words: used, in: line, certainty: 0.95)
    }

    static func sex(in line: PrintedLine) -> Field? {
        for word in line.words.prefix(3) {
            switch Lettering.plain(word.text) {
            case "nam": return Field("Nam", words: [word], in: line, certainty: 0.97)
            case "nu": return Field("Nữ", words: [word], in: line, certainty: 0.97)
            default: continue
            }
        }
        return nil
    }

    static func address(in line: PrintedLine) -> Field? {
        let text = Lettering.trimmed(VietnameseText.squashed(line.text), of: " .,;:|_—\"`*~/")
        return Lettering.letterCount(text) >= 4 ? Field(text, lines: [line], certainty: 0.9) : nil
    }
}
