import Records

/// How letters are compared when a machine has read them: marks, case and specks aside.
enum Lettering {
    /// Folded letters and digits, words parted by single spaces: `Độc lập - Tự do` → `doc lap tu do`.
    static func plain(_ text: String) -> String {
        var result = ""
        for character in VietnameseText.folded(text) {
            if character.isASCII, character.isLetter || character.isNumber {
                result.append(character)
            } else if !result.isEmpty, result.last != " " {
                result.append(" ")
            }
        }
        if result.last == " " { result.removeLast() }
        return result
    }

    /// Share of the letters that are capitals; 0 without letters.
    static func capitalShare(_ text: String) -> Double {
        var letters = 0
        var capitals = 0
        for character in text where character.isLetter {
            letters += 1
            if character.isUppercase { capitals += 1 }
        }
        return letters == 0 ? 0 : Double(capitals) / Double(letters)
    }

    static func letterCount(_ text: String) -> Int { text.count { $0.isLetter } }

    /// Set in capitals, one misread letter in seven forgiven.
    static func isCapitals(_ text: String) -> Bool { capitalShare(text) >= 0.85 }

    /// `GIÀNG A PÁO` → `Giàng A Páo`: names on forms are filled in with capitals, a register writes them like this.
    static func nameCase(_ text: String) -> String {
        guard isCapitals(text) else { return text }
        return text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
    }

    static func trimmed(_ text: String, of junk: String = " .,;:|_-–—'\"`*~[](){}\\/") -> String {
        var slice = Substring(text)
        while let first = slice.first, junk.contains(first) { slice.removeFirst() }
        while let last = slice.last, junk.contains(last) { slice.removeLast() }
        return String(slice)
    }
}
