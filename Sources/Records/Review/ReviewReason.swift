/// Reasons for review that are not read off the paper alone.
package enum ReviewReason {
    /// The archival copy could not be made.
    package static let noArchivalCopy = "no_archival_copy"
    /// Reading it again gave it other pages.
    package static let splitChanged = "split_changed"
    /// The register of cases should have its case by now and has not.
    package static let unknownCase = "unknown_case"
    /// Two sources say different dossiers.
    package static let conflictingDossier = "conflict:dossier"
    private static let duplicatePrefix = "duplicate:"

    /// Another record bears the same number, symbol, agency and day.
    package static func duplicate(of record: String) -> String { duplicatePrefix + record }

    /// The record that a `duplicate:` names.
    package static func duplicated(in reason: String) -> String? {
        reason.hasPrefix(duplicatePrefix) ? String(reason.dropFirst(duplicatePrefix.count)) : nil
    }

    /// Whether only the catalogue can tell it: it is asked anew with each revision.
    package static func isOfCatalogue(_ reason: String) -> Bool { reason == unknownCase || reason.hasPrefix(duplicatePrefix) }
}
