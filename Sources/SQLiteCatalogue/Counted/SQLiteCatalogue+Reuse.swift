package import Foundation
package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    @discardableResult
    package func recordReuse(_ told: ReuseEvent, by table: ProcedureTable) async throws(CatalogueFailure) -> ReuseEvent {
        try await write { db in
            var event = told
            event.component = try Self.component(of: told, by: table, in: db)
            if let earlier = try Self.earlier(event, in: db) { return earlier }
            try Self.insert(event, as: .reuseRecorded, in: db)
            return event
        }
    }

    @discardableResult
    package func undoReuse(_ id: String, by who: String, because: String?, at: Date) async throws(CatalogueFailure) -> ReuseEvent {
        try await write { db in
            guard !VietnameseText.squashed(who).isEmpty else { throw CatalogueFailure.refused(Sentences.incompleteReuse) }
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM reuse WHERE id = ?", arguments: [id]) else {
                throw CatalogueFailure.refused(Sentences.unknownReuse)
            }
            let undone = try Self.reuseEvent(row)
            guard undone.undoes == nil else { throw CatalogueFailure.refused(Sentences.undoingOfUndoing) }
            if let earlier = try Row.fetchOne(db, sql: "SELECT * FROM reuse WHERE undoes = ?", arguments: [id]) {
                return try Self.reuseEvent(earlier)
            }
            var event = undone
            (event.id, event.by, event.because, event.at, event.undoes) = ("\(id)-undone", who, because, Date(milliseconds: at.milliseconds), id)
            try Self.insert(event, as: .reuseUndone, in: db)
            return event
        }
    }

    package func reuses(ofCase code: String?) async throws(CatalogueFailure) -> [ReuseEvent] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM reuse WHERE ?1 IS NULL OR case_code = ?1 ORDER BY seq", arguments: [code]).map(Self.reuseEvent)
        }
    }

    package func isReused(_ record: String) async throws(CatalogueFailure) -> Bool {
        try await read { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reuse WHERE from_record = ?)", arguments: [record]) ?? false
        }
    }

    package func records(ofPerson idNumber: String?, name: String?) async throws(CatalogueFailure) -> [Record] {
        let digits = idNumber.map { $0.filter(\.isNumber) }.flatMap { $0.isEmpty ? nil : $0 }
        let folded = name.map { VietnameseText.folded(VietnameseText.squashed($0)) }.flatMap { $0.isEmpty ? nil : $0 }
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    \(RecordRow.selection) WHERE record.seq IN (
                        SELECT record FROM person WHERE id_number = ?1 UNION SELECT record FROM person WHERE name_folded = ?2
                    ) AND scan.state = 'recorded' AND record.status <> 'rejected'
                        AND NOT EXISTS (SELECT 1 FROM fixity_fault WHERE fixity_fault.record = record.id) ORDER BY record.seq
                    """, arguments: [digits, folded]
            ).map { try RecordRow.record($0, in: db) }
        }
    }

    /// The day where the office is, seven hours ahead of UTC all year.
    package func casesReusingLaterRecords(until moment: Date) async throws(CatalogueFailure) -> Set<String> {
        try await read { db in
            Set(
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT reuse.case_code FROM reuse JOIN case_file ON case_file.case_code = reuse.case_code
                        JOIN record ON record.id = reuse.from_record
                        WHERE +reuse.undoes IS NULL AND reuse.at <= ?1
                            AND date(record.created_at / 1000 + 25200, 'unixepoch') > case_file.received_on
                            AND NOT EXISTS (SELECT 1 FROM reuse AS undoing WHERE undoing.undoes = reuse.id AND undoing.at <= ?1)
                        """, arguments: [moment.milliseconds]))
        }
    }

    private static func reuseEvent(_ row: Row) throws -> ReuseEvent {
        ReuseEvent(
            id: try row.value("id"), caseCode: try row.value("case_code"), component: try row.value("component"),
            fromRecord: try row.value("from_record"), sourceKind: try row.choice("source_kind"), by: try row.value("who"),
            because: try row.value("because"), at: try row.date("at"), undoes: try row.value("undoes"))
    }

    /// The code of the component that the reuse serves, by the rule.
    private static func component(of event: ReuseEvent, by table: ProcedureTable, in db: Database) throws -> String {
        guard let file = try caseFile(event.caseCode, in: db) else { throw CatalogueFailure.noReuse(.unknownCase) }
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT record.*, scan.id AS scan_id, scan.state AS scan_state,
                    EXISTS (SELECT 1 FROM fixity_fault WHERE fixity_fault.record = record.id) AS is_damaged
                FROM record JOIN scan ON scan.seq = record.scan WHERE record.id = ?
                """, arguments: [event.fromRecord])
        guard let row else { throw CatalogueFailure.noReuse(.unknownRecord) }
        let source = ReuseRule.Source(
            try RecordRow.record(row, in: db), isHeldBack: try row.value("scan_state") as String != ScanState.recorded.rawValue,
            isDamaged: try row.value("is_damaged"))
        do throws(ReuseRefusal) {
            return try ReuseRule(file, by: table).component(of: event, from: source)
        } catch {
            throw CatalogueFailure.noReuse(error)
        }
    }

    private static func earlier(_ event: ReuseEvent, in db: Database) throws -> ReuseEvent? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT * FROM reuse WHERE case_code = ? AND component = ? AND from_record = ? AND undoes IS NULL
                    AND NOT EXISTS (SELECT 1 FROM reuse AS undoing WHERE undoing.undoes = reuse.id)
                """, arguments: [event.caseCode, event.component, event.fromRecord]
        ).map(reuseEvent)
    }

    /// Writes the row and its entry in the trail.
    private static func insert(_ event: ReuseEvent, as what: AuditEntry.What, in db: Database) throws {
        let taken = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reuse WHERE id = ?)", arguments: [event.id])
        guard taken == false else { throw CatalogueFailure.refused(Sentences.reuseIdentityTaken) }
        let salt = UUID().uuidString
        try db.execute(
            sql: """
                INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, because, at, undoes, salt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.id, event.caseCode, event.component, event.fromRecord, event.sourceKind.rawValue, event.by, event.because,
                event.at.milliseconds, event.undoes, salt,
            ])
        try AuditTrail.append(try .reuse(event, what, salt: salt), to: db)
    }
}

extension AuditEntry {
    /// All that its row says, who and when among it; of the reason, which may name a person, a digest.
    fileprivate static func reuse(_ event: ReuseEvent, _ what: What, salt: String) throws -> AuditEntry {
        var detail = [
            "case": event.caseCode, "component": event.component, "from_record": event.fromRecord, "source_kind": event.sourceKind.rawValue,
            "digest": Digest.of(salt: salt, [event.because]),
        ]
        detail["undoes"] = event.undoes
        return AuditEntry(at: event.at, who: event.by, what: what, subject: event.id, detail: try JSONText.encode(detail))
    }
}
