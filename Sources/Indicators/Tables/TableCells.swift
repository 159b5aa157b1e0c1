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

    /// NFC, white space squashed.
    func text(_ column: Column, limit: Int = TableLimits.maximumTextLength) throws(RowRefusal) -> String? {
        guard let place = header.places[column], place < cells.count else { return nil }
        let text = VietnameseText.squashed(cells[place])
        guard text.count <= limit else { throw RowRefusal("Cột \(column.shownName): nội dung dài hơn \(limit) ký tự.") }
        return text.isEmpty ? nil : text
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

    /// A whole number from 1; thousands may be grouped (`1.250`).
    func count(_ column: Column) throws(RowRefusal) -> Int? {
        guard let text = try text(column) else { return nil }
        guard let number = Self.wholeNumber(text), (1...TableLimits.maximumCount).contains(number) else {
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
