package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    @discardableResult
    package func revise(_ record: Record, as revision: Revision) async throws(CatalogueFailure) -> Record {
        try await write { db in
            var folding = WordFolding()
            return try Self.revise(record, as: revision, folding: &folding, in: db)
        }
    }

    package func revisions(ofRecord id: String) async throws(CatalogueFailure) -> [Revision] {
        try await read { db in try RevisionRow.revisions(ofRecord: id, in: db) }
    }

    /// One step of one record. Its reasons are asked anew, and so are the changes that they are.
    static func revise(_ record: Record, as revision: Revision, folding: inout WordFolding, in db: Database) throws -> Record {
        let (seq, before) = try current(record, in: db)
        let work = HumanWork(try RevisionRow.revisions(ofRecord: record.id, in: db))
        var record = record
        record.revision = before.revision + 1
        if revision.step != .accepted { record = try CrossChecks.checked(record, work: work, in: db) }
        var revision = revision
        revision.number = record.revision
        // The caller's changes stand, also where a person has confirmed a value as it is; what became of the reasons is known here.
        let standing = [RecordFacts.status, RecordFacts.reasons]
        revision.changes = revision.changes.filter { !standing.contains($0.field) } + before.changesOfStanding(to: record)
        try RecordRow.update(record, number: seq, in: db)
        try SearchIndex.remove(seq, in: db)
        try SearchIndex.add(seq, folding: &folding, in: db)
        try RevisionRow.insert(revision, leaving: record.status, in: db)
        return record
    }

    /// The record as it stands, which must be what `record` was made from.
    private static func current(_ record: Record, in db: Database) throws -> (seq: Int64, record: Record) {
        guard let row = try Row.fetchOne(db, sql: "\(RecordRow.selection) WHERE record.id = ? AND scan.state = 'recorded'", arguments: [record.id])
        else { throw CatalogueFailure.refused(Sentences.unknownRecord) }
        let stored = try RecordRow.record(row, in: db)
        guard stored.revision == record.revision else { throw CatalogueFailure.outdated }
        return (try row.value("seq"), stored)
    }
}
