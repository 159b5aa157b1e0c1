import Foundation
import GRDB
import Records
import struct Records.Record

/// How a record stands in its rows.
enum RecordRow {
    /// What to select for `record(_:in:)`.
    static let selection = "SELECT record.*, scan.id AS scan_id FROM record JOIN scan ON scan.seq = record.scan"

    static func record(_ row: Row, in db: Database) throws -> Record {
        let seq: Int64 = try row.value("seq")
        let pages = try db.cachedStatement(sql: "SELECT page FROM record_page WHERE record = ? ORDER BY place, page")
        var record = Record(
            id: try row.value("id"), scan: try row.value("scan_id"), file: try row.value("file"),
            pages: try Int.fetchAll(pages, arguments: [seq]), kind: try row.choice("kind"), form: try row.value("form"),
            status: try row.choice("status"), reviewReasons: try row.json("review_reasons"), fields: try row.json("fields"),
            barcodes: try row.json("barcodes"), dossier: try row.value("dossier"), copy: try copy(row),
            createdAt: try row.date("created_at"))
        record.revision = try row.value("revision")
        return record
    }

    private static func copy(_ row: Row) throws -> ArchivalCopy? {
        guard let path: String = try row.value("pdf"), let hash = try row.hash("pdf_sha256") else { return nil }
        return ArchivalCopy(path: path, sha256: hash)
    }

    /// Writes a new record of the scan with number `scan`, and returns the record's number.
    static func insert(_ record: Record, ofScan scan: Int64, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: insertion)
        guard let seq = try Int64.fetchOne(statement, arguments: try arguments(record, scan)) else {
            throw CatalogueFailure.unusable(Sentences.damaged)
        }
        try insertPages(record.pages, record: seq, scan: scan, in: db)
        try insertPersons(record.fields.persons, record: seq, in: db)
        return seq
    }

    static func insertPages(_ pages: [Int], record seq: Int64, scan: Int64, in db: Database) throws {
        let insertion = try db.cachedStatement(sql: "INSERT INTO record_page (record, scan, page, place) VALUES (?, ?, ?, ?)")
        for (place, page) in pages.enumerated() { try insertion.execute(arguments: [seq, scan, page, place]) }
    }

    /// Writes what is known of the record with number `seq` anew; its pages stay.
    static func update(_ record: Record, number seq: Int64, in db: Database) throws {
        let scan = try Int64.fetchOne(db.cachedStatement(sql: "SELECT scan FROM record WHERE seq = ?"), arguments: [seq])
        let statement = try db.cachedStatement(sql: "UPDATE record SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE seq = ?")
        try statement.execute(arguments: try arguments(record, scan ?? 0) + [seq])
        try db.execute(sql: "DELETE FROM person WHERE record = ?", arguments: [seq])
        try insertPersons(record.fields.persons, record: seq, in: db)
    }

    private static func insertPersons(_ all: [Person], record seq: Int64, in db: Database) throws {
        let persons = try db.cachedStatement(sql: "INSERT INTO person (record, place, name_folded, id_number) VALUES (?, ?, ?, ?)")
        for (place, person) in all.enumerated() {
            let name = person.name.map { VietnameseText.folded(VietnameseText.squashed($0.value)) }
            try persons.execute(arguments: [seq, place, name, person.idNumber?.value.filter(\.isNumber)])
        }
    }

    private static let columns = [
        "id", "scan", "file", "kind", "form", "status", "review_reasons", "fields", "barcodes", "dossier", "pdf", "pdf_sha256", "created_at",
        "type_code", "type_key", "type_name", "number", "number_key", "symbol", "symbol_key", "symbol_folded", "issued_on", "agency",
        "agency_folded", "subject", "revision",
    ]

    private static let insertion =
        "INSERT INTO record (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) RETURNING seq"

    private static func arguments(_ record: Record, _ scan: Int64) throws -> StatementArguments {
        let fields = record.fields
        let key = ReferenceKey(number: fields.number?.value, symbol: fields.symbol?.value)
        return [
            record.id, scan, record.file.withoutNUL, record.kind.rawValue, record.form, record.status.rawValue,
            try JSONText.encode(record.reviewReasons), try JSONText.encode(fields), try JSONText.encode(record.barcodes), record.dossier?.storable,
            record.copy?.path, record.copy?.sha256.hex, record.createdAt.milliseconds, fields.typeCode?.value,
            fields.typeCode.map { VietnameseText.exact($0.value) },
            fields.typeName?.value.storable, fields.number?.value, key.number, fields.symbol?.value, key.symbol, key.foldedSymbol,
            fields.issuedOn.flatMap { CalendarDate($0.value) }?.description, fields.agency?.value.storable,
            fields.agency.map { VietnameseText.folded(VietnameseText.squashed($0.value)) }, fields.subject?.value.storable, record.revision,
        ]
    }
}
