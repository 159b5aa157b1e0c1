/// What an opening did to the figures because the office's tables say otherwise than before what papers count as.
package struct Recounting: Sendable, Equatable {
    /// `results`, `receipts`, and the results of procedures by their codes: forms, before and after; nil where the tables say nothing.
    package let changed: [String: [[String]?]]
    /// Cases and items whose figures are others now.
    package let dossiers: Int

    package init(changed: [String: [[String]?]], dossiers: Int) {
        self.changed = changed
        self.dossiers = dossiers
    }
}
