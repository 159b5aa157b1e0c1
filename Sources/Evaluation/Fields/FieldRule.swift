import Foundation
import Records

/// When a value that was read says the same as what is printed: one rule a field.
struct FieldRule: Sendable {
    /// The field's name in JSON.
    let name: String
    /// Whether papers of procedures are asked for it: on most of them it is not printed, or means something else.
    let isOfProcedures: Bool
    /// What is left of a value when what does not matter is taken away.
    let essence: @Sendable (String) -> String
    /// A subject of two lines may differ by a letter and still be found.
    var allowsNearness = false
    /// Whether a value that was read where none is printed counts as invented. Where a truth may be silent on what is printed, it does not.
    var countsInvented = false

    /// Of the letters of both values, what a subject must share.
    private static let nearness = 0.97

    static let all: [FieldRule] = [
        FieldRule(name: "kind", isOfProcedures: true, essence: { VietnameseText.squashed($0) }),
        FieldRule(name: "form", isOfProcedures: true, essence: { VietnameseText.squashed($0) }),
        FieldRule(name: "type_code", isOfProcedures: true, essence: { sameTypes[VietnameseText.squashed($0)] ?? VietnameseText.squashed($0) }),
        FieldRule(name: "number", isOfProcedures: false, essence: number, countsInvented: true),
        FieldRule(name: "symbol", isOfProcedures: false, essence: symbol),
        FieldRule(name: "issued_on", isOfProcedures: true, essence: { VietnameseText.squashed($0) }, countsInvented: true),
        FieldRule(name: "place", isOfProcedures: false, essence: words),
        FieldRule(name: "agency", isOfProcedures: false, essence: words),
        FieldRule(name: "parent_agency", isOfProcedures: false, essence: words),
        FieldRule(name: "subject", isOfProcedures: false, essence: subject, allowsNearness: true),
        FieldRule(name: "signer_name", isOfProcedures: true, essence: words),
        FieldRule(name: "signer_title", isOfProcedures: false, essence: words),
        FieldRule(name: "dossier_code", isOfProcedures: true, essence: { VietnameseText.squashed($0) }, countsInvented: true),
        FieldRule(name: "dossier", isOfProcedures: true, essence: { VietnameseText.squashed($0) }),
    ]

    func agrees(_ read: String, with printed: String) -> Bool {
        let (a, b) = (essence(printed), essence(read))
        if a == b { return true }
        return allowsNearness && SharedLetters(Array(a.unicodeScalars)[...]).likeness(to: Array(b.unicodeScalars)[...]) >= Self.nearness
    }

    /// A plan of action is a plan.
    private static let sameTypes = ["KHHĐ": "KH"]

    /// Words alone: no case, no punctuation but the slash.
    @Sendable static func words(_ text: String) -> String {
        let plain = VietnameseText.squashed(text).lowercased().unicodeScalars.map { isOfWord($0) ? Character($0) : " " }
        return VietnameseText.squashed(String(plain))
    }

    private static func isOfWord(_ letter: Unicode.Scalar) -> Bool {
        letter == "/" || letter == "_" || letter.properties.isAlphabetic || letter.properties.numericType != nil
    }

    /// Without leading zeros.
    @Sendable private static func number(_ text: String) -> String {
        let digits = VietnameseText.squashed(text).lowercased()
        let rest = digits.drop { $0 == "0" }
        return rest.first?.isNumber == true ? String(rest) : digits.hasPrefix("0") && rest.isEmpty ? "0" : digits
    }

    /// Capitals, and one sort of dash between the parts.
    @Sendable private static func symbol(_ text: String) -> String {
        let capitals = VietnameseText.squashed(text).uppercased()
        let parts = capitals.split { $0.isWhitespace || $0 == "-" || $0 == "–" || $0 == "/" }
        return parts.joined(separator: "-")
    }

    /// Without the words that begin every subject.
    @Sendable private static func subject(_ text: String) -> String {
        let whole = words(text)
        let opening = ["v/v", "về việc"].first { whole == $0 || whole.hasPrefix($0 + " ") }
        return opening.map { String(whole.dropFirst($0.count + 1)) } ?? whole
    }
}
