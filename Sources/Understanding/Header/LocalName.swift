import Foundation
import Records

/// The name of the commune that a paper is about, as most of its mentions have it: `xã Bum Nưa` stands in the header, over the
/// date and all through the text, so one misread mention can be put right by the others.
struct LocalName: Sendable {
    /// As written in running text: `Bum Nưa`.
    let name: String
    private let plain: String

    /// Words before a commune's name, folded.
    private static let units: Set<String> = ["xa", "phuong", "tran"]
    private static let leastVotes = 0.8

    /// Nil when no name is mentioned with fair confidence.
    init?(place: Field?, agency: Field?, pages: [PageLayout]) {
        var votes: [String: Double] = [:]
        if let place { votes[place.value, default: 0] += place.confidence }
        if let agency, let tail = Self.tail(of: agency.value) { votes[Lettering.nameCase(tail.name), default: 0] += agency.confidence }
        for line in pages.lazy.flatMap(\.lines) where !line.isCapitals {
            for (name, weight) in Self.mentions(in: line) { votes[name, default: 0] += weight }
        }
        guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= Self.leastVotes else { return nil }
        name = best.key
        plain = Self.squeezed(best.key)
    }

    /// `xã Bum Nưa`: the words with capitals behind the unit.
    private static func mentions(in line: PrintedLine) -> [(String, Double)] {
        line.words.indices.dropLast().compactMap { index in
            guard units.contains(line.plainWords[index]), line.words[index].text.first?.isLowercase ?? false else { return nil }
            var words: [PageReading.Word] = []
            for word in line.words[(index + 1)...].prefix(4) {
                guard PersonNames.isNameWord(word.text) else { break }
                words.append(word)
                if word.text.last.map({ !$0.isLetter }) ?? true { break }
            }
            guard words.count >= 2 || (words.count == 1 && index + 2 < line.words.count) else { return nil }
            return (words.map { Lettering.trimmed($0.text) }.joined(separator: " "), Evidence.confidence(of: words))
        }
    }

    private static func squeezed(_ text: String) -> String { Lettering.plain(text).filter { $0 != " " } }

    /// The place put right where it is this name misread.
    func repaired(place: Field?) -> Field? {
        guard let place, place.value != name, isLike(place.value, forgiving: 0.34) else { return place }
        return place.with(name, certainty: 1)
    }

    /// The agency with its commune's name put right: what stands behind the last XÃ or PHƯỜNG. The less sure the reading, the more
    /// is forgiven.
    func repaired(agency: Field?) -> Field? {
        guard let agency, let tail = Self.tail(of: agency.value), tail.name != name.uppercased() else { return agency }
        guard isLike(tail.name, forgiving: agency.confidence > 0.85 ? 0.25 : 0.5) else { return agency }
        return agency.with(tail.before + " " + name.uppercased(), certainty: 1)
    }

    /// An agency's name cut behind its last XÃ or PHƯỜNG.
    private static func tail(of agency: String) -> (before: String, name: String)? {
        let words = agency.split(separator: " ").map(String.init)
        guard let unit = words.lastIndex(where: { ["XÃ", "PHƯỜNG", "TRẤN", "KHU"].contains($0) }), unit + 1 < words.count else { return nil }
        return (words[...unit].joined(separator: " "), words[(unit + 1)...].joined(separator: " "))
    }

    private func isLike(_ text: String, forgiving share: Double) -> Bool {
        let limit = Int(Double(plain.utf8.count) * share)
        return Fuzzy.distance(Self.squeezed(text), plain, limit: limit) <= limit
    }
}
