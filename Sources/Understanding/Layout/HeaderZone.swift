import Records

/// The top of a record's first page: the issuing side on the left, motto and date on the right, each row by row.
///
/// Numbers and dates are looked for here only, since the body is full of citations (NĐ 30/2020/NĐ-CP, appendix I, zones 1–4).
struct HeaderZone: Sendable {
    let left: [PrintedLine]
    let right: [PrintedLine]
    /// Where it ends: at the title, or at a third of the page.
    let bottom: Double

    /// Left of it begins the issuing side.
    private static let leftStart = 0.42
    private static let leftCentre = 0.47
    private static let depth = 0.36

    init(_ layout: PageLayout, above title: PrintedLine?) {
        let bottom = title.map { $0.middle - 0.4 * $0.height } ?? Self.depth
        self.bottom = bottom
        let rows = layout.rows.map { row in row.filter { $0.middle < bottom } }
        left = rows.compactMap { row in PrintedLine.joined(row.filter(Self.isLeft)) }
        right = rows.compactMap { row in PrintedLine.joined(row.filter { !Self.isLeft($0) }) }
    }

    private static func isLeft(_ line: PrintedLine) -> Bool { line.box.x < leftStart && line.centre < leftCentre }
}
