import Foundation
import Records

/// Finds the blanks of number and date among the words of a page's head.
struct BlankSearch {
    let words: [RecognisedWord]
    let width: Int
    let height: Int

    /// Of the page's height: the head ends there.
    private static let head = 0.36
    /// Of the page's width: the symbol stands left of it, the date right.
    private static let symbolStart = 0.48
    private static let dateStart = 0.35
    /// Of a line's height, how wide a blank may be.
    private static let widest = 9.0

    /// Those of the topmost number and of the topmost date.
    func blanks() -> [WrittenBlank] {
        let heads = words.indices.filter { Double(words[$0].middle) < Self.head * Double(height) }.sorted { words[$0].top < words[$1].top }
        var found: [WrittenBlank] = []
        if let number = heads.lazy.compactMap(number).first { found.append(number) }
        for index in heads where isWord(index, "thang") {
            guard Double(words[index].left) > Self.dateStart * Double(width) else { continue }
            let date = [day(before: index), month(behind: index)].compactMap { $0 }
            if !date.isEmpty { return found + date }
        }
        return found
    }

    /// Whether it helps to know where each sign of such a word stands: it holds print beside a blank, and maybe some of what is written into it.
    static func mayStandBeside(_ text: String) -> Bool {
        text.count <= 40 && (text.contains { "/-–:".contains($0) } || text.contains("ng") || text.contains("n\u{103}m") || text.hasPrefix("S"))
    }

    // MARK: - Number

    /// The blank before the symbol that a word holds: `/KH-UBND`, `142/BC-UBND`, `-KH/ĐU`.
    private func number(behind index: Int) -> WrittenBlank? {
        let word = words[index]
        guard Double(word.left) < Self.symbolStart * Double(width), let symbol = Symbol(in: word.text) else { return nil }
        let extents = extents(of: word)
        guard extents.count > symbol.firstLetter else { return nil }
        let letter = extents[symbol.firstLetter]
        var blank = WrittenBlank(
            kind: .number(mark: symbol.mark), left: 0, right: letter.lowerBound,
            print: PixelBox(x: letter.lowerBound, y: word.top, width: word.right - letter.lowerBound, height: word.bottom - word.top), before: index,
            behind: index, signsBefore: 0, signsToDrop: symbol.start, read: "", confidence: 0)
        if let end = Self.endOfNumberWord(in: word.text, upTo: symbol.start) {
            // All in one word: `Số:142/BC-UBND`.
            blank.left = extents[end - 1].upperBound
            blank.start = word.left
            blank.signsBefore = end
            blank.read = String(word.text.dropFirst(end).prefix(symbol.start - end))
            blank.confidence = word.confidence
            return blank
        }
        for other in onLine(of: index, leftOf: word.left) {
            guard let end = Self.endOfNumberWord(in: words[other].text, upTo: words[other].text.count) else { continue }
            blank.left = self.extents(of: words[other])[end - 1].upperBound
            blank.before = other
            blank.start = words[other].left
            blank.signsBefore = end
            let inside = between(other, index)
            blank.read = ([String(words[other].text.dropFirst(end))] + inside.map { words[$0].text } + [String(word.text.prefix(symbol.start))])
                .joined()
            blank.confidence = (inside + (symbol.start > 0 ? [index] : [])).map { words[$0].confidence }.min() ?? 0
            return Double(blank.right - blank.left) < Self.widest * Double(word.bottom - word.top) ? blank : nil
        }
        return nil
    }

    /// `Số:` or `Số` as engines read it, and how many signs of the word it is; nil where the word does not begin with it.
    private static func endOfNumberWord(in text: String, upTo limit: Int) -> Int? {
        let start = text.prefix(limit)
        guard let match = start.firstMatch(of: /^[^\p{L}\p{N}$]{0,2}[Ss$][oốôồổóòỏõọ06ỗộáéÓÔốỐ]\s?[:;.]?/) else { return nil }
        let end = start.distance(from: start.startIndex, to: match.range.upperBound)
        // More letters behind it are another word.
        let next = start.dropFirst(end).first
        return next?.isLetter ?? false && !match.0.hasSuffix(":") && next?.isLowercase ?? false ? nil : end
    }

    // MARK: - Date

    private func day(before index: Int) -> WrittenBlank? {
        for other in onLine(of: index, leftOf: words[index].left) where isWord(other, "ngay") {
            return blank(.day, from: other, "ngay", to: index, "thang")
        }
        return nil
    }

    private func month(behind index: Int) -> WrittenBlank? {
        let line = words.indices.filter { isLevel($0, index) && words[$0].left >= words[index].right && isWord($0, "nam") }
        guard let year = line.min(by: { words[$0].left < words[$1].left }) else { return nil }
        return blank(.month, from: index, "thang", to: year, "nam")
    }

