package import Foundation

/// The last entry of the trail on one day. Kept outside, it shows whether history was written anew: the chain up to that entry
/// must still lead to the same hash.
package struct TrailHead: Sendable, Equatable, Codable {
    /// The day where the office is.
    package var day: CalendarDate
    /// Number of the entry, from 1.
    package var entry: Int
    package var hash: String

    package init(day: CalendarDate, entry: Int, hash: String) {
        self.day = day
        self.entry = entry
        self.hash = hash
    }
}

/// One entry of the trail with its place in the chain and what it changed.
package struct TrailEntry: Sendable, Equatable {
    /// From 1.
    package var number: Int
    package var at: Date
    package var who: String
    /// What was done; not an `AuditEntry.What`, for a newer program may have written it.
    package var what: String
    package var subject: String
    package var detail: String?
    package var hash: String
    package var changes: [TrailChange]

    package init(
        number: Int, at: Date, who: String, what: String, subject: String, detail: String?, hash: String, changes: [TrailChange]
    ) {
        self.number = number
        self.at = at
        self.who = who
        self.what = what
        self.subject = subject
        self.detail = detail
        self.hash = hash
        self.changes = changes
    }
}

/// What an entry did to one case or inventory item, as the indicators see it: JSON of `CaseFigures` or `ItemFigures`.
package struct TrailChange: Sendable, Equatable, Codable {
    package var kind: Kind
    /// Code of the case or item.
    package var subject: String
    /// Nil when it was not there before.
    package var before: String?
    package var after: String

    package enum Kind: String, Sendable, Codable, CaseIterable { case item, caseFile = "case" }

    package init(kind: Kind, subject: String, before: String?, after: String) {
        self.kind = kind
        self.subject = subject
        self.before = before
        self.after = after
    }
}
