import SwiftCSV

/// Walks the rows of a CSV text with the line on which each begins, which SwiftCSV does not tell.
///
/// Every newline either ends a row or stands inside a quoted cell, so lines can be counted from the cells alone.
struct DelimitedText {
    let text: String
    let delimiter: Character

    init(_ text: String) {
        self.text = text
        delimiter = Self.delimiter(of: text)
    }

    /// Hands every row over in order: its line (from 1) and its cells, or nil for a row whose quotes are misplaced; reading goes on behind it.
    func forEachRow(_ body: @escaping (_ line: Int, _ cells: [String]?) -> Void) throws(TableFailure) {
        var rest = text[...]
        let walk = RowWalk(body)
        for _ in 0...TableLimits.maximumMalformedRows {
            let start = walk.line
            do {
                try parse(rest, walk)
                return try walk.checkEnd()
            } catch let failure as TableFailure {
                throw failure
            } catch {
                rest = Self.dropLines(walk.line + 1 - start, of: rest)
                walk.skipMalformed()
            }
        }
        throw .tooManyMalformed
    }

    /// The end mark on a line of its own shows whether a quote was left open: then a cell has swallowed it.
    private func parse(_ rest: Substring, _ walk: RowWalk) throws {
        var text = String(rest)
        text += "\n" + RowWalk.endMark
        let csv = try CSV<UnparsedView>(string: text, delimiter: .character(delimiter), loadColumns: false)
        try csv.enumerateAsArray(rowLimit: TableLimits.maximumRows + 1 - walk.rows) { walk.take($0) }
    }

    private static func dropLines(_ count: Int, of text: Substring) -> Substring {
        var rest = text
        for _ in 0..<count {
            guard let end = rest.firstIndex(where: \.isNewline) else { return "" }
            rest = rest[rest.index(after: end)...]
        }
        return rest
    }

    /// The most frequent of comma, semicolon and tab in the header, outside quotes; comma when there is none of them.
    private static func delimiter(of text: String) -> Character {
        var counts: [Character: Int] = [:]
        var quoted = false
        for character in text.drop(while: \.isWhitespace) {
            if character == "\"" { quoted.toggle() }
            if quoted { continue }
            if character.isNewline { break }
            if ",;\t".contains(character) { counts[character, default: 0] += 1 }
        }
        return counts.max { $0.value < $1.value }?.key ?? ","
    }
}

/// Where the walk stands. A class, because SwiftCSV keeps the closure that it calls.
private final class RowWalk {
    /// END OF TRANSMISSION: stands in no table.
    static let endMark = "\u{4}"

    private let body: (Int, [String]?) -> Void
    /// The line on which the next row begins.
    private(set) var line = 1
    private(set) var rows = 0
    private var lastRowLine = 1
    private var reachedEnd = false
    private var swallowedEnd = false

    init(_ body: @escaping (Int, [String]?) -> Void) { self.body = body }

    func take(_ cells: [String]) {
        if cells == [Self.endMark] {
            reachedEnd = true
            return
        }
        rows += 1
        lastRowLine = line
        line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
        if cells.last?.hasSuffix(Self.endMark) == true {
            swallowedEnd = true
        } else {
            body(lastRowLine, cells)
        }
    }

    func skipMalformed() {
        body(line, nil)
        rows += 1
        line += 1
    }

    func checkEnd() throws(TableFailure) {
        if swallowedEnd { throw .unclosedQuote(line: lastRowLine) }
        if !reachedEnd { throw .tooManyRows }
    }
}

/// A view that keeps nothing: rows are taken as they come, so a table is never held twice.
private struct UnparsedView: CSVView {
    var rows: [[String]] { [] }
    var columns: [[String]]? { nil }
    init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) {}
    func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
}
