import Records

/// What a title says: a type of document or a form of an administrative procedure, and the lines that say it.
struct Title: Sendable {
    enum Kind: Sendable { case document(DocumentType), paper(PaperForm) }

    let kind: Kind
    let line: PrintedLine
    /// Words of the title's line behind the type's name (`THÔNG BÁO` + `KẾT LUẬN CUỘC HỌP`).
    let rest: PrintedLine?
    /// How like the printed title is to the expected one, 0...1.
    let likeness: Double
}

/// Finds the title: large centred capitals under the header (NĐ 30/2020/NĐ-CP, appendix I, zone 5a).
enum TitleFinder {
    private static let depth = 0.55
    private static let centres = 0.3...0.76
    /// Papers may print the title anywhere along the line; documents of the archive do not.
    private static let leastLikeness = 0.78

    static func title(on layout: PageLayout, _ lexicon: Lexicon) -> Title? {
        let candidates = self.candidates(on: layout)
        for index in candidates.indices {
            let next = candidates.dropFirst(index + 1).first
            if let title = paper(candidates[index], next: next, lexicon.forms) ?? document(candidates[index], lexicon.types) { return title }
        }
        return nil
    }

    private static func candidates(on layout: PageLayout) -> [PrintedLine] {
        layout.lines.filter {
            $0.middle < depth && centres.contains($0.centre) && $0.letters >= 5 && Lettering.capitalShare($0.text) >= 0.7 && !isHeader($0)
        }
    }

    /// Lines of the header's left column stand left of the title even when they reach the middle.
    private static func isHeader(_ line: PrintedLine) -> Bool { line.box.right < 0.5 && line.centre < 0.4 }

    private static func document(_ line: PrintedLine, _ types: DocumentTypes) -> Title? {
        var best: Title?
        for (type, name) in types.titled {
            guard let match = beginning(of: line, like: name), match.likeness > best?.likeness ?? leastLikeness else { continue }
            best = Title(kind: .document(type), line: match.head, rest: match.rest, likeness: match.likeness)
        }
        return best
    }

    private static func paper(_ line: PrintedLine, next: PrintedLine?, _ forms: PaperForms) -> Title? {
        let both = next.flatMap { PrintedLine.joined([line, $0]) }
        var best: Title?
        for (form, titles) in forms.titled {
            for name in titles {
                let isLonger = name.utf8.count > line.plain.utf8.count
                guard let match = beginning(of: line, like: name) ?? (isLonger ? both.flatMap { beginning(of: $0, like: name) } : nil) else {
                    continue
                }
                // A longer title says more than a shorter one that it contains.
                guard match.likeness + lengthBonus(name) > best.map({ $0.likeness + lengthBonus($0.line.plain) }) ?? 0 else { continue }
                best = Title(kind: .paper(form), line: match.head, rest: match.rest, likeness: match.likeness)
            }
        }
        return best
    }

    private static func lengthBonus(_ title: String) -> Double { 0.02 * Double(title.utf8.count) }

    private typealias Match = (head: PrintedLine, rest: PrintedLine?, likeness: Double)

    /// The line's first words where they are `name`, a misread letter in five forgiven; specks before them are passed over.
    private static func beginning(of line: PrintedLine, like name: String) -> Match? {
        let count = name.utf8.count { $0 == UInt8(ascii: " ") } + 1
        var best: Match?
        for start in line.words.indices where isClean(line, before: start) {
            for length in max(1, count - 1)...(count + 1) where start + length <= line.words.count {
                let head = line.slice(start..<(start + length))
                let likeness = Self.likeness(head.plain, name)
                guard likeness >= leastLikeness, likeness > best?.likeness ?? 0 else { continue }
                let rest = start + length < line.words.count ? line.slice((start + length)..<line.words.count) : nil
                best = (head, rest, likeness)
            }
        }
        return best
    }

    private static func isClean(_ line: PrintedLine, before start: Int) -> Bool {
        start <= 2 && line.words[..<start].allSatisfy { Lettering.letterCount($0.text) < 3 }
    }

    static func likeness(_ read: String, _ name: String) -> Double {
        let distance = Fuzzy.distance(read, name, limit: name.utf8.count)
        return 1 - Double(distance) / Double(max(1, name.utf8.count))
    }
}
