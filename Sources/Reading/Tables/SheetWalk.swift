import Foundation
import Records

/// The rows of one sheet as texts.
struct SheetWalk {
    let archive: ZipArchive
    let part: String
    let texts: [String]
    let styles: CellStyles
    /// Days since 1970 of serial 0.
    let epoch: Int

    /// A cell merged over several rows stands for each of them: a box that is written once counts for all its files.
    private struct Merge {
        var column: Int
        var rows: ClosedRange<Int>
    }

    func forEachRow(
        columns: Int, merges limit: Int, _ body: (_ line: Int, _ cells: [String]) throws(ReadingFailure) -> Void
    ) throws(ReadingFailure) {
        var merges = try merges(limit: limit).sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
        var running: [(merge: Merge, text: String)] = []
        guard let xml = archive.xml(part) else { return }
        var line = 0
        while let node = xml.next() {
            guard case .begin("row") = node else { continue }
            line = xml.attribute("r").flatMap { Int($0) } ?? line + 1
            var cells = try cells(of: xml, columns: columns)
            running.removeAll { $0.merge.rows.upperBound < line }
            for (merge, text) in running {
                while cells.count <= merge.column { cells.append("") }
                if cells[merge.column].isEmpty { cells[merge.column] = text }
            }
            while let merge = merges.first, merge.rows.lowerBound <= line {
                merges.removeFirst()
                if merge.rows.lowerBound == line, cells.indices.contains(merge.column) { running.append((merge, cells[merge.column])) }
            }
            if cells.contains(where: { !$0.isEmpty }) { try body(line, cells) }
        }
        guard !xml.isBroken else { throw ReadingFailure(.unreadable, "a sheet is no XML") }
    }

    /// A cell without a place stands behind the one before it. One whose place is none could only be put somewhere by guessing.
    private func cells(of xml: XMLPart, columns: Int) throws(ReadingFailure) -> [String] {
        var cells: [String] = []
        while let node = xml.next(), node != .end("row") {
            guard case .begin("c") = node else { continue }
            let reference = xml.attribute("r")
            let place = reference.flatMap(Self.place)
            guard reference == nil || place != nil else { throw ReadingFailure(.unreadable, "a cell has no place") }
            let column = place?.column ?? cells.count
            let type = xml.attribute("t") ?? "n"
            let style = xml.attribute("s").flatMap { Int($0) }
            let text = text(of: xml, type: type, style: style)
            guard column < columns else { continue }
            while cells.count <= column { cells.append("") }
            cells[column] = text
        }
        return cells
    }

    private func text(of xml: XMLPart, type: String, style: Int?) -> String {
        var value = ""
        var isValue = false
        while let node = xml.next(), node != .end("c") {
            switch node {
            case .begin("v"): isValue = true
            case .end("v"): isValue = false
            case .begin("is"): value = xml.richText(until: "is")
            case .text(let text) where isValue && value.utf8.count < XMLPart.longestText: value += text
            default: continue
            }
        }
        switch type {
        case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
        case "b": return value == "1" ? "1" : "0"
        // A failed formula is told apart from an empty cell.
        case "e": return value.isEmpty ? "#VALUE!" : value
        case "n": return number(value, styles[style])
        default: return value
        }
    }

    /// A number as people see it: a date as ISO date, a whole number without a fraction, leading zeros where the format has them.
    private func number(_ text: String, _ kind: CellStyles.Kind) -> String {
        guard let number = Double(text), number.isFinite else { return text }
        if kind == .date, let day = date(number) { return day }
        guard let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000 else { return text }
        let digits = String(whole)
        if case .padded(let width) = kind, whole >= 0 { return String(repeating: "0", count: max(0, width - digits.count)) + digits }
        return digits
    }

    private func date(_ serial: Double) -> String? {
        // A time of day alone, or beyond the year 9999, is no date.
        guard serial >= 1, serial < 2_958_466 else { return nil }
        let isBeforeTheLeapDayThatNeverWas = serial < 60 && epoch == -25_569
        return CalendarDate(daysSince1970: Int(serial) + epoch + (isBeforeTheLeapDayThatNeverWas ? 1 : 0))?.description
    }

    private func merges(limit: Int) throws(ReadingFailure) -> [Merge] {
        guard let xml = archive.xml(part) else { return [] }
        var merges: [Merge] = []
        while let node = xml.next() {
            guard case .begin("mergeCell") = node, let range = xml.attribute("ref")?.split(separator: ":"), range.count == 2,
                let first = Self.place(String(range[0])), let last = Self.place(String(range[1])), first.row < last.row
            else { continue }
            merges.append(Merge(column: first.column, rows: first.row...last.row))
            guard merges.count <= limit else { throw ReadingFailure(.tooLarge, "too many merged cells") }
        }
        return merges
    }

    /// Columns of a sheet, up to XFD (ECMA-376 leaves it to programs; Excel and LibreOffice have as many).
    private static let widest = 16_384

    /// `B3` → column 1, row 3.
    static func place(_ reference: String) -> (column: Int, row: Int)? {
        var column = 0
        let letters = reference.prefix { $0.isASCII && $0.isLetter }
        guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)) else { return nil }
        for letter in letters.uppercased().utf8 { column = column * 26 + Int(letter) - 64 }
        guard row > 0, column <= widest else { return nil }
        return (column - 1, row)
    }
}
