import Foundation
import GRDB
import Records
import struct Records.Record

/// What only the catalogue can tell of a record: that another one bears the same reference, and that the register lacks its case.
enum CrossChecks {
    /// The record with its reasons brought up to date.
    /// - Parameter work: what people let pass is not asked again.
    static func checked(_ record: Record, work: HumanWork = HumanWork([]), in db: Database) throws -> Record {
        guard record.status != .rejected else { return record }
        var record = record
        let found = try reasons(for: record, in: db).filter { !work.waived.contains($0) }
        let reasons = record.reviewReasons.filter { !ReviewReason.isOfCatalogue($0) } + found
        guard reasons != record.reviewReasons else { return record }
        record.reviewReasons = reasons
        record.status = reasons.isEmpty ? .accepted : .needsReview
        return record
    }

    private static func reasons(for record: Record, in db: Database) throws -> [String] {
        let twin = try earlierTwin(of: record, in: db).map(ReviewReason.duplicate)
        let isUnknown = try record.kind == .tthc && record.dossier.map { try isMissing($0, in: db) } ?? false
        return [twin, isUnknown ? ReviewReason.unknownCase : nil].compactMap(\.self)
    }

    /// The first other record of the same number, symbol and agency, unless both days of issue are known and differ: numbers begin anew
    /// each year, and with each term of the Party. A warning only; two papers are never made one.
    private static func earlierTwin(of record: Record, in db: Database) throws -> String? {
        let key = ReferenceKey(number: record.fields.number?.value, symbol: record.fields.symbol?.value)
        guard let number = key.number, let symbol = key.foldedSymbol, let agency = record.fields.agency?.value else { return nil }
        return try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT record.id FROM record JOIN scan ON scan.seq = record.scan
                    WHERE record.number_key = ?1 AND record.symbol_folded = ?2 AND record.agency_folded = ?3
                        AND (record.issued_on IS NULL OR ?4 IS NULL OR record.issued_on = ?4) AND record.id <> ?5
                        AND record.seq < ifnull((SELECT seq FROM record WHERE id = ?5), 9223372036854775807)
                        AND record.status <> 'rejected' AND scan.state = 'recorded'
                    ORDER BY record.seq LIMIT 1
                    """),
            arguments: [
                number, symbol, VietnameseText.folded(VietnameseText.squashed(agency)), record.fields.issuedOn?.value, record.id,
            ])
    }

    /// Whether the register should have this case by now: it reaches beyond its day of reception on both sides, and does not list it.
    private static func isMissing(_ code: String, in db: Database) throws -> Bool {
        guard let days = try register(in: db), let day = Case.receptionDay(ofCode: code), days.contains(day.description) else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM case_file WHERE case_code = ?)"), arguments: [code]) ?? false
    }

    private static func register(in db: Database) throws -> ClosedRange<String>? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT min(received_on) AS first, max(received_on) AS last FROM case_file WHERE received_on IS NOT NULL"))
        guard let first: String = try row?.value("first"), let last: String = try row?.value("last") else { return nil }
        return first...last
    }

    /// After an import of cases: records whose case was unknown and is there now, and those whose case should be there by now.
    /// An entry of its own says whose status changed with it.
    static func reviewCases(by who: String, at: Date, in db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(RecordRow.selection) WHERE record.kind = 'tthc' AND record.status <> 'rejected' AND record.dossier IS NOT NULL
                    AND scan.state = 'recorded' AND (record.dossier NOT IN (SELECT case_code FROM case_file))
                        <> (instr(record.review_reasons, '"\(ReviewReason.unknownCase)"') > 0)
                """)
        var moved: [String: [String]] = [:]
        for row in rows {
            let record = try RecordRow.record(row, in: db)
            let checked = try checked(record, work: HumanWork(RevisionRow.revisions(ofRecord: record.id, in: db)), in: db)
            guard checked.reviewReasons != record.reviewReasons else { continue }
            try db.execute(
                sql: "UPDATE record SET review_reasons = ?, status = ? WHERE id = ?",
                arguments: [try JSONText.encode(checked.reviewReasons), checked.status.rawValue, record.id])
            if record.status != checked.status { moved[checked.status == .needsReview ? "waiting" : "accepted", default: []].append(record.id) }
        }
        guard !moved.isEmpty else { return }
        try AuditTrail.append(
            AuditEntry(at: at, who: who, what: .casesImported, subject: "cases", detail: try JSONText.encode(moved)), to: db)
    }
}
