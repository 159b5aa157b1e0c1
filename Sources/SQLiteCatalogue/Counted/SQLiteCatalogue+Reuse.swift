package import Records

import GRDB

extension SQLiteCatalogue {
    @discardableResult
    package func recordReuse(_ event: ReuseEvent) async throws(CatalogueFailure) -> ReuseEvent {
        try await write { db in
            try Self.refuseReuse(event, in: db)
            if let earlier = try Self.earlier(event, in: db) { return earlier }
            try Self.insert(event, in: db)
            let detail = ["case": event.caseCode, "component": event.component, "from_record": event.fromRecord]
            try AuditTrail.append(
                AuditEntry(at: event.at, who: event.by, what: .reuseRecorded, subject: event.id, detail: try JSONText.encode(detail)), to: db)
            return event
        }
    }

    package func reuses(ofCase code: String?) async throws(CatalogueFailure) -> [ReuseEvent] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM reuse WHERE ?1 IS NULL OR case_code = ?1 ORDER BY seq", arguments: [code]).map(Self.reuseEvent)
        }
    }

    private static func reuseEvent(_ row: Row) throws -> ReuseEvent {
        ReuseEvent(
            id: try row.value("id"), caseCode: try row.value("case_code"), component: try row.value("component"),
            fromRecord: try row.value("from_record"), sourceKind: try row.choice("source_kind"), by: try row.value("who"),
            because: try row.value("because"), at: try row.date("at"))
    }

    private static func refuseReuse(_ event: ReuseEvent, in db: Database) throws {
        guard [event.component, event.by].allSatisfy({ !VietnameseText.squashed($0).isEmpty }) else {
            throw CatalogueFailure.refused(Sentences.incompleteReuse)
        }
        guard let file = try caseFile(event.caseCode, in: db) else { throw CatalogueFailure.refused(Sentences.unknownCase) }
        guard let record = try Row.fetchOne(db, sql: "SELECT dossier FROM record WHERE id = ?", arguments: [event.fromRecord]) else {
            throw CatalogueFailure.refused(Sentences.unknownRecord)
        }
        if !file.components.isEmpty, !file.components.contains(event.component) {
            throw CatalogueFailure.refused(Sentences.unknownComponent)
        }
        let dossier: String? = try record.value("dossier")
        if dossier == event.caseCode { throw CatalogueFailure.refused(Sentences.sameCase) }
    }

    private static func earlier(_ event: ReuseEvent, in db: Database) throws -> ReuseEvent? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM reuse WHERE case_code = ? AND component = ? AND from_record = ?",
            arguments: [event.caseCode, event.component, event.fromRecord]
        ).map(reuseEvent)
    }

    private static func insert(_ event: ReuseEvent, in db: Database) throws {
        let taken = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reuse WHERE id = ?)", arguments: [event.id])
        guard taken == false else { throw CatalogueFailure.refused(Sentences.reuseIdentityTaken) }
        try db.execute(
            sql: """
                INSERT INTO reuse (id, case_code, component, from_record, source_kind, who, because, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.id, event.caseCode, event.component, event.fromRecord, event.sourceKind.rawValue, event.by, event.because,
                event.at.milliseconds,
            ])
    }
}
