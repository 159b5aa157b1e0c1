package import Foundation
package import Records

import GRDB

extension SQLiteCatalogue {
    /// The groups follow the order of the tally's key, so one walk over it sums every period, and nothing is sorted.
    package func caseGroups(in periods: [Period]) async throws(CatalogueFailure) -> [[CaseGroup]] {
        let key = FigureTriggers.caseGroupColumns.joined(separator: ", ")
        let sums = ["sum(cases * (month = '')) AS undated"] + periods.enumerated().map { "\(FigureSQL.sum(of: $1)) AS dated\($0)" }
        return try await read { db in
            var groups = periods.map { _ in [CaseGroup]() }
            let rows = try Row.fetchCursor(db, sql: "SELECT \(key), \(sums.joined(separator: ", ")) FROM case_tally GROUP BY \(key)")
            while let row = try rows.next() {
                let figures = try CaseFigures(tally: row)
                let undated: Int = try row.value("undated")
                for (index, period) in periods.enumerated() {
                    if undated > 0 { groups[index].append(CaseGroup(figures: figures, cases: undated)) }
                    let dated: Int = try row.value("dated\(index)")
                    guard dated > 0 else { continue }
                    var received = figures
                    received.receivedOn = period.days?.lowerBound ?? CalendarDate(year: 2000, month: 1, day: 1)
                    groups[index].append(CaseGroup(figures: received, cases: dated))
                }
            }
            return groups
        }
    }

    package func itemGroups() async throws(CatalogueFailure) -> [ItemGroup] {
        try await read { db in try Row.fetchAll(db, sql: "SELECT * FROM item_tally WHERE items > 0").map(ItemGroup.init(tally:)) }
    }

    package func caseFigures(in period: Period, after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: CaseFigures)] {
        try await read { db in
            if let entry {
                return try Self.past(.caseFile, CaseFigures.self, after: entry, in: db).filter { period.holds($0.figures.receivedOn) }
            }
            let days = period.days
            return try Row.fetchAll(
                db, sql: "SELECT * FROM case_state WHERE ?1 IS NULL OR received_on IS NULL OR received_on BETWEEN ?1 AND ?2 ORDER BY code",
                arguments: [days?.lowerBound.description, days?.upperBound.description]
            ).map { (code: try $0.value("code"), figures: try CaseFigures(row: $0)) }
        }
    }

    package func itemFigures(after entry: Int?) async throws(CatalogueFailure) -> [(code: String, figures: ItemFigures)] {
        try await read { db in
            if let entry { return try Self.past(.item, ItemFigures.self, after: entry, in: db) }
            return try Row.fetchAll(db, sql: "SELECT * FROM item_state ORDER BY code").map {
                (code: try $0.value("code"), figures: try ItemFigures(row: $0))
            }
        }
    }

    package func misnumberedItems() async throws(CatalogueFailure) -> [String] {
        try await read { db in try String.fetchAll(db, sql: FigureSQL.misnumbered) }
    }

    package func unfiledRecords(limit: Int) async throws(CatalogueFailure) -> (count: Int, newest: [String]) {
        let unfiled =
            "FROM record JOIN scan ON scan.seq = record.scan WHERE record.dossier IS NULL AND record.status <> 'rejected' AND scan.state = 'recorded'"
        return try await read { db in
            let newest = try String.fetchAll(db, sql: "SELECT record.id \(unfiled) ORDER BY record.seq DESC LIMIT ?", arguments: [limit])
            return (count: try Int.fetchOne(db, sql: "SELECT count(*) \(unfiled)") ?? 0, newest: newest)
        }
    }

    /// Each subject as its last change up to that entry left it. With one `max`, SQLite takes the other columns from its row:
    /// https://www.sqlite.org/lang_select.html#bareagg
    private static func past<Figures: Decodable>(
        _ kind: TrailChange.Kind, _ type: Figures.Type, after entry: Int, in db: Database
    ) throws -> [(code: String, figures: Figures)] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT subject, after, max(seq) FROM change WHERE kind = ? AND entry <= ? GROUP BY subject ORDER BY subject",
            arguments: [kind.rawValue, entry])
        var figures: [(code: String, figures: Figures)] = []
        while let row = try rows.next() { figures.append((code: try row.value("subject"), figures: try row.json("after"))) }
        return figures
    }

    package func damaged(among records: [String]) async throws(CatalogueFailure) -> Set<String> {
        try await read { db in
            let codes = try JSONText.encode(records)
            return Set(
                try String.fetchAll(
                    db, sql: "SELECT record FROM fixity_fault WHERE record IN (SELECT value FROM json_each(?))", arguments: [codes]))
        }
    }

    package func noteFixity(damaged: [String], intact: [String], by who: String, at: Date) async throws(CatalogueFailure) {
        let known = try await read { db in Set(try String.fetchAll(db, sql: "SELECT record FROM fixity_fault")) }
        guard !known.isSuperset(of: damaged) || !known.isDisjoint(with: intact) else { return }
        try await write { db in
            let fault = try db.cachedStatement(
                sql:
                    "INSERT INTO fixity_fault (record, found_at) SELECT id, ? FROM record WHERE id = ? AND id NOT IN (SELECT record FROM fixity_fault)"
            )
            let mend = try db.cachedStatement(sql: "DELETE FROM fixity_fault WHERE record = ?")
            var change = FixityChange()
            for record in damaged {
                try fault.execute(arguments: [at.milliseconds, record])
                if db.changesCount > 0 { change.note(damaged: record) }
            }
            for record in intact {
                try mend.execute(arguments: [record])
                if db.changesCount > 0 { change.note(mended: record) }
            }
            guard change.damaged + change.mended > 0 else { return }
            let detail = try JSONText.encode(change)
            try AuditTrail.append(AuditEntry(at: at, who: who, what: .fixityChecked, subject: "store", detail: detail), to: db)
        }
    }
}

/// What an entry `fixity_checked` bears: how many records, and which.
private struct FixityChange: Encodable {
    private(set) var damaged = 0
    private(set) var mended = 0
    private var damagedRecords: [String] = []
    private var mendedRecords: [String] = []
    /// Ids that one entry names of each; their numbers are always there.
    private static let longestList = 1_000

    mutating func note(damaged record: String) {
        damaged += 1
        if damagedRecords.count < Self.longestList { damagedRecords.append(record) }
    }

    mutating func note(mended record: String) {
        mended += 1
        if mendedRecords.count < Self.longestList { mendedRecords.append(record) }
    }

    private enum CodingKeys: String, CodingKey {
        case damaged, mended
        case damagedRecords = "damaged_records"
        case mendedRecords = "mended_records"
    }
}
