import Foundation
import Records

/// Tells which fonts of a page are in an encoding from before Unicode: by what their text is worth as Vietnamese, and by their names.
struct LegacyFonts {
    /// What a font's name says of its text.
    private enum Kind: Hashable {
        case unnamed
        case legacy(LegacyEncoding)

        /// `ABCDEF+.VnTimeH-Bold`, `VNI-Times`.
        init(_ name: String) {
            let bare = LegacyFonts.bare(name)
            if bare.uppercased().hasPrefix("VNI") {
                self = .legacy(.vni)
            } else {
                self = bare.hasPrefix(".Vn") || bare.hasPrefix("Vn") ? .legacy(.tcvn3) : .unnamed
            }
        }
    }

    /// From this share of syllables on, text is Vietnamese, and so much better it must be than as it stands.
    private static let vietnamese = 0.75
    private static let advantage = 0.2
    /// Words below which the share says nothing, and the name decides.
    private static let fewWords = 8

    private let names: [String]
    private let encodings: [Kind: LegacyEncoding]

    /// `names` has the font of each of `scalars`.
    init(_ scalars: ArraySlice<Unicode.Scalar>, named names: [String]) {
        self.names = names
        var texts: [Kind: String.UnicodeScalarView] = [:]
        var kinds: [String: Kind] = [:]
        var last: Kind?
        for (index, scalar) in scalars.enumerated() {
            let name = names[index]
            let kind = kinds[name] ?? Kind(name)
            kinds[name] = kind
            // White space between words often has no font.
            if scalar.properties.isWhitespace {
                if let last { texts[last, default: .init()].append(" ") }
            } else {
                texts[kind, default: .init()].append(scalar)
                last = kind
            }
        }
        var encodings: [Kind: LegacyEncoding] = [:]
        for (kind, text) in texts { encodings[kind] = Self.encoding(of: String(text), kind) }
        self.encodings = encodings
    }

    /// Whether any text had to be made Unicode.
    var isLegacy: Bool { !encodings.isEmpty }

    /// A word in Unicode, NFC: its characters, and the place of each in the page's text.
    func unicode(_ word: [(scalar: Unicode.Scalar, index: Int)]) -> String {
        var result = ""
        var run = String.UnicodeScalarView()
        for (place, character) in word.enumerated() {
            run.append(character.scalar)
            let next = place + 1 < word.count ? names[word[place + 1].index] : nil
            guard next != names[character.index] else { continue }
            result += unicode(String(run), in: names[character.index])
            run = .init()
        }
        return result.precomposedStringWithCanonicalMapping
    }

    private func unicode(_ text: String, in name: String) -> String {
        guard let encoding = encodings[Kind(name)] else { return text }
        return encoding.unicode(text, capitals: encoding == .tcvn3 && Self.showsCapitals(name))
    }

    private static func encoding(of text: String, _ kind: Kind) -> LegacyEncoding? {
        let plain = VietnameseSyllable.share(in: text)
        if plain.words < fewWords {
            guard case .legacy(let encoding) = kind, !text.unicodeScalars.contains(where: isVietnamese) else { return nil }
            return encoding
        }
        let shares = LegacyEncoding.allCases.map { ($0, VietnameseSyllable.share(in: $0.unicode(text)).share) }
        guard let best = shares.max(by: { $0.1 < $1.1 }), best.1 >= vietnamese, best.1 >= plain.share + advantage else { return nil }
        return best.0
    }

    /// A letter that no encoding from before Unicode gives.
    private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{1EA0}"..."\u{1EF9}").contains(scalar) || ["ă", "Ă", "đ", "Đ", "ơ", "Ơ", "ư", "Ư"].contains(scalar)
    }

    /// `.VnTimeH`, `.VnArialH-Bold`: small letters look like capitals.
    private static func showsCapitals(_ name: String) -> Bool { bare(name).prefix { $0 != "-" && $0 != "," }.hasSuffix("H") }

    /// Without the mark of a subset.
    private static func bare(_ name: String) -> Substring { name.split(separator: "+").last ?? "" }
}
