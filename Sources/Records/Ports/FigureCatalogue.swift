package import Foundation

/// What the indicators are computed from: the figures of every case and item, now or as the trail had them.
///
/// A backend promises that each entry of the trail holds, before and after, the figures of every case and item that its
/// transaction changed, whatever changed them. So what was known after any entry can be computed again, to the last digit.
package protocol FigureCatalogue: Sendable {
    /// Cases now, for each of the periods: those received in it and those without a date, those that contribute the same together.
    /// All from one look, and quick however many there are.
    func caseGroups(in periods: [Period]) async throws(CatalogueFailure) -> [[CaseGroup]]
    /// Items now, likewise.
    func itemGroups() async throws(CatalogueFailure) -> [ItemGroup]
    /// Each case received in the period, and each without a date, in order of code.
    /// - Parameter entry: as the trail had them after so many entries; nil for now.
    func caseFigures(in period: Period, after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: CaseFigures)]
    /// Each item, in order of code.
    func itemFigures(after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: ItemFigures)]

    /// Items in scope whose papers' order numbers do not fit, in order of code: files of several scans bear one number, or there are fewer
    /// papers than the highest number, or, where all pages are scanned, than the inventory lists.
    func misnumberedItems() async throws(CatalogueFailure) -> [String]
    /// Records that stand in no case and no item, and so count nowhere: how many, and the newest of them, up to `limit`. What was rejected or is
    /// held back is none of them.
    func unfiledRecords(limit: Int) async throws(CatalogueFailure) -> (count: Int, newest: [String])

    /// Which papers the figures take for results and receipts: those that they are counted by, whatever this opening came with.
    func paperRoles() async throws(CatalogueFailure) -> PaperRoles

    /// How many entries the trail had at that moment. Where clocks went back and forth, the place that the times of the fewest
    /// entries contradict, the first where there are several.
    func trailLength(at moment: Date) async throws(CatalogueFailure) -> Int
    /// Entries in order, in pages of `limit` after number `after`.
    func trail(after: Int, limit: Int) async throws(CatalogueFailure) -> [TrailEntry]
    /// The last entry of each day, in order of days.
    func trailHeads() async throws(CatalogueFailure) -> [TrailHead]
    /// Notes which records are damaged now, of those that were looked at: what was noted of the others stays. One audit entry
    /// where anything changed.
    func noteFixity(damaged: [String], intact: [String], by who: String, at: Date) async throws(CatalogueFailure)

    /// Those among the records that are noted as damaged.
    func damaged(among records: [String]) async throws(CatalogueFailure) -> Set<String>

    /// Codes of cases with a reuse, not undone by that moment, of a record that was made after the case was received.
    func casesReusingLaterRecords(until moment: Date) async throws(CatalogueFailure) -> Set<String>

    /// When anything was last taken, imported or reused, up to that moment. An import that neither added nor changed a row is no work.
    func lastWork(until moment: Date) async throws(CatalogueFailure) -> Date?
    /// The reports that were issued of a closed period: the report, then its amendments, in order. Refused where one is not what the trail
    /// says was issued.
    func issuedReports(of period: String) async throws(CatalogueFailure) -> [Data]
    /// Keeps a report as issued, in each form, with an audit entry by which their bytes are recognised. Where one of that number is kept already,
    /// that one is returned; where it was issued and is gone, a second one is refused.
    func issue(
        report: Data, of period: String, amendment: Int, forms: [String: Data], by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data
    /// The bytes of a report in a form; nil where that form was not kept. Refused where they are not what was issued.
    func reportFile(of period: String, amendment: Int, form: String) async throws(CatalogueFailure) -> Data?
    /// Keeps one more form of a report that was issued, with its audit entry; where it is kept already, that one is returned.
    func keep(
        reportFile bytes: Data, of period: String, amendment: Int, form: String, by who: String, at: Date
    ) async throws(CatalogueFailure) -> Data
}
