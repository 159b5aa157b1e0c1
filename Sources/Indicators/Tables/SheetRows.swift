import Foundation

/// The rows of a workbook as a worker has written them down: one JSON object a line, `{"sheet": …, "line": …, "cells": […]}`.
struct SheetRows: RowSource {
    private var feed: ByteFeed
    private let decoder = JSONDecoder()

    init(_ feed: ByteFeed) { self.feed = feed }

    private struct Row: Decodable {
        let sheet: String
        let line: Int
        let cells: [String]
    }

    mutating func next() throws(TableFailure) -> SourceRow? {
        var line = Data()
        while let byte = try feed.next(), byte != UInt8(ascii: "\n") {
            line.append(byte)
            guard line.count <= TableLimits.maximumRowBytes else { throw .tooLarge }
        }
        if line.isEmpty { return nil }
        guard let row = try? decoder.decode(Row.self, from: line) else { throw .unreadable }
        return SourceRow(sheet: row.sheet, line: row.line, cells: row.cells)
    }
}
