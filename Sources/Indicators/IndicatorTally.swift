import Records

/// The sums behind one indicator. A denominator of 0 gives no value: a number that cannot be known is unknown.
struct IndicatorTally {
    private(set) var numerator = 0
    private(set) var denominator = 0
    /// The keys that the code can have are always there, with 0 where nothing falls under them.
    private(set) var excluded: [String: Int]
    private(set) var pending: [String: Int]
    private var reported = 0
    private var known = 0
    private var withoutEvidence = 0
    private var archive = InventoryTotals()

    init(of code: Indicator.Code) {
        excluded = Dictionary(uniqueKeysWithValues: code.exclusions.map { ($0.rawValue, 0) })
        pending = Dictionary(uniqueKeysWithValues: code.pendings.map { ($0.rawValue, 0) })
    }

    mutating func add(_ standing: IndicatorStanding, times count: Int, isReported: Bool? = nil) {
        switch standing {
        case .counted: numerator += count
        case .pending(let pending): self.pending[pending.rawValue, default: 0] += count
        case .excluded(let excluded):
            self.excluded[excluded.rawValue, default: 0] += count
            return
        }
        denominator += count
        guard let isReported else { return }
        known += count
        if isReported { reported += count }
        if isReported, standing != .counted { withoutEvidence += count }
    }

    /// The extents of items that stand alike.
    mutating func add(_ group: ItemGroup) { archive.add(group) }

    /// 0...1, not rounded; nil while unknown.
    var ratio: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

    var value: Double? { Indicator.value(numerator, of: denominator) }

    var extents: Indicator.Extents { .init(item: archive.items, document: archive.documents, page: archive.pages) }

    var whatIsReported: Indicator.Reported? {
        known == 0
            ? nil
            : .init(numerator: reported, known: known, withoutEvidence: withoutEvidence, value: Indicator.value(reported, of: denominator))
    }

    var reuseReadings: Indicator.Readings {
        let proxy = numerator + withoutEvidence
        return .init(
            strict: .init(numerator: numerator, value: value, definition: Indicator.Code.strictReuse),
            proxy: .init(numerator: proxy, value: Indicator.value(proxy, of: denominator), definition: Indicator.Code.proxyReuse))
    }
}
