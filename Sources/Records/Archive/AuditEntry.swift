package import Foundation

/// One line of the trail: who did what to which thing, and when. Entries are only ever appended, each chained by hash to the one before.
package struct AuditEntry: Sendable, Equatable, Codable {
    package var at: Date
    /// A user's name, or `daemon`.
    package var who: String
    package var what: What
    /// Id of the scan, record, case or item, or the name of a list. Never a name or an identity number.
    package var subject: String
    /// Further facts as a JSON object, without personal data; nil when there are none.
    package var detail: String?

    package enum What: String, Sendable, Codable, CaseIterable {
        case scanRecorded = "scan_recorded"
        case scanDuplicate = "scan_duplicate"
        case scanRejected = "scan_rejected"
        case scanRestricted = "scan_restricted"
        case recordViewed = "record_viewed"
        case recordsListed = "records_listed"
        case personSearched = "person_searched"
        case inventoryImported = "inventory_imported"
        case casesImported = "cases_imported"
        case reuseRecorded = "reuse_recorded"
        case reuseUndone = "reuse_undone"
        case caseViewed = "case_viewed"
        case recordRouted = "record_routed"
        case recordAccepted = "record_accepted"
        case recordCorrected = "record_corrected"
        case recordRejected = "record_rejected"
        case recordReadAgain = "record_read_again"
        /// Reading its scan again left it without pages, and nobody had worked on it.
        case recordWithdrawn = "record_withdrawn"
        case scanReadAgain = "scan_read_again"
        case restrictedReleased = "restricted_released"
        case restrictedPurged = "restricted_purged"
        case indexRebuilt = "index_rebuilt"
        /// Figures that no other entry of their transaction accounts for.
        case figuresSettled = "figures_settled"
        /// Triggers that guard the trail and the ledgers were missing or others, and were put back.
        case guardsRestored = "guards_restored"
        /// A person answers for figures that were settled after a change from outside; the subject is that entry's number.
        case changeAcknowledged = "change_acknowledged"
        case fixityChecked = "fixity_checked"
        case reportIssued = "report_issued"
        /// The daily heads, or a report, were handed out; a frozen report again each time.
        case trailExported = "trail_exported"
        case reportExported = "report_exported"
        case backupMade = "backup_made"
        case backupRestored = "backup_restored"
    }

    /// Who acts when no person does. No person may be called so (`isDaemon`).
    package static let daemon = "sohoa"

    /// Whether a name is the daemon's, in whatever letters.
    package static func isDaemon(_ who: String) -> Bool { VietnameseText.folded(VietnameseText.squashed(who)) == daemon }

    package init(at: Date, who: String, what: What, subject: String, detail: String? = nil) {
        self.at = at
        self.who = who
        self.what = what
        self.subject = subject
        self.detail = detail
    }
}
