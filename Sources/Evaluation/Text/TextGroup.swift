/// The groups in which text is counted: what was done to the page before it was scanned.
package enum TextGroup: String, Sendable, CaseIterable {
    case clean, office, poor
    /// Fed in sideways or upside down.
    case turned
    /// Leaning by four degrees or more.
    case skewed
    case contrast, phone, tables
    /// With a text layer of its own.
    case born
    /// With a text layer in TCVN3.
    case legacy
    case other

    private static let leastSkew = 4.0

    init(of truth: Truth, page: TruthPage) {
        self =
            switch (truth.textLayer, truth.category) {
            case ("unicode", _): .born
            case ("tcvn3", _): .legacy
            case (_, "low_contrast"): .contrast
            case (_, "phone"): .phone
            case _ where page.rotation != 0: .turned
            case _ where abs(page.skew) >= Self.leastSkew: .skewed
            case (_, "seed_tables"), (_, "tables"): .tables
            default: TextGroup(rawValue: truth.level) ?? .other
            }
    }
}
