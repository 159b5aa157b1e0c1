/// Splits what a page draws (ISO 32000-1, 7.8.2) into operators with their operands.
struct PDFContents {
    /// Something before an operator.
    enum Operand: Equatable {
        case number(Double)
        case name(String)
        /// A string, an array or a dictionary: nothing that a scan's page needs to know.
        case other

        var number: Double? { if case .number(let value) = self { value } else { nil } }
        var name: String? { if case .name(let value) = self { value } else { nil } }
    }

    /// Operands of one operator: more are damage.
    private static let maximumOperands = 64

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next operator and its operands; nil at the end. An inline image ends the reading: its operator is the last.
    mutating func next() -> (name: String, operands: [Operand])? {
        var operands: [Operand] = []
        while let byte = skipSpace() {
            guard operands.count <= Self.maximumOperands else { return nil }
            switch byte {
            case UInt8(ascii: "("):
                skipString()
                operands.append(.other)
            case UInt8(ascii: "<"), UInt8(ascii: "["):
                skipNested()
                operands.append(.other)
            case UInt8(ascii: "/"):
                place += 1
                operands.append(.name("/" + word()))
            case UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                place += 1
            default:
                let word = word()
                if let number = Double(word) {
                    operands.append(.number(number))
                } else {
                    if word == "BI" { place = bytes.count }
                    return (word, operands)
                }
            }
        }
        return nil
    }

    /// Moves to the next byte that is neither white space nor part of a comment.
    private mutating func skipSpace() -> UInt8? {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%") {
                while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
            } else if Self.isSpace(bytes[place]) {
                place += 1
            } else {
                return bytes[place]
            }
        }
        return nil
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), !Self.delimiters.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skipString() {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return }
        }
    }

    /// An array, a dictionary or a string of hexadecimal digits, with what is in it.
    private mutating func skipNested() {
        var depth = 0
        while let byte = skipSpace() {
            switch byte {
            case UInt8(ascii: "("):
                skipString()
                continue
            case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ">"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            place += 1
            if depth <= 0 { return }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }
    private static let delimiters = Set("()<>[]{}/%".utf8)
}
