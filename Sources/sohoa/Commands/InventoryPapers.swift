import Foundation
import Indicators
import Records

/// What items that are not done have and lack, paper by paper; and those that are, but whose numbers of papers do not fit.
struct InventoryPapers {
    let fonds: String?
    let by: String?
    let json: Bool

    func show(of house: Installation) async throws {
        var trace = try ListTrace(house, list: "inventory", narrowed: fonds, by: by)
        var table = Table([Phrases.fileCode, Phrases.paperWord, Phrases.recordWord, Phrases.pages, Phrases.noteWord])
        let misnumbered = Set(try await Complaint.fromCatalogue { try await house.catalogue.misnumberedItems() })
        for progress in try await Complaint.fromCatalogue({ try await house.catalogue.inventoryProgress(fonds: fonds) }) {
            let standing = IndicatorRule.standing(of: progress.figures)
            guard standing.name == "pending" || misnumbered.contains(progress.item.fileCode) else { continue }
            let records = try await house.catalogue.records(ofDossier: progress.item.fileCode)
            try await trace.note(records)
            let damaged = try await house.catalogue.damaged(among: records.map(\.id))
            let line = PapersLine(item: InventoryLine(progress, why: standing.why), records: records, damaged: damaged)
            if json { try Answer(json: true).line(line) } else { add(line, to: &table) }
        }
        if !json { try table.isEmpty ? Answer.say(Phrases.nothingMissing) : table.show() }
    }

    private func add(_ line: PapersLine, to table: inout Table) {
        let code = line.item.progress.item.fileCode
        for (record, number) in zip(line.records, line.numbers.numbers) {
            let notes =
                (line.damaged.contains(record.id) ? [Phrases.standing(IndicatorStanding.pending(.fixityFailed))] : [])
                + record.reviewReasons.filter { _ in record.status == .needsReview }.map(Phrases.reviewReason)
                + (number.map(line.numbers.doubled.contains) ?? false ? [Phrases.doubledNumber] : [])
                + (record.copy == nil ? [Phrases.standing(IndicatorStanding.pending(.noArchivalCopy))] : [])
            table.add([code, number.map(PaperNumber.padded) ?? record.file, record.id, String(record.pages.count), notes.joined(separator: "; ")])
        }
        for number in line.numbers.missing { table.add([code, nil, nil, nil, Phrases.missingNumber(PaperNumber.padded(number))]) }
        let note = line.item.missingPages.flatMap { $0 > 0 ? Phrases.pagesStillMissing($0) : nil }
        table.add([code, nil, nil, nil, note ?? line.item.why.map { Phrases.standing("pending", $0) } ?? Phrases.misnumbered])
    }
}

/// An item with its papers.
private struct PapersLine: Encodable {
    let item: InventoryLine
    let records: [Record]
    /// Those of the records whose files have changed.
    let damaged: Set<String>
    let numbers: PaperNumbers

    init(item: InventoryLine, records: [Record], damaged: Set<String>) {
        self.item = item
        self.records = records
        self.damaged = damaged
        numbers = PaperNumbers(records, of: item.progress.item)
    }

    private enum CodingKeys: String, CodingKey {
        case papers
        case missingNumbers = "missing_numbers"
        case doubledNumbers = "double_numbers"
    }

    func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        let papers = zip(records, numbers.numbers).map { Paper(record: $0, number: $1, isDamaged: damaged.contains($0.id)) }
        try container.encode(papers, forKey: .papers)
        try container.encode(numbers.missing.map(PaperNumber.padded), forKey: .missingNumbers)
        try container.encode(numbers.doubled.map(PaperNumber.padded), forKey: .doubledNumbers)
    }

    private struct Paper: Encodable {
        let record: Record
        let number: Int?
        let isDamaged: Bool

        private enum CodingKeys: String, CodingKey {
            case record, file, number, pages, status, damaged
            case reviewReasons = "review_reasons"
            case hasCopy = "has_archival_copy"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(record.id, forKey: .record)
            try container.encode(record.file, forKey: .file)
            try container.encode(number.map(PaperNumber.padded), forKey: .number)
            try container.encode(record.pages, forKey: .pages)
            try container.encode(record.status, forKey: .status)
            try container.encode(record.reviewReasons, forKey: .reviewReasons)
            try container.encode(record.copy != nil, forKey: .hasCopy)
            try container.encode(isDamaged, forKey: .damaged)
        }
    }
}
