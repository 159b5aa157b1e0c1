import Records

/// The sums behind one indicator. A denominator of 0 gives no value: a number that cannot be known is unknown.
struct IndicatorTally {
    private(set) var numerator = 0
    private(set) var denominator = 0
    /// The keys that the code can have are always there, with 0 where nothing falls under them.
    private(set) var excluded: [String: Int]
    private(set) var pending: [String: Int]

    init(_ evidence: [IndicatorEvidence], of code: Indicator.Code) {
        excluded = Dictionary(uniqueKeysWithValues: code.exclusions.map { ($0.rawValue, 0) })
        pending = Dictionary(uniqueKeysWithValues: code.pendings.map { ($0.rawValue, 0) })
        for line in evidence { add(line.standing) }
    }

    private mutating func add(_ standing: IndicatorStanding) {
        switch standing {
        case .counted:
            numerator += 1
            denominator += 1
        case .pending(let pending):
            denominator += 1
            self.pending[pending.rawValue, default: 0] += 1
        case .excluded(let excluded):
            self.excluded[excluded.rawValue, default: 0] += 1
        }
    }

    /// 0...1, not rounded; nil while unknown.
    var ratio: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

    /// The ratio with two decimals of its percentage, as QĐ 766 shows it: 41 of 50 is 0.82 (82.00 %), 2 of 3 is 0.6667 (66.67 %).
    /// Rounded half up, but never up to 1: one missing of a million is not all.
    var value: Double? {
        guard denominator > 0 else { return nil }
        let tenThousandths = (numerator * 20_000 + denominator) / (2 * denominator)
        return Double(numerator < denominator ? min(tenThousandths, 9_999) : 10_000) / 10_000
    }
}
