import Foundation

/// Encodings of Vietnamese from before Unicode, as they come out of old files: each byte taken for a character of Windows-1252.
package enum LegacyEncoding: Sendable, CaseIterable {
    /// TCVN 5712 (ABC), the encoding of `.VnTime`: one byte a letter. Capitals with marks are the same bytes in a font of capitals.
    case tcvn3
    /// VNI for Windows, the encoding of `VNI-Times`: a letter, then a byte for its marks.
    case vni

    /// The text in Unicode, NFC. `capitals`: set in a font that shows small letters as capitals.
    package func unicode(_ text: String, capitals: Bool = false) -> String {
        let decoded: String
        switch self {
        case .tcvn3: decoded = String(String.UnicodeScalarView(text.unicodeScalars.map { Self.tcvn3Letters[$0] ?? $0 }))
        case .vni: decoded = Self.vni(text)
        }
        let composed = decoded.precomposedStringWithCanonicalMapping
        return capitals ? composed.uppercased() : composed
    }

    /// From 0xA1 on; what stands for itself is no letter of Vietnamese.
    private static let tcvn3Letters: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(first: UInt32, letters: String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
            (0xE1, "ỏõóọồổỗốộờởỡớợù"),
            (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for row in rows {
            for (index, letter) in row.letters.precomposedStringWithCanonicalMapping.unicodeScalars.enumerated() {
                if let code = Unicode.Scalar(row.first + UInt32(index)) { letters[code] = letter }
            }
        }
        // Two bytes that programs give other names: the middle dot and the Greek mu.
        letters["\u{2219}"] = letters["\u{B7}"]
        letters["\u{3BC}"] = letters["\u{B5}"]
        return letters
    }()

    private static func vni(_ text: String) -> String {
        var letters: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if let whole = vniLetters[scalar] {
                letters += Array(String(whole).decomposedStringWithCanonicalMapping.unicodeScalars)
            } else if let marks = vniMarks[scalar], let last = letters.last, bearers.contains(last) || horns.contains(last) {
                letters += marks
            } else {
                letters.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(letters))
    }

    private static let bearers = Set("aeiouyAEIOUY".unicodeScalars)
    /// The horn of ơ and ư, which a tone may follow.
    private static let horns: Set<Unicode.Scalar> = ["\u{31B}"]

    /// Letters of one byte.
    private static let vniLetters: [Unicode.Scalar: Character] = [
        "ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "Æ": "Ỉ", "ó": "ĩ", "Ó": "Ĩ", "ò": "ị", "Ò": "Ị", "î": "ỵ", "Î": "Ỵ",
    ]

    /// What a byte after a letter adds to it.
    private static let vniMarks: [Unicode.Scalar: [Unicode.Scalar]] = {
        let (grave, acute, hook, tilde, dot): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (
            "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"
        )
        let (circumflex, breve): (Unicode.Scalar, Unicode.Scalar) = ("\u{302}", "\u{306}")
        let small: [Unicode.Scalar: [Unicode.Scalar]] = [
            "ø": [grave], "ù": [acute], "û": [hook], "õ": [tilde], "ï": [dot], "â": [circumflex], "à": [circumflex, grave], "á": [circumflex, acute],
            "å": [circumflex, hook], "ã": [circumflex, tilde], "ä": [circumflex, dot], "ê": [breve], "è": [breve, grave], "é": [breve, acute],
            "ú": [breve, hook], "ü": [breve, tilde], "ë": [breve, dot],
        ]
        var marks = small
        for (byte, added) in small {
            if let capital = byte.properties.uppercaseMapping.unicodeScalars.first { marks[capital] = added }
        }
        return marks
    }()
}
