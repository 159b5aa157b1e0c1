/// How values are written in a PDF (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A number with as few digits as it needs, at most `places` after the point; never with an exponent.
    static func number(_ value: Double, places: Int = 4) -> String {
        let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
        let bounded = value.isFinite ? min(max(value, -1_000_000), 1_000_000) : 0
        let scaled = Int((bounded * Double(unit)).rounded())
        guard scaled % unit != 0 else { return String(scaled / unit) }
        var digits = String(abs(scaled) % unit)
        digits = String(repeating: "0", count: places - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        let whole = abs(scaled) / unit
        return (scaled < 0 ? "-" : "") + (whole == 0 ? "" : String(whole)) + "." + digits
    }

    static func numbers(_ values: [Double]) -> String { values.map { number($0) }.joined(separator: " ") }

    /// A string of any bytes.
    static func string(_ bytes: [UInt8]) -> [UInt8] {
        var literal: [UInt8] = [UInt8(ascii: "(")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): literal += [UInt8(ascii: "\\"), byte]
            // A bare carriage return would be read as a line feed.
            case 0x0D: literal += Array("\\r".utf8)
            default: literal.append(byte)
            }
        }
        return literal + [UInt8(ascii: ")")]
    }

    /// A string for people: UTF-16 with its mark.
    static func text(_ text: String) -> [UInt8] { string([0xFE, 0xFF] + utf16(text)) }

    /// Big-endian.
    static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return "<" + String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self) + ">"
    }
}
