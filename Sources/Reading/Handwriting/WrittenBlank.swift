import Records

/// A printed blank that people fill in by hand: of the number, the day or the month (NĐ 30/2020/NĐ-CP, appendix I, zones 3 and 4).
struct WrittenBlank {
    enum Kind: Equatable {
        /// Between "Số:" and the sign before the symbol, `/` or `-`.
        case number(mark: Character)
        /// Between "ngày" and "tháng".
        case day
        /// Between "tháng" and "năm".
        case month
    }

    var kind: Kind
    /// Pixels of the page: where the print before it ends, and where the print behind it begins (of a symbol: its first letter).
    var left: Int
    var right: Int
    /// Where the print before it begins, and where the print behind it ends, of words whose breadth is known; nil of others.
    var start: Int?
    var end: Int?
    /// Print on the same line whose height tells how tall capitals are there, in pixels of the page.
    var print: PixelBox
    /// Index of the word before it, and of the one behind it.
    var before: Int
    var behind: Int
    /// Of the word before, how many signs belong to it; of the word behind, how many do not.
    var signsBefore: Int
    var signsToDrop: Int
    /// What the engine read in it, and how sure it was of it; empty where it read nothing.
    var read: String
    var confidence: Double

    /// The blank with the print beside it as broad as it is: engines take what is written close to a word for a part of it.
    func between(printOf capitals: Double) -> WrittenBlank {
        var blank = self
        if let start, let breadth = breadths.before { blank.left = min(left, start + Int(breadth * capitals)) }
        if let end, let breadth = breadths.behind { blank.right = max(right, end - Int(breadth * capitals)) }
        return blank
    }

    /// Heights of a capital: how broad "Số", "ngày", "tháng" and "năm" are at most, in Times and what is set like it.
    private var breadths: (before: Double?, behind: Double?) {
        switch kind {
        case .number: (2.1, nil)
        case .day: (3.05, 3.5)
        case .month: (3.5, 2.7)
        }
    }

    /// Whether what is below ten is written with a zero. Of months only January and February are.
    var isPadded: Bool { kind != .month }

    func allows(_ digits: String) -> Bool {
        guard let value = Int(digits) else { return false }
        return switch kind {
        case .number: digits.count <= 4 && value > 0 && !digits.hasPrefix("00")
        case .day: digits.count <= 2 && (1...31).contains(value)
        case .month: digits.count <= 2 && (1...12).contains(value)
        }
    }
}
