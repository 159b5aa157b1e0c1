package import Records
package import struct Records.Record

import GRDB

extension SQLiteCatalogue {
    package func record(
        _ scan: Scan, records: [Record], by who: String, pageTexts: @Sendable (Int) throws -> PageText
    ) async throws(CatalogueFailure) {
        guard scan.state == .recorded, records.allSatisfy({ $0.scan == scan.id }) else { throw .refused(Sentences.wrongState) }
        try await write { db in
            guard try !Self.hasEnded(scan.id, in: db) else { return }
            try Self.refuseSettled(scan.sha256, in: db)
            let number = try ScanRow.save(scan, in: db)
            try Self.insertPages(of: scan, number: number, records: records, pageTexts: pageTexts, in: db)
            var folding = WordFolding()
            var checked: [Record] = []
            for record in records {
                checked.append(try CrossChecks.checked(record, in: db))
                let seq = try RecordRow.insert(checked[checked.count - 1], ofScan: number, in: db)
                try SearchIndex.add(seq, folding: &folding, in: db)
            }
            try AuditTrail.append(.ending(scan, records: checked, by: who), to: db)
        }
    }

    private static func refuseSettled(_ hash: ContentHash, in db: Database) throws {
        if try isSettled(hash, as: .restricted, in: db) { throw CatalogueFailure.refused(Sentences.alreadyRestricted) }
        if try isSettled(hash, as: .recorded, in: db) { throw CatalogueFailure.refused(Sentences.alreadyRecorded) }
    }

    /// Every page of the file, also those of no record (cover sheets, blank separators): pages out are pages in.
    static func insertPages(
        of scan: Scan, number: Int64, records: [Record], pageTexts: @Sendable (Int) throws -> PageText, in db: Database
    ) throws {
        let pages = scan.pages.map { $0 > 0 ? Array(1...$0) : [] } ?? Set(records.flatMap(\.pages)).sorted()
        guard Set(pages).isSuperset(of: records.flatMap(\.pages)) else { throw CatalogueFailure.refused(Sentences.wrongPages) }
        let insertion = try db.cachedStatement(
            sql: "INSERT INTO page (scan, page, text, confidence, source, rotation, skew) VALUES (?, ?, ?, ?, ?, ?, ?)")
        var tally: [PageReading.TextSource: Int] = [:]
        for page in pages {
            let text = try read(page, with: pageTexts)
            try insertion.execute(arguments: [
                number, page, text.text.storable, text.confidence, text.source.rawValue, text.rotation, text.skew,
            ])
            tally[text.source, default: 0] += 1
        }
        try count(tally, pipeline: scan.pipeline, in: db)
    }

    private static func read(_ page: Int, with pageTexts: (Int) throws -> PageText) throws -> PageText {
        let text: PageText
        do {
            text = try pageTexts(page)
        } catch let failure as CatalogueFailure {
            throw failure
        } catch {
            throw CatalogueFailure.refused(Sentences.pageUnread)
        }
        guard text.page == page else { throw CatalogueFailure.refused(Sentences.wrongPages) }
        return text
    }

    private static func count(_ tally: [PageReading.TextSource: Int], pipeline: String, in db: Database) throws {
        for (source, pages) in tally {
            try db.execute(
                sql: """
                    INSERT INTO page_tally (pipeline, source, pages) VALUES (?, ?, ?)
                    ON CONFLICT (pipeline, source) DO UPDATE SET pages = pages + excluded.pages
                    """, arguments: [pipeline, source.rawValue, pages])
        }
    }
}
