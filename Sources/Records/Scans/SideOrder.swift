/// In which order a scan holds the sides of its sheets.
///
/// A scanner for one side takes a stack twice: the fronts 1, 3, 5, …, then, the whole stack turned over, the backs. The sheet that was the
/// last comes first then, so that its back does; whoever turns the sheets one by one has the backs in their order.
package enum SideOrder: String, Sendable, Equatable, CaseIterable {
    case asScanned = "as_scanned"
    case backsReversed = "backs_reversed"
    case backsInOrder = "backs_in_order"

    /// The pages of a scan, from 1, in the order in which they are read.
    ///
    /// - Returns: nil where fronts and backs are not equally many: then a sheet is missing, and no order can be told.
    package func pages(of count: Int) -> [Int]? {
        let scanned = Array(1...max(1, count))
        guard self != .asScanned else { return scanned }
        guard count > 1 else { return scanned }
        guard count.isMultiple(of: 2) else { return nil }
        let fronts = scanned.prefix(count / 2)
        let backs = self == .backsReversed ? Array(scanned.suffix(count / 2).reversed()) : Array(scanned.suffix(count / 2))
        return zip(fronts, backs).flatMap { [$0, $1] }
    }
}
