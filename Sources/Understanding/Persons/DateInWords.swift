import Records

/// `Ngày mười lăm, tháng mười hai, năm hai nghìn không trăm hai mươi lăm`: how papers of civil status repeat a date, so that no digit
/// can be changed (TT 04/2020/TT-BTP, forms).
enum DateInWords {
    private static let digits: [String: Int] = [
        "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    ]

    /// - Parameter words: plain words, one each.
    static func date(in words: [String]) -> CalendarDate? {
        guard let day = words.firstIndex(of: "ngay"), let month = words[day...].firstIndex(of: "thang"),
            // Five and year are both "năm": the year's is the one before its thousands.
            let thousand = words[month...].firstIndex(where: { ["nghin", "ngan"].contains($0) }), thousand >= month + 3, words[thousand - 2] == "nam",
            let dayNumber = number(words[(day + 1)..<month]), let monthNumber = number(words[(month + 1)..<(thousand - 2)]),
            let thousands = digits[words[thousand - 1]], let rest = year(words[(thousand + 1)...])
        else { return nil }
        return CalendarDate(year: 1000 * thousands + rest, month: monthNumber, day: dayNumber)
    }

    /// Up to 99: `năm`, `mười lăm`, `hai mươi mốt`, `mùng ba`.
    private static func number(_ words: ArraySlice<String>) -> Int? {
        let words = words.filter { !["mung", "mong"].contains($0) }
        switch words.count {
        case 1: return words[0] == "muoi" ? 10 : digits[words[0]]
        case 2 where words[0] == "muoi": return digits[words[1]].map { 10 + $0 }
        case 2 where words[1] == "muoi": return digits[words[0]].map { 10 * $0 }
        case 2 where words[0] == "linh" || words[0] == "le": return digits[words[1]]
        case 2: return digits[words[0]].flatMap { tens in digits[words[1]].map { 10 * tens + $0 } }
        case 3 where words[1] == "muoi": return digits[words[0]].flatMap { tens in digits[words[2]].map { 10 * tens + $0 } }
        default: return nil
        }
    }

    /// Behind the thousands: `không trăm hai mươi lăm`, `chín trăm tám mươi`; as many words as belong to it.
    private static func year(_ words: ArraySlice<String>) -> Int? {
        guard let hundred = words.firstIndex(of: "tram"), hundred == words.startIndex + 1, let hundreds = digits[words[hundred - 1]] else {
            return nil
        }
        let known = words[(hundred + 1)...].prefix { digits[$0] != nil || ["muoi", "linh", "le"].contains($0) }
        for length in (1...3).reversed() where known.count >= length {
            if let rest = number(known.prefix(length)) { return 100 * hundreds + rest }
        }
        return known.isEmpty ? 100 * hundreds : nil
    }
}
