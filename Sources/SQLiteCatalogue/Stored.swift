import Foundation
import GRDB
import Records

extension Date {
    /// Whole milliseconds since 1970 UTC: how every time is stored.
    var milliseconds: Int64 {
        Int64(exactly: (timeIntervalSince1970 * 1000).rounded()) ?? 0
    }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Row {
    /// The value of a column; throws where the row does not hold what the schema promises.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
        try decode(Value.self, forColumn: column)
    }

    func date(_ column: String) throws -> Date {
        Date(milliseconds: try value(column))
    }

    func optionalDate(_ column: String) throws -> Date? {
        let milliseconds: Int64? = try value(column)
        return milliseconds.map(Date.init(milliseconds:))
    }

    func day(_ column: String) throws -> CalendarDate? {
        let text: String? = try value(column)
        return text.flatMap { CalendarDate($0) }
    }

    /// One of a closed set of names.
    func choice<Choice: RawRepresentable>(_ column: String) throws -> Choice where Choice.RawValue == String {
        guard let choice: Choice = try optionalChoice(column) else { throw Self.unknown(column) }
        return choice
    }

    func optionalChoice<Choice: RawRepresentable>(_ column: String) throws -> Choice? where Choice.RawValue == String {
        let text: String? = try value(column)
        guard let text else { return nil }
        guard let choice = Choice(rawValue: text) else { throw Self.unknown(column) }
        return choice
    }

    func hash(_ column: String) throws -> ContentHash? {
        let hex: String? = try value(column)
        guard let hex else { return nil }
        guard let hash = ContentHash(hex: hex) else { throw Self.unknown(column) }
        return hash
    }

    func json<Value: Decodable>(_ column: String) throws -> Value {
        let text: String = try value(column)
        return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    private static func unknown(_ column: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown value in column \(column)")
    }
}

/// JSON as it stands in a column: keys in order, so that equal values are equal text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension String {
    /// NFC without NUL: SQLite takes a text to end at the first NUL, and would lose what follows.
    var storable: String { precomposedStringWithCanonicalMapping.withoutNUL }

    /// As it is, save for NUL: the name of a file is found on the disk only under the very bytes that it has there.
    var withoutNUL: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\0" }))
    }
}
