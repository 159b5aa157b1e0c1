/// Which units may name a series of metrics, and which are told together as `other`.
///
/// A column of units may hold persons, when the columns of a table were mixed up, and no personal data is ever a label.
package enum UnitLabel {
    /// What is no label of its own.
    package static let other = "other"
    /// Units beside the whole. Where there are more, it is no column of units, or a configuration names those that are.
    package static let most = 200

    /// Those of `units` that are labels: all that the configuration names, and of the others those that look like units, if they are not
    /// too many.
    package static func labels(among units: Set<String>, named: Set<String>) -> Set<String> {
        let fitting = units.filter { named.contains($0) || isFit($0) }
        return fitting.subtracting(named).count > most ? fitting.intersection(named) : fitting
    }

    /// Whether it may be a unit: short, on one line, with no run of digits as long as an identity number, and no person's name.
    package static func isFit(_ unit: String) -> Bool {
        unit.count <= longest && unit != other && !unit.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && !hasIdentityNumber(unit) && !isPersonsName(unit)
    }

    /// Nine digits or more, with what people write between them. Codes of agencies (`000.00.12.H62`) have fewer.
    private static func hasIdentityNumber(_ unit: String) -> Bool {
        var run = 0
        for character in unit {
            if character.isWholeNumber { run += 1 } else if !" .-".contains(character) { run = 0 }
            if run >= fewestDigits { return true }
        }
        return false
    }

    /// `Nguyễn Văn A`, `LƯỜNG THỊ MAI`: three to five words, the second Văn or Thị, the first none that a body is called by. Other names
    /// cannot be told from those of places.
    private static func isPersonsName(_ unit: String) -> Bool {
        let words = unit.split { !$0.isLetter }.map { VietnameseText.exact(String($0)) }
        guard (3...5).contains(words.count), ["văn", "thị"].contains(words[1]) else { return false }
        return !bodies.contains(words[0]) && !["hoá", "học", "nghệ", "thư", "phòng"].contains(words[2])
    }

    private static let bodies: Set = [
        "ban", "bản", "bộ", "cục", "đội", "đoàn", "hội", "khối", "khu", "nhà", "phòng", "phường",
        "sở", "thị", "thôn", "tổ", "trạm", "trung", "viện", "vp", "xã",
    ]
    private static let longest = 80
    private static let fewestDigits = 9
}
