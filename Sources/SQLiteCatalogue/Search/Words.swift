/// Cuts text into words where the tokenizer of the index does (`unicode61`): runs of letters and digits.
///
/// The index cuts what it is given by itself; this is for queries, where it must be known whether a word is left at all, and for
/// finding the words of a hit again in its text.
enum Words {
    static func split(_ text: String) -> [String] {
        ranges(in: text).map { String(text[$0]) }
    }

    static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if !isLetterOrDigit(scalar), start == nil || !isMark(scalar) {
                if let begun = start { ranges.append(begun..<index) }
                start = nil
            } else if start == nil {
                start = index
            }
            index = scalars.index(after: index)
        }
        if let start { ranges.append(start..<scalars.endIndex) }
        return ranges
    }

    /// A mark continues a word, but begins none.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0...0x7F, 0xD7, 0xF7: return false
        case 0xC0...0x24F, 0x1E00...0x1EFF: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .privateUse:
            return true
        default:
            return false
        }
    }
}
