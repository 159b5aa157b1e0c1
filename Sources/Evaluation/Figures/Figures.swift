package import Records

/// What an evaluation has counted.
package struct Figures: Sendable {
    /// Files whose outcome was, and was not, what their truth expects.
    package var outcomes = Count()
    package var wrongOutcomes: [WrongOutcome] = []
    package var secrecy = SecrecyCount()
    /// Files whose pages were, and were not, divided into records as they should be.
    package var splits = Count()
    package var wrongSplits: [WrongSplit] = []
    package var pages: [PageFigure] = []
    package var fields: [FieldKey: FieldTally] = [:]
    package var wrongFields: [WrongField] = []
    package var work: [WorkKey: WorkCount] = [:]
    package var words = CalibrationTally()
    /// By field; `nil` holds all together.
    package var confidences: [String?: CalibrationTally] = [:]
    package var confusions: [(confusion: Confusion, count: Int)] = []
    package var worstLines: [WorstLine] = []

    package struct Count: Sendable, Equatable {
        package var right = 0
        package var wrong = 0
        package var share: Double? { right + wrong == 0 ? nil : Double(right) / Double(right + wrong) }

        mutating func add(_ isRight: Bool) {
            if isRight { right += 1 } else { wrong += 1 }
        }
    }

    package struct SecrecyCount: Sendable, Equatable {
        /// Marked files that were held back, and those that were not.
        package var held = 0
        package var missed: [String] = []
        /// Files without a mark that passed, and those that were held back.
        package var passed = 0
        package var falseAlarms: [String] = []
        /// Files that were held back and of which something was told all the same.
        package var leaks: [String] = []

        package var recall: Double? { held + missed.count == 0 ? nil : Double(held) / Double(held + missed.count) }
        package var falseAlarmShare: Double? {
            passed + falseAlarms.count == 0 ? nil : Double(falseAlarms.count) / Double(passed + falseAlarms.count)
        }
    }

    package struct WrongOutcome: Sendable, Equatable {
        package var file: String
        package var expected: [String]
        /// `absent` for a file of which nothing was told.
        package var got: String
        package var reason: String?
    }

    package struct WrongSplit: Sendable, Equatable {
        package var file: String
        package var expected: [[Int]]
        package var got: [[Int]]
    }

    package struct WrongField: Sendable, Equatable {
        package var file: String
        package var field: String
        package var printed: String?
        package var read: String?
        package var confidence: Double?
    }

    package struct PageFigure: Sendable, Equatable {
        package var file: String
        package var page: Int
        package var group: TextGroup
        package var tally: TextTally
    }

    package struct WorkKey: Sendable, Hashable, Comparable {
        package var family: String
        package var level: String
        package static func < (a: WorkKey, b: WorkKey) -> Bool { (a.family, a.level) < (b.family, b.level) }
    }

    /// Records, and how many of them need no person.
    package struct WorkCount: Sendable, Equatable {
        package var records = 0
        package var accepted = 0
        /// Accepted ones of which every printed field is right.
        package var acceptedRight = 0
        /// Accepted ones of which every field is right that a record may not lack.
        package var acceptedSound = 0
    }
}

extension Figures {
    /// Text figures summed by whatever pages have in common.
    package func text<Key: Hashable>(by key: (PageFigure) -> Key) -> [Key: TextTally] {
        pages.reduce(into: [:]) { $0[key($1), default: TextTally()] += $1.tally }
    }

    /// The groups that have pages, in their order.
    package var textByGroup: [(group: TextGroup, tally: TextTally)] {
        let sums = text(by: \.group)
        return TextGroup.allCases.compactMap { group in sums[group].map { (group, $0) } }
    }

    /// All fields together, by type and level.
    package var fieldsByType: [(type: String, level: String, tally: FieldTally)] {
        var sums: [[String]: FieldTally] = [:]
        for (key, tally) in fields {
            if let type = key.type, let level = key.level { sums[[key.family, type, level], default: FieldTally()] += tally }
        }
        return sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key[1], $0.key[2], $0.value) }
    }

    /// Field figures by kind of paper, type and level, each of them or all together.
    package func fields(where isWanted: (FieldKey) -> Bool) -> [(key: FieldKey, tally: FieldTally)] {
        fields.filter { isWanted($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A line that was read badly: what is printed, what was read, and where it stands.
package struct WorstLine: Sendable {
    package var file: String
    package var page: Int
    package var group: TextGroup
    package var printed: String
    package var comparison: LineComparison
    package var edits: Int
    /// Of the line's letters.
    package var share: Double
    /// On the upright page; nil where nobody knows.
    package var place: Box?
    /// Degrees by which the page was turned clockwise to be upright.
    package var rotation: Int
    package var sha256: ContentHash?
    package var mediaType: MediaType?
}

extension Figures.WorkCount {
    package var acceptedShare: Double? { records == 0 ? nil : Double(accepted) / Double(records) }
}

extension LineComparison {
    /// What was read where the line stands.
    package var read: String {
        steps.map { step in
            switch step {
            case .same(let text): text
            case .differs(_, let read): read
            }
        }.joined()
    }
}
