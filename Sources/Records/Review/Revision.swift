package import Foundation

/// One step of a record after it was first read: who decided what, when and why, and what stood there before.
///
/// The first reading is revision 1; each step after it has the next number. What a person decided is found again by these steps
/// when the record is read anew.
package struct Revision: Sendable, Equatable, Codable {
    package var record: String
    /// From 2.
    package var number: Int
    package var step: Step
    package var by: String
    package var because: String?
    package var at: Date
    package var changes: [Change]

    package enum Step: String, Sendable, Codable, CaseIterable {
        case accepted, corrected, rejected
        case readAgain = "read_again"

        /// Whether a person decided it.
        package var isHuman: Bool { self != .readAgain }
    }

    /// One value that became another; nil for none.
    package struct Change: Sendable, Equatable, Codable {
        package var field: String
        package var before: String?
        package var after: String?

        package init(_ field: String, before: String?, after: String?) {
            self.field = field
            self.before = before
            self.after = after
        }

        private enum CodingKeys: String, CodingKey { case field, before, after }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(field, forKey: .field)
            try container.encode(before, forKey: .before)
            try container.encode(after, forKey: .after)
        }
    }

    package init(record: String, number: Int, step: Step, by: String, because: String? = nil, at: Date, changes: [Change]) {
        self.record = record
        self.number = number
        self.step = step
        self.by = by
        self.because = because
        self.at = at
        self.changes = changes
    }

    private enum CodingKeys: String, CodingKey {
        case record
        case number = "revision"
        case step, by, because, at, changes
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record, forKey: .record)
        try container.encode(number, forKey: .number)
        try container.encode(step, forKey: .step)
        try container.encode(by, forKey: .by)
        try container.encode(because, forKey: .because)
        try container.encode(at, forKey: .at)
        try container.encode(changes, forKey: .changes)
    }
}
