import Foundation
import Records

/// The cells of one row by column, as values. Empty cells and missing columns are nil, or a refusal where the column is required.
struct TableCells<Column: TableColumn> {
    private let cells: [String]
    private let header: TableHeader<Column>

    init(_ cells: [String], header: TableHeader<Column>) throws(RowRefusal) {
        guard cells.dropFirst(header.width).allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
            throw RowRefusal("Dòng có nhiều ô hơn dòng tiêu đề; nếu trong ô có dấu phân cách, hãy đặt ô trong dấu ngoặc kép.")
        }
        self.cells = cells
        self.header = header
    }

    /// NFC, white space squashed; a dash for nothing is nothing. A formula that failed is not nothing: what should stand there is unknown.
    func text(_ column: Column, limit: Int = TableLimits.maximumTextLength) throws(RowRefusal) -> String? {
        guard let place = header.places[column], place < cells.count else { return nil }
        let text = VietnameseText.squashed(cells[place])
        guard text.count <= limit else { throw RowRefusal("Cột \(column.shownName): nội dung dài hơn \(limit) ký tự.") }
        if Self.isFormulaError(text) {
            throw RowRefusal("Cột \(column.shownName): ô báo lỗi của bảng tính (\(text)); hãy sửa công thức hoặc ghi giá trị rồi nhập lại.")
        }
        return text.allSatisfy { "-–—".contains($0) } ? nil : text
    }

    /// As spreadsheets write them, also into CSV; `Err:502` is LibreOffice's.
    private static func isFormulaError(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "#"): formulaErrors.contains(text.uppercased())
        case UInt8(ascii: "E"): text.hasPrefix("Err:") && text.count == 7 && text.dropFirst(4).allSatisfy(\.isNumber)
        default: false
        }
    }

    private static var formulaErrors: Set<String> {
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA"]
    }

    func required(_ column: Column, limit: Int = TableLimits.maximumTextLength) throws(RowRefusal) -> String {
        guard let text = try text(column, limit: limit) else { throw RowRefusal("Thiếu \(column.shownName).") }
        return text
    }

    func code(_ column: Column) throws(RowRefusal) -> String? { try text(column, limit: TableLimits.maximumCodeLength) }

    /// `yyyy-mm-dd` or `dd/mm/yyyy`; a time of day behind it, which registers export, is left off.
    func date(_ column: Column) throws(RowRefusal) -> CalendarDate? {
        guard let text = try text(column) else { return nil }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
        let isTimeBehind = parts.count == 1 || parts[1].contains(":")
        guard isTimeBehind, let first = parts.first, let date = CalendarDate(String(first)) else {
            throw RowRefusal("Cột \(column.shownName): ngày không đúng; hãy ghi dạng 31/12/2026 hoặc 2026-12-31.")
        }
        return date
    }

    /// Likewise, or only a month (`05/2020`, `tháng 5 năm 2020`) or a year: its first day, or its last.
    func bound(_ column: Column, isLast: Bool) throws(RowRefusal) -> CalendarDate? {
        guard let text = try text(column) else { return nil }
        guard let (year, month) = Self.yearAndMonth(text) else { return try date(column) }
        let inMonth = month ?? (isLast ? 12 : 1)
        return CalendarDate(year: year, month: inMonth, day: isLast ? CalendarDate.days(in: inMonth, of: year) : 1)
    }

    private static func yearAndMonth(_ text: String) -> (year: Int, month: Int?)? {
        let parts = VietnameseText.folded(text).split { !$0.isLetter && !$0.isNumber }
        let numbers = parts.filter { $0.allSatisfy(\.isNumber) }
        guard parts.allSatisfy({ numbers.contains($0) || $0 == "thang" || $0 == "nam" }) else { return nil }
        let year = numbers.first { $0.count == 4 }.flatMap { Int($0) }
        let rest = numbers.filter { $0.count <= 2 }.compactMap { Int($0) }
        guard let year, (1800...2200).contains(year), rest.count == numbers.count - 1, rest.count <= 1 else { return nil }
        guard rest.allSatisfy({ (1...12).contains($0) }) else { return nil }
        return (year, rest.first)
    }

    /// A whole number from 1; thousands may be grouped (`1.250`), and what is counted may stand behind it (`12 trang`).
    /// - Parameter orNone: whether 0 says that there is nothing to count.
    func count(_ column: Column, of units: [String], orNone: Bool = false) throws(RowRefusal) -> Int? {
        guard let text = try text(column) else { return nil }
        let digits = text.prefix { $0.isNumber || ".,\u{20}".contains($0) }
        let unit = VietnameseText.folded(String(text.dropFirst(digits.count))).replacing(".", with: "")
        let number = unit.isEmpty ? Self.wholeNumber(text) : units.contains(unit) ? Self.wholeNumber(VietnameseText.squashed(String(digits))) : nil
        if number == 0, orNone { return nil }
        guard let number, (1...TableLimits.maximumCount).contains(number) else {
            throw RowRefusal("Cột \(column.shownName): phải là số nguyên từ 1 đến \(TableLimits.maximumCount).")
        }
        return number
    }

    /// One of a few words, each under several spellings.
    func choice<Value>(_ column: Column, of words: [(value: Value, names: [String])]) throws(RowRefusal) -> Value? {
        guard let text = try text(column) else { return nil }
        let folded = VietnameseText.folded(text)
        for (value, names) in words where names.contains(where: { VietnameseText.folded($0) == folded }) { return value }
        let allowed = words.compactMap(\.names.first).joined(separator: ", ")
        throw RowRefusal("Cột \(column.shownName): giá trị không hiểu được; hãy ghi một trong: \(allowed).")
    }

    private static func wholeNumber(_ text: String) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false) { ".,\u{20}".contains($0) }
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else { return nil }
        return Int(groups.joined())
    }
}
