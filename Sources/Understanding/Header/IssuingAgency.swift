import Records

/// The issuing organ and the one above it: the capitals at the top left (NĐ 30/2020/NĐ-CP, appendix I, zone 2).
struct IssuingAgency: Sendable {
    var agency: Field?
    var parent: Field?

    static func find(in rows: [PrintedLine], above number: PrintedLine?, _ words: AgencyWords) -> IssuingAgency {
        let organs = organs(of: names(in: rows, above: number, words), words)
        var result = IssuingAgency()
        result.agency = organs.last.flatMap { field($0, words) }
        if organs.count > 1 { result.parent = field(organs[organs.count - 2], words) }
        return result
    }

    /// The rows in capitals above the number, also one that nobody could read, specks and stamps aside.
    private static func names(in rows: [PrintedLine], above number: PrintedLine?, _ words: AgencyWords) -> [PrintedLine] {
        var names: [PrintedLine] = []
        for row in rows {
            if let number, row.middle >= number.middle - 0.3 * number.height { break }
            // Above the name only a receipt stamp bears a number.
            if number == nil, !names.isEmpty, SymbolGrammar.isNumberRow(row.text) { break }
            guard let name = capitals(of: row), !isOther(name, words) else { continue }
            if let last = names.last, name.middle - last.middle > 4.5 * max(last.height, name.height) { break }
            names.append(name)
        }
        return names
    }

    /// The stretch of capitals in a row: engines put specks and stamp remains before and behind it.
    private static func capitals(of row: PrintedLine) -> PrintedLine? {
        let row = PrintedLine(words: row.words.map(withoutSpecks), page: row.page, source: row.source)
        let good = row.words.map { isName($0.text) }
        guard let first = good.firstIndex(of: true), let last = good.lastIndex(of: true) else { return nil }
        let name = row.slice(first..<(last + 1))
        guard name.letters >= 3, name.isCapitals, name.words.contains(where: { Lettering.letterCount($0.text) >= 2 }) else { return nil }
        return name
    }

    /// `xaay:23ĐẢNG` → `ĐẢNG`: a receipt stamp beside the name runs into its first word.
    private static func withoutSpecks(_ word: PageReading.Word) -> PageReading.Word {
        let tail = word.text.reversed().prefix { $0.isUppercase }.reversed()
        guard tail.count >= 3, tail.count < word.text.count, !isName(word.text) else { return word }
        return PageReading.Word(text: String(tail), confidence: word.confidence, box: word.box)
    }

    private static func isName(_ word: String) -> Bool {
        let letters = Lettering.letterCount(word)
        return letters >= 1 && !word.contains(where: \.isNumber) && letters * 3 >= word.count * 2 && Lettering.capitalShare(word) >= 0.6
    }

    private static func isOther(_ name: PrintedLine, _ words: AgencyWords) -> Bool {
        let plain = name.plain
        return words.others.contains { other in
            other.count < 5 ? plain == other : Fuzzy.same(plain.prefix(other.count), other)
        }
    }

    /// Rows put together to organs: a row that begins like an organ's name begins a new one.
    private static func organs(of names: [PrintedLine], _ words: AgencyWords) -> [[PrintedLine]] {
        var organs: [[PrintedLine]] = []
        for name in names {
            if organs.isEmpty || beginsOrgan(name, words) { organs.append([name]) } else { organs[organs.count - 1].append(name) }
        }
        return organs
    }

    private static func beginsOrgan(_ name: PrintedLine, _ words: AgencyWords) -> Bool {
        let read = name.plainWords.filter { !$0.isEmpty }
        return words.beginnings.contains { beginning in
            beginning.utf8.count <= 3 ? read.first == beginning : Fuzzy.index(of: beginning, in: Array(read.prefix(3))) == 0
        }
    }

    private static func field(_ organ: [PrintedLine], _ words: AgencyWords) -> Field? {
        let text = organ.map { repaired($0.words.map(\.text), words) }.joined(separator: " ")
        let value = Lettering.trimmed(text)
        return value.isEmpty ? nil : Field(value, lines: organ, certainty: isWhole(value) ? 0.97 : 0.5)
    }

    /// A committee is named with its commune or province; without it a row is missing.
    private static func isWhole(_ name: String) -> Bool {
        let plain = Lettering.plain(name)
        if plain.hasSuffix("phuc vu") { return false }
        let bodies = ["uy ban nhan dan", "hoi dong nhan dan", "dang uy", "ubnd", "hdnd"]
        guard let body = bodies.first(where: { plain.hasPrefix($0) }) else { return !plain.hasPrefix("uy ban") || plain.hasPrefix("uy ban mat tran") }
        return plain.utf8.count > body.utf8.count + 4
    }

    /// Known phrases as they are printed, where the reading comes near; the words between stay verbatim.
    static func repaired(_ read: [String], _ words: AgencyWords) -> String {
        let read = read.map { Lettering.trimmed($0, of: ".,;:|_—'\"`*~[](){}") }.filter { !$0.isEmpty }
        return KnownPhrases.repaired(read, phrases: words.phrases)
    }
}
