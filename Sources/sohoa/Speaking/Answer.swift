import Foundation
import Records

/// The answer of a command on standard output: JSON Lines for programs, a table for people.
struct Answer {
    let json: Bool

    func line(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        try Self.write(encoder.encode(value) + [10])
    }

    /// A reader that has gone away (`| head`) ends the program quietly, as other tools do.
    static func write(_ data: Data) throws {
        do { try FileHandle.standardOutput.write(contentsOf: data) } catch { throw ExitStatus.done }
    }

    static func say(_ text: String) throws { try write(Data((text + "\n").utf8)) }
}

/// Columns for people: as wide as what stands in them, cut where a terminal would wrap.
struct Table {
    private var rows: [[String]]
    private let widest: Int

    /// - Parameter widest: characters that one cell may take.
    init(_ header: [String], widest: Int = 60) {
        rows = [header]
        self.widest = widest
    }

    mutating func add(_ cells: [String?]) { rows.append(cells.map { Self.oneLine($0 ?? "–", at: widest) }) }

    var isEmpty: Bool { rows.count == 1 }

    func show() throws {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
            try Answer.say(cells.joined(separator: "  ").replacing(/\s+$/, with: ""))
        }
    }

    /// Control characters (a newline in a file's name) are shown as `?`: they must not move the reader's cursor.
    static func oneLine(_ text: String, at widest: Int) -> String {
        let plain = String(
            text.precomposedStringWithCanonicalMapping.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "?" : $0 })
        return plain.count > widest ? plain.prefix(widest - 1) + "…" : plain
    }
}
