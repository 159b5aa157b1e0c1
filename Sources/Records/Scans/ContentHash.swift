/// The SHA-256 of a file's bytes in lower-case hexadecimal: the identity of a scan.
///
/// The same bytes under any name are one scan; the same name with other bytes is another.
package struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
    /// 64 hexadecimal digits, lower case.
    package let hex: String

    /// Returns nil unless `hex` is 64 lower-case hexadecimal digits, so that a hash can always be used as a file name.
    package init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        self.hex = hex
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let hash = ContentHash(hex: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 in hexadecimal")
        }
        self = hash
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    package var description: String { hex }
}
