import Foundation
import Records

/// `Bum Nưa, ngày 05 tháng 01 năm 2026`: place and day of issue (NĐ 30/2020/NĐ-CP, appendix I, zone 4).
///
/// Only a whole date that exists is a date: day and month are often blank or written by hand, and a date before 1945 or after today
/// is a misreading. Digits that were read as handwriting come as words that say so.
struct IssueDate: Sendable {
    var date: Field?
    var place: Field?
    var line: PrintedLine

    static let earliest = 1945
    private static let leastConfidence = 0.5

    /// - Parameter isPrinted: whether the number beside it was printed, and not left to be written by hand.
    static func find(in rows: [PrintedLine], today: CalendarDate, isPrinted: Bool) -> IssueDate? {
        let found = rows.compactMap { read($0, today: today, isPrinted: isPrinted) }
        return found.first { $0.date != nil } ?? found.first { $0.place != nil } ?? found.first
    }

    static func read(_ row: PrintedLine, today: CalendarDate, isPrinted: Bool = true) -> IssueDate? {
        guard let marks = DateWords(row) else { return nil }
        var result = IssueDate(line: row)
        result.place = place(in: row, before: marks.day)
        guard let (date, words) = marks.date(in: row), date <= today, date.year >= earliest else { return result }
        // Days below ten are printed with a zero: one digit alone is half of a day written by hand, unless it is read very surely
        // beside a number that is printed.
        let isByHand = words.contains(where: \.isHandwritten)
        let isWhole = marks.dayDigits(in: row) == 2 || isByHand
        if !isWhole, !isPrinted || Evidence.confidence(of: words) < 0.93 { return result }
        let field = Field(date.description, words: words, in: row, certainty: isWhole ? 0.98 : 0.7)
        if field.confidence >= leastConfidence || isByHand { result.date = field }
        return result
    }

    /// What stands before ", ngày": up to six words, the first a capital.
    private static func place(in row: PrintedLine, before end: Int) -> Field? {
        var words = Array(row.words[..<end])
        while let first = words.first, !startsName(first.text) { words.removeFirst() }
        guard !words.isEmpty, words.count <= 6 else { return nil }
        let text = Lettering.trimmed(words.map(\.text).joined(separator: " "), of: " .,;:|_—\"`*~[](){}")
        guard Lettering.letterCount(text) >= 2, !text.contains(where: \.isNumber) else { return nil }
        return Field(text, words: words, in: row, certainty: 0.97)
    }

    private static func startsName(_ text: String) -> Bool { text.first { $0.isLetter || $0.isNumber }?.isUppercase ?? false }
}

/// Where "ngày", "tháng" and "năm" stand in a row, and what stands between them.
struct DateWords: Sendable {
    var day: Int
    var month: Int
    var year: Int

    /// Nil unless at least "tháng" and "năm", or "ngày" and "tháng", stand in order.
    init?(_ row: PrintedLine) {
        let words = row.plainWords.map { word in word.drop { $0.isNumber }.prefix { !$0.isNumber } }
        guard let month = words.firstIndex(where: { Self.isWord($0, "thang") || $0.hasSuffix("thang") }) else { return nil }
        let year = words[(month + 1)...].firstIndex { Self.isWord($0, "nam") || $0 == "na" || $0 == "nim" }
        let day = words[...month].lastIndex { Self.isWord($0, "ngay") || $0.hasPrefix("ngay") }
        guard let day, let year else { return nil }
        self.day = day
        self.month = month
        self.year = year
    }

    private static func isWord(_ read: Substring, _ word: String) -> Bool {
        read == word || (word.count >= 4 && Fuzzy.distance(read, word, limit: 1) <= 1)
    }

    /// The date and the words that give it, where day, month and year are plain digits.
    func date(in row: PrintedLine) -> (CalendarDate, [PageReading.Word])? {
        let words = row.words
        guard let day = Self.digits(words[day..<month], upTo: 2), let month = Self.digits(words[month..<year], upTo: 2),
            let year = Self.digits(words[year...].prefix(2), upTo: 4), year > 999, let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date, Array(words[self.day...].prefix(self.year - self.day + 2)))
    }

    /// Whether day, month and year are plain digits, whether such a day exists or not. Half a day written by hand is none.
    func isWhole(in row: PrintedLine) -> Bool {
        let (month, year) = monthAndYear(in: row)
        return dayDigits(in: row) == 2 && Self.digits(row.words[day..<self.month], upTo: 2) != nil && month != nil && year.map { $0 > 999 } ?? false
    }

    /// What can be read of them.
    func monthAndYear(in row: PrintedLine) -> (month: Int?, year: Int?) {
        (Self.digits(row.words[month..<year], upTo: 2), Self.digits(row.words[year...].prefix(2), upTo: 4))
    }

    /// Digits between "ngày" and "tháng".
    func dayDigits(in row: PrintedLine) -> Int {
        row.words[day..<month].reduce(0) { $0 + $1.text.count { $0.isNumber } }
    }

    /// `202G`: one letter for the digit that looks like it, in a year of this or the last century.
    private static func yearRepaired(_ text: String) -> String {
        guard text.count == 4, text.hasPrefix("19") || text.hasPrefix("20") else { return text }
        let repaired = String(text.map { lookalikes[$0] ?? $0 })
        return zip(text, repaired).count { $0 != $1 } == 1 ? repaired : text
    }

    private static let lookalikes: [Character: Character] = [
        "O": "0", "o": "0", "D": "0", "l": "1", "I": "1", "Z": "2", "S": "5", "G": "6", "b": "6", "B": "8",
    ]

    /// The one number among these words (the first of which is "ngày", "tháng" or "năm"); nil when anything else stands there too.
    private static func digits(_ words: ArraySlice<PageReading.Word>, upTo length: Int) -> Int? {
        guard let head = words.first?.text else { return nil }
        let tail = head.drop { !$0.isNumber } + words.dropFirst().map(\.text).joined()
        var text = tail.filter { !".,;:'’`".contains($0) }
        if length == 4 { text = yearRepaired(text) }
        guard !text.isEmpty, text.count <= length, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(text)
    }
}
