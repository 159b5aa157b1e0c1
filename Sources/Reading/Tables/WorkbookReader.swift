import Foundation
import Records

/// Writes the rows of a workbook (XLSX) down as text, one JSON object a line: what a person sees in each cell, dates as ISO dates.
///
/// Streams sheet by sheet, row by row. What is kept is the table of shared texts, which is bounded.
struct WorkbookReader {
    /// Bytes of all shared texts.
    private static let maximumSharedBytes = 256 << 20
    private static let maximumColumns = 512
    private static let maximumMerges = 200_000
    /// Rows with anything in them, of all sheets.
    private static let maximumRows = 1_000_100

    func write(rowsOf path: String, to output: String) throws(ReadingFailure) {
        guard let archive = ZipArchive(path) else { throw ReadingFailure(.truncated, "no whole zip archive") }
        guard archive.has("xl/workbook.xml") else { throw ReadingFailure(.unsupported, "a zip archive without a workbook") }
        let book = try WorkbookParts(archive)
        let texts = try Self.sharedTexts(archive)
        let styles = CellStyles(archive)
        var file = try RowFile(output)
        var rows = 0
        for sheet in book.sheets {
            guard archive.has(sheet.part) else { continue }
            let walk = SheetWalk(archive: archive, part: sheet.part, texts: texts, styles: styles, epoch: book.epoch)
            try walk.forEachRow(columns: Self.maximumColumns, merges: Self.maximumMerges) { line, cells throws(ReadingFailure) in
                rows += 1
                guard rows <= Self.maximumRows else { throw ReadingFailure(.tooLarge, "too many rows") }
                try file.write(sheet: sheet.name, line: line, cells: cells)
            }
        }
        try file.close()
    }

    private static func sharedTexts(_ archive: ZipArchive) throws(ReadingFailure) -> [String] {
        guard let part = archive.xml("xl/sharedStrings.xml") else { return [] }
        var texts: [String] = []
        var bytes = 0
        while let node = part.next() {
            guard case .begin("si") = node else { continue }
            let text = part.richText(until: "si")
            bytes += text.utf8.count
            guard bytes <= maximumSharedBytes else { throw ReadingFailure(.tooLarge, "too many texts") }
            texts.append(text)
        }
        guard !part.isBroken else { throw ReadingFailure(.unreadable, "the shared texts are no XML") }
        return texts
    }
}

extension XMLPart {
    /// Bytes of a cell: Excel itself takes 32,767 characters. What is beyond is left off, and refused for its length later.
    static let longestText = 1 << 17

    /// The text of the `t` elements up to the end of an element, without phonetic hints.
    func richText(until end: String) -> String {
        var text = ""
        var isText = false
        var isHint = false
        while let node = next() {
            switch node {
            case .end(end): return text
            case .begin("t"): isText = true
            case .end("t"): isText = false
            case .begin("rPh"): isHint = true
            case .end("rPh"): isHint = false
            case .text(let part) where isText && !isHint && text.utf8.count < Self.longestText: text += part
            default: continue
            }
        }
        return text
    }
}

/// Where the sheets of a workbook lie, in order; hidden ones are left out.
struct WorkbookParts {
    let sheets: [(name: String, part: String)]
    /// The day that serial 0 stands for, as a number of days since 1970.
    let epoch: Int

    init(_ archive: ZipArchive) throws(ReadingFailure) {
        var targets: [String: String] = [:]
        if let part = archive.xml("xl/_rels/workbook.xml.rels") {
            while let node = part.next() {
                guard case .begin("Relationship") = node, let id = part.attribute("Id"), let target = part.attribute("Target") else { continue }
                targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            }
        }
        guard let part = archive.xml("xl/workbook.xml") else { throw ReadingFailure(.unreadable, "no workbook") }
        var sheets: [(name: String, part: String)] = []
        var is1904 = false
        while let node = part.next() {
            switch node {
            case .begin("workbookPr"): is1904 = ["1", "true"].contains(part.attribute("date1904") ?? "")
            case .begin("sheet"):
                let state = part.attribute("state") ?? "visible"
                guard state == "visible", let target = part.attribute("id").flatMap({ targets[$0] }) else { continue }
                sheets.append((name: part.attribute("name") ?? "", part: target))
            default: continue
            }
        }
        guard !part.isBroken, !sheets.isEmpty else { throw ReadingFailure(.unreadable, "a workbook without sheets") }
        self.sheets = sheets
        // 30 December 1899: Excel takes 1900 for a leap year, which puts its day 1 a day too far from every day after February.
        epoch = is1904 ? -24_107 : -25_569
    }
}

/// Rows written down line by line.
private struct RowFile {
    private let handle: FileHandle
    private var buffer = Data()
    private let encoder = JSONEncoder()

    private struct Row: Encodable {
        let sheet: String
        let line: Int
        let cells: [String]
    }

    /// - Parameter path: of an empty file, whose maker holds a lock on it: it must stay the same file.
    init(_ path: String) throws(ReadingFailure) {
        guard let handle = FileHandle(forWritingAtPath: path) else { throw ReadingFailure(.unreadable, "the rows cannot be written") }
        self.handle = handle
    }

    mutating func write(sheet: String, line: Int, cells: [String]) throws(ReadingFailure) {
        guard let row = try? encoder.encode(Row(sheet: sheet, line: line, cells: cells)) else { return }
        buffer += row
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count > 1 << 16 { try flush() }
    }

    mutating func close() throws(ReadingFailure) {
        try flush()
        try? handle.close()
    }

    private mutating func flush() throws(ReadingFailure) {
        do { try handle.write(contentsOf: buffer) } catch { throw ReadingFailure(.tooLarge, "the rows cannot be written") }
        buffer = Data()
    }
}
