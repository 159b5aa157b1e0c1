import Foundation
import Records
import Testing

/// Scans and records to fill catalogues with.
enum Samples {
    /// A whole number of milliseconds, which every backend keeps exactly.
    static let noon = Date(timeIntervalSince1970: 1_790_000_000.125)

    static let roles = PaperRoles(
        forms: [
            PaperForm("giay_khai_sinh", "A", "", titles: [], role: .result), PaperForm("trich_luc_khai_sinh", "B", "", titles: [], role: .result),
            PaperForm("bien_nhan", "C", "", titles: [], role: .receipt),
        ],
        procedures: [
            Procedure(code: "1.001193", name: "", source: "", resultForms: ["giay_khai_sinh", "giay_xac_nhan"], components: []),
            Procedure(code: "2.000815", name: "", source: "", resultForms: [], components: []),
            Procedure(code: "3.000001", name: "", source: "", resultForms: nil, components: []),
            Procedure(code: "1.004222", name: "", source: "", resultForms: ["van_ban/TB", "van_ban/QĐ"], components: []),
        ])

    static func hash(_ number: Int) -> ContentHash {
        let digits = String(number, radix: 16)
        guard let hash = ContentHash(hex: String(repeating: "0", count: 64 - digits.count) + digits) else {
            preconditionFailure("a number in hexadecimal is a hash")
        }
        return hash
    }

    static func scan(
        _ id: String, hash number: Int = 1, state: ScanState = .waiting, pages: Int? = nil, fileName: String? = nil, inboxPath: String? = nil,
        pipeline: String = "archive"
    ) -> Scan {
        Scan(
            id: id, sha256: hash(number), fileName: fileName, pipeline: pipeline, bytes: 1000 + number, mediaType: state.isOutcome ? .pdf : nil,
            pages: pages, state: state, takenAt: noon, finishedAt: state.isOutcome ? noon + 2 : nil, seconds: state.isOutcome ? 2 : nil,
            inboxPath: inboxPath)
    }

    static func field(_ value: String?) -> Field? {
        value.map { Field($0, confidence: 0.9, page: 1, box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.05), source: .ocr) }
    }

    static func record(
        _ id: String, scan: String, pages: [Int] = [1], kind: Record.Kind = .archive, form: String = "van_ban", status: Record.Status = .accepted,
        dossier: String? = nil, pdf: String? = "preserved/a.pdf", fields: Fields = Fields()
    ) -> Record {
        Record(
            id: id, scan: scan, file: "\(scan).pdf", pages: pages, kind: kind, form: form, status: status,
            reviewReasons: status == .accepted ? [] : ["missing:issued_on"], fields: fields,
            barcodes: [Barcode(page: 1, format: "QR", text: "H35-251013-0231")], dossier: dossier,
            copy: pdf.map { ArchivalCopy(path: $0, sha256: hash(99)) }, createdAt: noon + 3)
    }

    static func fields(
        type: String? = nil, typeName: String? = nil, number: String? = nil, symbol: String? = nil, issuedOn: String? = nil, agency: String? = nil,
        subject: String? = nil, persons: [Person] = []
    ) -> Fields {
        var fields = Fields()
        fields.typeCode = field(type)
        fields.typeName = field(typeName)
        fields.number = field(number)
        fields.symbol = field(symbol)
        fields.issuedOn = field(issuedOn)
        fields.agency = field(agency)
        fields.subject = field(subject)
        fields.persons = persons
        return fields
    }

    static func page(_ page: Int, _ text: String, source: PageReading.TextSource = .ocr) -> PageText {
        PageText(page: page, text: text, confidence: 0.95, source: source, rotation: 0, skew: -0.25)
    }
}

extension Catalogue {
    /// Records one scan with one record, whose pages say `texts`.
    /// By no table: what the register lists is all that is known.
    @discardableResult
    func recordReuse(_ event: ReuseEvent) async throws(CatalogueFailure) -> ReuseEvent { try await recordReuse(event, by: ProcedureTable()) }

    func add(
        _ id: String, _ texts: [String], kind: Record.Kind = .archive, form: String = "van_ban", status: Record.Status = .accepted,
        dossier: String? = nil, pdf: String? = "preserved/a.pdf", fields: Fields = Fields(), source: PageReading.TextSource = .ocr
    ) async throws {
        let scan = Samples.scan(
            "scan-\(id)", hash: Int(bitPattern: UInt(truncatingIfNeeded: stableNumber(id))) & 0xFFFF_FFFF, state: .recorded, pages: texts.count)
        let record = Samples.record(
            id, scan: scan.id, pages: Array(1...texts.count), kind: kind, form: form, status: status, dossier: dossier, pdf: pdf, fields: fields)
        try await self.record(scan, records: [record]) { Samples.page($0, texts[$0 - 1], source: source) }
    }

    func found(_ text: String) async throws -> [String] {
        try await search(SearchQuery(text: text)).map(\.record)
    }

    func found(_ change: (inout SearchQuery) -> Void) async throws -> [String] {
        var query = SearchQuery(text: "")
        change(&query)
        return try await search(query).map(\.record)
    }
}

/// A number that only depends on the text (FNV-1a), so that every record of a test has a hash of its own.
private func stableNumber(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
