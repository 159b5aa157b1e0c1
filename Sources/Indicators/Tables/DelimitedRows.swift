/// One row of a table before its columns are known.
struct SourceRow: Equatable {
    /// The sheet that it stands on; nil where a table has none.
    var sheet: String?
    /// From 1.
    var line: Int
    /// Nil for a row whose quotes are misplaced.
    var cells: [String]?
}

/// Where rows come from, one by one.
protocol RowSource {
    mutating func next() throws(TableFailure) -> SourceRow?
}

/// The rows of a CSV text (RFC 4180) with the line on which each begins. A row whose quotes are misplaced comes without cells, and
/// reading goes on behind its line.
struct DelimitedRows: RowSource {
    private var feed: ByteFeed
    private let delimiter: UInt8
    private var line = 1

    /// - Parameter matches: how many columns a header would have in these cells: it decides the delimiter.
    init(_ feed: ByteFeed, matches: ([String]) -> Int) throws(TableFailure) {
        self.feed = feed
        delimiter = Self.delimiter(of: feed, matches: matches)
    }

    private init(_ feed: ByteFeed, delimiter: UInt8) {
        self.feed = feed
        self.delimiter = delimiter
    }

    private enum Place { case start, plain, quoted, closed }

    mutating func next() throws(TableFailure) -> SourceRow? {
        guard try feed.peeked != nil else { return nil }
        let start = line
        var cells: [String] = []
        var cell: [UInt8] = []
        var place = Place.start
        while true {
            guard let byte = try feed.next() else {
                if place == .quoted { throw .unclosedQuote(line: start) }
                break
            }
            switch (place, byte) {
            case (.quoted, Self.quote):
                if try feed.peeked == Self.quote {
                    cell.append(Self.quote)
                    _ = try feed.next()
                } else {
                    place = .closed
                }
            case (.quoted, _):
                cell.append(byte)
                if try endsLine(byte) { line += 1 }
            case (.start, Self.quote): place = .quoted
            case (_, delimiter):
                cells.append(try Self.text(cell))
                (cell, place) = ([], .start)
            case (_, Self.newline), (_, Self.carriageReturn):
                try skipNewline(after: byte)
                cells.append(try Self.text(cell))
                return SourceRow(line: start, cells: cells)
            case (.plain, Self.quote), (.closed, _):
                try skipLine()
                return SourceRow(line: start, cells: nil)
            default:
                cell.append(byte)
                place = .plain
            }
        }
        cells.append(try Self.text(cell))
        return SourceRow(line: start, cells: cells)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Whether a byte inside quotes ends a line; of `\r\n` the second does.
    private mutating func endsLine(_ byte: UInt8) throws(TableFailure) -> Bool {
        if byte == Self.newline { return true }
        guard byte == Self.carriageReturn else { return false }
        return try feed.peeked != Self.newline
    }

    private mutating func skipNewline(after byte: UInt8) throws(TableFailure) {
        line += 1
        if byte == Self.carriageReturn, try feed.peeked == Self.newline { _ = try feed.next() }
    }

    private mutating func skipLine() throws(TableFailure) {
        while let byte = try feed.next() {
            guard byte == Self.newline || byte == Self.carriageReturn else { continue }
            return try skipNewline(after: byte)
        }
    }

    /// A zero byte is valid UTF-8, but stands in no text: it is UTF-16, or no text at all.
    private static func text(_ bytes: [UInt8]) throws(TableFailure) -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Of comma, semicolon and tab the one with which a header is found; else the most frequent in the first line outside quotes.
    private static func delimiter(of feed: ByteFeed, matches: ([String]) -> Int) -> UInt8 {
        let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
        let found = candidates.map { candidate -> Int in
            var rows = DelimitedRows(feed.beginning, delimiter: candidate)
            var best = 0
            for _ in 0..<TableLimits.rowsBeforeHeader {
                guard let row = try? rows.next() else { break }
                best = max(best, row.cells.map(matches) ?? 0)
            }
            return best
        }
        if let most = found.max(), most > 0, let index = found.firstIndex(of: most) { return candidates[index] }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in feed.ahead.drop(while: { $0 <= 0x20 }) {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == newline || byte == carriageReturn { break }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
    }
}

extension ByteFeed {
    /// What is at hand, as a feed of its own.
    fileprivate var beginning: ByteFeed { ByteFeed(ahead: ahead) }
}
