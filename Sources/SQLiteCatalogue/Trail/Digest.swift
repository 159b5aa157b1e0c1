import Crypto
import Foundation
import GRDB

/// How the trail recognises what it must not hold itself.
enum Digest {
    /// SHA-256 of bytes, in lower-case hexadecimal.
    static func of(_ bytes: some DataProtocol) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Of texts, with a salt that stands in their row: a name of a person cannot be found by trying names on the trail.
    static func of(salt: String, _ texts: [String?]) -> String {
        of(Data(([salt] + texts.map { $0 ?? "~" }).map { "\($0.utf8.count):\($0)," }.joined().utf8))
    }

    /// `salted_digest(salt, text)`; NULL without a salt.
    static let function = DatabaseFunction("salted_digest", argumentCount: 2, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { of(salt: $0, [String.fromDatabaseValue(values[1])]) }
    }

    /// `storable(text)`: as texts stand in the trail.
    static let storable = DatabaseFunction("storable", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.storable
    }
}
