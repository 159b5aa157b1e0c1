/// A unit was asked for that no case, no item and no goal names: 0 of 0 would look like an answer.
package struct UnknownUnit: Error, Sendable, Equatable {
    package let unit: String
    /// Those that there are, sorted.
    package let known: [String]

    package init(unit: String, known: [String]) {
        self.unit = unit
        self.known = known
    }

    /// Those that there are where they are few enough to be told; nil where they are not.
    package var told: [String]? { known.count <= Self.mostTold ? known : nil }

    private static let mostTold = 20
}
