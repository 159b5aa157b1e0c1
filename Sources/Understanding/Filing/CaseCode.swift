import Foundation
import Records

/// Codes of the one-stop system: `000.00.12.H62-201105-0004` (agency, day of reception, order) and procedure codes `1.004227`.
enum CaseCode {
    /// The case code in a text; only where its middle part is a day.
    static func find(in text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "-")), text.utf8.count(where: { (48...57).contains($0) }) >= 12 else { return nil }
        let pattern = /(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,3}-(?<day>\d{6})-\d{4,6}/
        for match in text.matches(of: pattern) where isDay(match.day) && isWhole(match.range, in: text) { return String(match.0) }
        return nil
    }

    /// The day of reception that a case code names.
    static func day(of code: String) -> CalendarDate? {
        guard let match = code.firstMatch(of: /-(\d{2})(\d{2})(\d{2})-\d{4,6}$/), let year = Int(match.1), let month = Int(match.2),
            let day = Int(match.3)
        else { return nil }
        return CalendarDate(year: 2000 + year, month: month, day: day)
    }

    static func procedure(in text: String) -> String? {
        let pattern = /\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?/
        for match in text.matches(of: pattern) where isWhole(match.range, in: text) { return String(match.0) }
        return nil
    }

    /// `201105`: year, month, day.
    private static func isDay(_ text: Substring) -> Bool {
        guard let number = Int(text) else { return false }
        return CalendarDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100) != nil
    }

    private static func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
        let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
        return [before, after].allSatisfy { $0.map { !($0.isLetter || $0.isNumber) } ?? true }
    }
}

/// The codes that the pages themselves bear: a barcode beats print.
enum FiledUnder {
    static func caseCode(barcodes: [Barcode], pages: [PageLayout]) -> Field? {
        for barcode in barcodes where CoverSheet.code(in: barcode.text) == nil {
            if let code = CaseCode.find(in: barcode.text) {
                return Field(code, confidence: 0.99, page: barcode.page, box: barcode.box, source: .barcode)
            }
        }
        return printed(on: pages, certainty: 0.95) { CaseCode.find(in: $0) }
    }

    static func procedureCode(barcodes: [Barcode], pages: [PageLayout]) -> Field? {
        printed(on: pages, certainty: 0.9) { text in
            let plain = Lettering.plain(text)
            guard plain.contains("thu tuc") || plain.contains("tthc") else { return nil }
            return CaseCode.procedure(in: text)
        }
    }

    private static func printed(on pages: [PageLayout], certainty: Double, find: (String) -> String?) -> Field? {
        for line in pages.lazy.flatMap(\.lines) {
            guard let code = find(line.text) ?? find(line.text.filter { !$0.isWhitespace }) else { continue }
            let words = line.words.filter { $0.text.contains(where: \.isNumber) }
            return Field(code, words: words.isEmpty ? line.words : words, in: line, certainty: certainty)
        }
        return nil
    }
}
