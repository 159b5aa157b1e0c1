import Foundation

/// The shape of Vietnamese syllables, which tells text in Vietnamese from text in a wrong encoding. By letters alone: no dictionary.
package enum VietnameseSyllable {
    /// Whether a word could be a syllable: an onset, a rime, and a tone that the rime can bear.
    package static func isPossible(_ word: String) -> Bool {
        var tones: [Unicode.Scalar] = []
        var letters = String.UnicodeScalarView()
        for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if tone.contains(scalar) { tones.append(scalar) } else { letters.append(scalar) }
        }
        guard tones.count <= 1 else { return false }
        let toneless = String(letters).precomposedStringWithCanonicalMapping
        return onsets.contains { onset in
            guard toneless.hasPrefix(onset) else { return false }
            let rime = String(toneless.dropFirst(onset.count))
            // A syllable that ends in a stop bears the acute or the dot; a loan may bear none.
            return rimes.contains(rime) && (!stops.contains { rime.hasSuffix($0) } || tones.allSatisfy(stoppedTones.contains))
        }
    }

    /// The share of a text's words, of two letters or more, that could be syllables, and how many words that are.
    package static func share(in text: String) -> (share: Double, words: Int) {
        let words = text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace || $0.isASCII && !$0.isLetter && !$0.isNumber }
            .filter { $0.count > 1 && $0.contains(where: \.isLetter) && !isAbbreviation($0) }
        return (Double(words.count { isPossible(String($0)) }) / Double(max(1, words.count)), words.count)
    }

    /// `UBND`, `10A`: capitals and figures of ASCII.
    private static func isAbbreviation(_ word: Substring) -> Bool { word.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) } }

    private static let tone: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    private static let stoppedTones: Set<Unicode.Scalar> = ["\u{301}", "\u{323}"]
    private static let stops = ["c", "ch", "p", "t"]
    private static let onsets = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t",
        "v", "x", "",
    ]
    private static let rimes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu
        ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        y yêm yên yêng yêt yêu ych ynh yt
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
