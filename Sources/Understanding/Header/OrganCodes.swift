import Records

/// Abbreviations of organs and units that symbols end with: conventional ones, so that a misread letter can be put right.
struct OrganCodes: Sendable {
    private let known: Set<String>
    private let issuers: Set<String>
    /// Read forms that can only be one of the conventional ones.
    private let misread: [String: String]
    /// Codes by what they are without marks.
    private let byPlain: [String: [String]]

    init(_ organs: [Organ]) {
        known = Set(organs.map(\.code))
        issuers = Set(organs.filter(\.isIssuer).map(\.code))
        misread = Dictionary(organs.flatMap { organ in organ.misread.map { ($0, organ.code) } }, uniquingKeysWith: { first, _ in first })
        byPlain = Dictionary(grouping: known, by: Lettering.plain)
    }

    func holds(_ code: String) -> Bool { known.contains(code) }

    /// Whether a công văn's symbol begins with it (NĐ 30/2020/NĐ-CP, appendix I, II.3).
    func isIssuer(_ code: String) -> Bool { issuers.contains(code) }

    func repaired(_ code: String) -> String {
        if known.contains(code) { return code }
        if let right = misread[code] { return right }
        let alike = byPlain[Lettering.plain(code)] ?? []
        return alike.count == 1 ? alike.first ?? code : code
    }
}