    private func blank(_ kind: WrittenBlank.Kind, from before: Int, _ first: String, to behind: Int, _ second: String) -> WrittenBlank? {
        let (one, two) = (words[before], words[behind])
        guard let end = Self.place(of: first, in: one.text)?.upperBound, let start = Self.place(of: second, in: two.text)?.lowerBound else {
            return nil
        }
        let (extentsBefore, extentsBehind) = (extents(of: one), extents(of: two))
        let (left, right) = (extentsBefore[end - 1].upperBound, extentsBehind[start].lowerBound)
        guard right > left, Double(right - left) < Self.widest * Double(one.bottom - one.top) else { return nil }
        let inside = between(before, behind)
        let read = [String(one.text.dropFirst(end))] + inside.map { words[$0].text } + [String(two.text.prefix(start))]
        let sure = inside + (end < one.text.count ? [before] : []) + (start > 0 ? [behind] : [])
        let name = first == "thang" ? one : two
        let from = first == "thang" ? extentsBefore[0].lowerBound : right
        let through = first == "thang" ? left : extentsBehind[min(extentsBehind.count, start + second.count) - 1].upperBound
        return WrittenBlank(
            kind: kind, left: left, right: right, start: extentsBefore[end - first.count].lowerBound,
            end: extentsBehind[min(extentsBehind.count, start + second.count) - 1].upperBound,
            print: PixelBox(x: from, y: name.top, width: max(1, through - from), height: name.bottom - name.top), before: before, behind: behind,
            signsBefore: end, signsToDrop: start, read: read.joined(), confidence: sure.map { words[$0].confidence }.min() ?? 0)
    }

    // MARK: - Words

    /// Whether a word is such a one, signs that stand beside it aside.
    private func isWord(_ index: Int, _ plain: String) -> Bool { Self.place(of: plain, in: words[index].text) != nil }

    /// Where in a text a word stands, in signs: it begins or ends with it.
    private static func place(of plain: String, in text: String) -> Range<Int>? {
        let signs = text.map { VietnameseText.folded(String($0)) }
        guard signs.count >= plain.count, signs.count <= plain.count + 6 else { return nil }
        for start in 0...(signs.count - plain.count) where signs[start..<start + plain.count].joined() == plain {
            return start..<start + plain.count
        }
        return nil
    }

    /// Words left of a place on the line of another word, the nearest first.
    private func onLine(of index: Int, leftOf x: Int) -> [Int] {
        words.indices.filter { $0 != index && isLevel($0, index) && (words[$0].left + words[$0].right) / 2 < x }.sorted {
            words[$0].right > words[$1].right
        }
    }

    /// Words that stand between two, from left to right.
    private func between(_ before: Int, _ behind: Int) -> [Int] {
        Self.inside(words, before, behind)
    }

    static func inside(_ words: [RecognisedWord], _ before: Int, _ behind: Int) -> [Int] {
        guard before != behind else { return [] }
        let (left, right) = (words[before], words[behind])
        return words.indices.filter { index in
            let word = words[index]
            let middle = (word.left + word.right) / 2
            let isLevel = word.bottom > min(left.top, right.top) && word.top < max(left.bottom, right.bottom)
            return index != before && index != behind && middle > left.left && middle < right.right && word.left >= left.left
                && word.right <= right.right + 4
                && isLevel && word.middle > min(left.top, right.top) - (left.bottom - left.top) / 2
        }.sorted { words[$0].left < words[$1].left }
    }

    private func isLevel(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (words[one], words[other])
        return min(a.bottom, b.bottom) - max(a.top, b.top) > min(a.bottom - a.top, b.bottom - b.top) / 2
    }

    /// The columns of each sign of a word; shares of its width where the engine did not tell.
    private func extents(of word: RecognisedWord) -> [Range<Int>] {
        let count = word.text.count
        if word.signs.count == count { return word.signs }
        return (0..<count).map { index in
            let left = word.left + (word.right - word.left) * index / count
            return left..<max(left + 1, word.left + (word.right - word.left) * (index + 1) / count)
        }
    }
}

/// The symbol at a word's end, with the sign that parts it from the number.
private struct Symbol {
    var mark: Character
    /// In signs of the word: where the mark stands, and the first letter behind it.
    var start: Int
    var firstLetter: Int

    init?(in text: String) {
        let pattern = /(?<mark>[\/\-–])(?:(?:19|20)\d\d\/)?[A-ZĐÐ][A-Za-zĐđÐ]{0,5}(?:[\-\/–&][A-ZĐÐỦ][A-ZĐÐỦ0-9]*)*[.,]?$/
        guard let match = text.firstMatch(of: pattern), match.0.count >= 4 else { return nil }
        let symbol = match.0.dropFirst()
        guard symbol.contains(where: { "-/–".contains($0) }) || match.mark == "/" else { return nil }
        mark = match.mark == "/" ? "/" : "-"
        start = text.distance(from: text.startIndex, to: match.range.lowerBound)
        firstLetter = start + 1
        // The year of `24/2026/NQ-HĐND` is print.
    }
}
