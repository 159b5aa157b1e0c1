import Records

/// What seal and signature have left of a title's line: its last words, and what they hide by where those stand.
struct TitleRemains {
    /// The title that the line ends like.
    let title: String
    /// Letters of the title that were read, 0...1.
    let share: Double
    /// How far off the axis the line's middle would be if it were this title; nil without an axis.
    let offset: Double?
    /// Letters before a title that is whole: `PHÓ CHỦ TỊCH` ends like `CHỦ TỊCH`, and is more.
    private let strays: Int

    /// Two titles whose lines would stand so near to each other are not told apart by their place.
    private static let farthest = 0.022
    private static let leastTail = 4

    /// The best of the titles that a line may be the remains of; nil where it ends like none of them.
    init?(_ line: PrintedLine, of titles: [String], axis: Double? = nil) {
        let words = line.words.filter { Lettering.letterCount($0.text) >= 1 }
        var best: TitleRemains?
        for title in titles {
            guard let remains = TitleRemains(words, title: title, axis: axis) else { continue }
            if best.map({ remains.cost < $0.cost }) ?? true { best = remains }
        }
        guard let best, best.offset.map({ abs($0) <= Self.farthest }) ?? true else { return nil }
        self = best
    }

    /// Place counts most; of titles that fit equally the one of which more was read.
    private var cost: Double { abs(offset ?? 0) + 0.02 * (1 - share) + 0.002 * Double(strays) }

    private init?(_ words: [PageReading.Word], title: String, axis: Double?) {
        let expected = title.split(separator: " ").map { Lettering.plain(String($0)) }
        let read = words.map { Lettering.plain($0.text).filter { $0 != " " } }
        var tail: (read: Int, expected: Int, letters: Int)?
        for start in read.indices {
            for from in expected.indices {
                let text = expected[from...].joined()
                guard text.utf8.count >= Self.leastTail, text.utf8.count > tail?.letters ?? 0 else { continue }
                if Fuzzy.same(read[start...].joined(), text) { tail = (start, from, text.utf8.count) }
            }
        }
        guard let tail, let box = Box.around(words[tail.read...].map(\.box)), box.width > 0 else { return nil }
        let hidden = expected[..<tail.expected].joined().utf8.count + tail.expected
        self.title = title
        let all = expected.joined().utf8.count
        // Letters before the tail that are the hidden ones misread (`DHÓ` of `PHÓ`) count as half read.
        let before = read[..<tail.read].joined()
        strays = tail.expected == 0 ? before.utf8.count : 0
        let alike = tail.expected > 0 ? Fuzzy.distance(before, expected[..<tail.expected].joined(), limit: 2) : 3
        share = (Double(tail.letters) + (alike <= 2 ? 0.5 * Double(all - tail.letters) : 0)) / Double(all)
        let letter = box.width / Double(tail.letters + expected.count - tail.expected - 1)
        offset = axis.map { box.middle.x - Double(hidden) * letter / 2 - $0 }
    }
}
