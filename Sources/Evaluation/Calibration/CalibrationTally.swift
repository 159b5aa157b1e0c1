/// Whether confidence means what it says: of what is stated at 0.9, nine in ten should be right.
package struct CalibrationTally: Sendable, Equatable {
    /// What was stated between two bounds.
    package struct Bucket: Sendable, Equatable {
        /// From here, inclusive, to the next bucket's.
        package var from: Double
        package var to: Double
        package var count = 0
        package var right = 0
        /// Sum of the confidences stated.
        package var stated = 0.0

        package var shareRight: Double? { count == 0 ? nil : Double(right) / Double(count) }
        package var meanStated: Double? { count == 0 ? nil : stated / Double(count) }
    }

    /// Narrow where most values lie and where decisions are made.
    package static let bounds = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98]
    package private(set) var buckets: [Bucket]

    package init() {
        buckets = zip(Self.bounds, Self.bounds.dropFirst() + [1]).map { Bucket(from: $0, to: $1) }
    }

    mutating func add(confidence: Double, isRight: Bool) {
        let index = buckets.lastIndex { confidence >= $0.from } ?? 0
        buckets[index].count += 1
        buckets[index].right += isRight ? 1 : 0
        buckets[index].stated += confidence
    }

    package var count: Int { buckets.reduce(0) { $0 + $1.count } }

    /// How far what is stated lies from what is right, over all buckets, each by its count; nil without values.
    package var error: Double? {
        count == 0 ? nil : buckets.reduce(0) { $0 + abs(Double($1.right) - $1.stated) } / Double(count)
    }
}
