import Foundation
import Records

/// The name of the commune that a paper is about, as most of its mentions have it: `xã Bum Nưa` stands in the header, over the
/// date and all through the text, so one misread mention can be put right by the others.
struct LocalName: Sendable {
    /// As written in running text: `Bum Nưa`.
    let name: String
    private let plain: String
    /// Mentions of just this name, header and text together.
    private let mentions: Int
    private let agencies: AgencyWords

    /// Words before a commune's name, folded.
    private static let units: Set<String> = ["xa", "phuong", "tran"]
    private static let leastVotes = 0.8
    /// So many mentions alike leave hardly a doubt.
    private static let confirming = 3
    private static let confirmed = 0.93

    /// Nil when no name is mentioned with fair confidence.
    init?(place: Field?, agency: Field?, pages: [PageLayout], _ agencies: AgencyWords) {
        self.agencies = agencies
        var votes: [String: Double] = [:]
        var counts: [String: Int] = [:]
        func vote(_ name: String, _ weight: Double) {
            votes[name, default: 0] += weight
            counts[name, default: 0] += 1
        }
        if let place { vote(place.value, place.confidence) }
        if let agency, let tail = Self.tail(of: agency.value) { vote(Lettering.nameCase(tail.name), agency.confidence) }
        for line in pages.lazy.flatMap(\.lines) where !line.isCapitals {
            for (name, weight) in Self.mentions(in: line) { vote(name, weight) }
        }
        guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= Self.leastVotes else { return nil }
        name = best.key
        plain = Self.squeezed(best.key)
        mentions = counts[best.key] ?? 0
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
        guard let place else { return nil }
        if place.value == name { return mentions >= Self.confirming ? place.confirmed(atLeast: Self.confirmed) : place }
        guard isLike(place.value, forgiving: 0.34) else { return place }
        return place.corrected(to: name, confidence: mentions >= Self.confirming ? Self.confirmed : place.confidence)
    }

    /// The agency with its commune's name put right: what stands behind the last XÃ or PHƯỜNG. The less sure the reading, the more
    /// is forgiven.
    func repaired(agency: Field?) -> Field? {
        guard let agency, let tail = Self.tail(of: agency.value) else { return agency }
        if tail.name == name.uppercased() {
            return isKnownBody(tail.before) && mentions >= Self.confirming ? agency.confirmed(atLeast: Self.confirmed) : agency
        }
        guard isLike(tail.name, forgiving: agency.confidence > 0.85 ? 0.25 : 0.5) else { return agency }
        return agency.corrected(to: tail.before + " " + name.uppercased(), confidence: agency.confidence)
    }

    /// An agency's name cut behind its last XÃ or PHƯỜNG.
    private static func tail(of agency: String) -> (before: String, name: String)? {
        let words = agency.split(separator: " ").map(String.init)
        guard let unit = words.lastIndex(where: { ["XÃ", "PHƯỜNG", "TRẤN", "KHU"].contains($0) }), unit + 1 < words.count else { return nil }
        return (words[...unit].joined(separator: " "), words[(unit + 1)...].joined(separator: " "))
    }

    /// `ỦY BAN NHÂN DÂN XÃ`, letter by letter.
    private func isKnownBody(_ text: String) -> Bool {
        let words = text.split(separator: " ").dropLast().joined(separator: " ")
        return agencies.phrases.contains { VietnameseText.exact($0) == VietnameseText.exact(words) }
    }

    private func isLike(_ text: String, forgiving share: Double) -> Bool {
        let limit = Int(Double(plain.utf8.count) * share)
        return Fuzzy.distance(Self.squeezed(text), plain, limit: limit) <= limit
    }
}
