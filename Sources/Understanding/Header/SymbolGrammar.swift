import Foundation
import Records

/// The grammar of number and symbol.
struct SymbolGrammar: Sendable {
    let types: DocumentTypes
    let organs: OrganCodes

    struct Parts: Equatable {
        var number: String?
        var symbol: String
        /// Whether "Số" stands before it.
        var hasNumberWord: Bool
    }

    /// Reads a header row; nil when nothing in it looks like a symbol.
    func parse(_ text: String) -> Parts? {
        let row = Self.tidied(text)
        return party(row) ?? Self.state(row) ?? withoutSlash(row)
    }

    /// `Số: 26GM-UBND`, `Số: 54UBND-XNTTHN`: the slash unread, but what stands there is known, a type and its organ or the organ of a công văn.
    /// A slash read as 1 leaves a number that may be one digit too long: then none is given.
    private func withoutSlash(_ row: String) -> Parts? {
        let pattern =
            /^(?<before>\W*[S$]\p{L}\s?:?\s?)(?<number>\d{1,5}?)\s?(?<mark>[|lI1])?(?<first>[A-ZĐ][A-Za-zĐđ]{0,4})-(?<rest>[A-ZĐ]{2,7}(?:-[A-ZĐ]{2,7})?)\W*$/
        guard let match = row.firstMatch(of: pattern) else { return unitWithoutSlash(row) }
        let rest = match.rest.split(separator: "-").map { organs.repaired(String($0)) }
        let isType = types.type(ofCode: String(match.first)) != nil && rest.first.map(organs.holds) ?? false
        guard isType || organs.isIssuer(organs.repaired(String(match.first))) else { return nil }
        let number = match.mark == "1" ? nil : String(match.number)
        return Parts(number: number, symbol: "\(match.first)-\(match.rest)", hasNumberWord: true)
    }

    /// `Số: 866TNHS`: of a receipt, whose symbol is the unit alone.
    private func unitWithoutSlash(_ row: String) -> Parts? {
        guard let match = row.firstMatch(of: /^\W*[S$]\p{L}\s?:?\s?(?<number>\d{1,5})(?<unit>[A-ZĐ]{3,7})\W*$/) else { return nil }
        let unit = organs.repaired(String(match.unit))
        return organs.holds(unit) ? Parts(number: String(match.number), symbol: unit, hasNumberWord: true) : nil
    }

    /// Whether a row of the header is that of the number, also where it cannot be parsed: "Số:" in small letters, or digits before a code.
    static func isNumberRow(_ text: String) -> Bool {
        let row = tidied(text)
        return row.firstMatch(of: /^\W*[S$]\p{Ll}{1,2}\s?(?::|[.\s]*\d)/) != nil
            || row.firstMatch(of: /\d\s?[\/|lI\-]?\s?[A-ZĐ][A-Za-zĐđ]{0,4}[\-\/][A-ZĐ]{2,}/) != nil
    }

    /// `Số 05-NQ/ĐU`, also `80-KH-ĐU`: number, hyphen, type, then slash or hyphen and the issuing organ.
    private func party(_ row: String) -> Parts? {
        let pattern = /^(?<before>.*?)(?<number>\d{1,5})?\s?-\s?(?<type>[A-ZĐ][A-Za-zĐđ]{0,4})\s?(?<mark>[\/\-])\s?(?<organ>[A-ZĐ][A-ZĐ\-]*)\W*$/
        guard let match = row.firstMatch(of: pattern), types.type(ofCode: String(match.type)) != nil else { return nil }
        guard !match.before.contains("/") else { return nil }
        return Parts(
            number: Self.clean(match.number, behind: match.before), symbol: "\(match.type)\(match.mark)\(match.organ)",
            hasNumberWord: Self.hasNumberWord(match.before))
    }

    /// `Số: 15/QĐ-UBND`, `Số: 24/2026/NQ-HĐND`, `Số:     /KH-UBND`, `Số: 949/TNHS`.
    private static func state(_ row: String) -> Parts? {
        let pattern =
            /^(?<before>.*?)(?<number>\d{1,5}[a-z]?)?\s?\/\s?(?:(?:19|20)\d{2}\s?\/\s?)?(?<symbol>[A-ZĐ][A-Za-zĐđ0-9]*(?:\s?[\-&]\s?[A-ZĐ][A-ZĐ0-9]*)*)\W*$/
        guard let match = row.firstMatch(of: pattern) else { return nil }
        let symbol = match.symbol.filter { !$0.isWhitespace }
        guard symbol.contains("-") || (symbol.count >= 2 && hasNumberWord(match.before)) else { return nil }
        return Parts(number: clean(match.number, behind: match.before), symbol: String(symbol), hasNumberWord: hasNumberWord(match.before))
    }

