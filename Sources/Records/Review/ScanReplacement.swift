package import Foundation

/// What reading a recorded scan again has made of it.
package struct ScanReplacement: Sendable, Equatable {
    package var scan: Scan
    /// All of its records as they are to stand, with the revisions that they were made from; a new one has revision 1.
    package var records: [Record]
    /// Steps of the records that differ.
    package var revisions: [Revision]
    /// Records without pages on which nobody has worked.
    package var withdrawn: [String]
    package var by: String
    package var at: Date

    package init(scan: Scan, records: [Record], revisions: [Revision], withdrawn: [String], by: String, at: Date) {
        self.scan = scan
        self.records = records
        self.revisions = revisions
        self.withdrawn = withdrawn
        self.by = by
        self.at = at
    }
}