    /// The number, where nothing but "Số:" stands before it: other signs there are handwriting half read.
    private static func clean(_ number: Substring?, behind before: Substring) -> String? {
        guard let number else { return nil }
        let rest = before.drop { !($0.isLetter || $0.isNumber || $0 == "$") }
        let word = rest.prefix { $0.isLetter || $0 == "$" || $0 == "ố" }
        let between = rest.dropFirst(word.count).filter { !":;., ".contains($0) }
        let isNumberWord = word.isEmpty || Lettering.plain(String(word).replacing("$", with: "s")).hasPrefix("s")
        return between.isEmpty && isNumberWord && word.count <= 3 ? String(number) : nil
    }

    private static func hasNumberWord(_ before: Substring) -> Bool {
        Lettering.plain(String(before).replacing("$", with: "s")).split(separator: " ").contains { ["so", "s", "sos", "sd", "sb"].contains($0) }
    }

    /// One kind of hyphen, the Eth that engines read for Đ, no blanks around slashes.
    private static func tidied(_ text: String) -> String {
        var row = VietnameseText.squashed(text)
        for dash in ["–", "—", "‑", "−", "_"] { row = row.replacing(dash, with: "-") }
        row = row.replacing("\u{D0}", with: "Đ").replacing("ÐĐ", with: "Đ").replacing("ĐĐ", with: "Đ")
        return row.replacing(/\s*\/\s*/, with: "/").replacing(/-{2,}/, with: "-")
    }

    struct Repaired: Equatable {
        var text: String
        var type: DocumentType?
        var certainty: Double
        /// Whether each of its parts is a code that exists.
        var isKnown = false
    }

    /// The symbol with its known parts as they are written; nil when no part is known and it does not look like a symbol at all.
    func repaired(_ symbol: String) -> Repaired? {
        let separator: Character = symbol.contains("/") ? "/" : "-"
        var parts = symbol.split { $0 == "-" || $0 == "/" }.map(String.init)
        guard let first = parts.first else { return nil }
        var certainty = 1.0
        let type = parts.count > 1 ? types.type(ofCode: first) : nil
        for index in parts.indices {
            if index == 0, let type {
                if first.uppercased() != type.code.uppercased() || first != type.code { parts[0] = Self.kept(first, as: type) }
                continue
            }
            let repaired = organs.repaired(parts[index])
            if repaired != parts[index] { certainty = 0.93 }
            parts[index] = repaired
        }
        if type == nil, parts.count > 1, !organs.holds(parts[0]) { certainty *= 0.85 }
        let tail = type == nil ? parts[...] : parts.dropFirst()
        let isKnown = !tail.isEmpty && tail.allSatisfy(organs.holds)
        return Repaired(text: Self.joined(parts, separator: separator, original: symbol), type: type, certainty: certainty, isKnown: isKnown)
    }

    /// The symbol under a title that says the type: its code put right where one letter was misread (`TIr-UBND` of a tờ trình), the hyphen put
    /// back that was lost between it and an organ (`TTrUBND`).
    func repaired(_ symbol: Field, for type: DocumentType) -> Field {
        if symbol.value.hasPrefix(type.code), !symbol.value.contains("/") {
            let organ = symbol.value.dropFirst(type.code.count)
            if organ.split(separator: "-").allSatisfy({ organs.holds(String($0)) }), organ.first?.isLetter == true {
                return symbol.with("\(type.code)-\(organ)", certainty: 0.95)
            }
        }
        guard let end = symbol.value.firstIndex(where: { "-/".contains($0) }) else { return symbol }
        let code = String(symbol.value[..<end])
        guard types.type(ofCode: code) == nil, code.count == type.code.count, type.code.count >= 3 else { return symbol }
        guard Fuzzy.distance(Lettering.plain(code), Lettering.plain(type.code), limit: 1) <= 1 else { return symbol }
        return symbol.with(type.code + symbol.value[end...], certainty: 0.95)
    }

    /// `KHHĐ` stays as printed; `TTR` becomes `TTr`, `QD` becomes `QĐ`.
    private static func kept(_ code: String, as type: DocumentType) -> String {
        code.count == type.code.count ? type.code : code
    }

    private static func joined(_ parts: [String], separator: Character, original: String) -> String {
        let marks = original.filter { $0 == "-" || $0 == "/" }
        var result = parts.first ?? ""
        for (mark, part) in zip(marks, parts.dropFirst()) { result += String(mark) + part }
        return result
    }
}
