import ArgumentParser
import Foundation
import Records

extension Review {
    struct ShowOne: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: Phrases.reviewShow, discussion: Phrases.reviewShowMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
        @Option(name: .long, help: ArgumentHelp(Phrases.cropFieldHelp, valueName: "name")) var field: String?
        @Option(name: .long, help: ArgumentHelp(Phrases.cropHelp, valueName: "out")) var crop: String?
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            if let field, !PagePiece.isField(field) { throw Complaint(Phrases.unknownField(field, PagePiece.names), code: .usage) }
            let house = try Installation.open(sohoa)
            guard let found = try await house.catalogue.record(id: record) else { throw Complaint(Phrases.noRecord(record)) }
            try await house.leaveTrace(of: found, by: by)
            let sheet = ReviewSheet(
                record: found, evidence: try await house.evidence(ofFormOf: found), history: try await house.catalogue.revisions(ofRecord: record),
                responsible: try await house.responsible(for: found))
            if json {
                try Answer(json: true).line(ReviewJSON(sheet, text: try await house.catalogue.pageTexts(ofRecord: record)))
            } else {
                try sheet.show()
            }
            try await showPieces(of: found, house)
        }

        /// The places on the paper: into a file, and on a terminal that draws.
        private func showPieces(of record: Record, _ house: Installation) async throws {
            let pieces = PagePiece.pieces(of: record, field: field)
            if let crop {
                guard let piece = pieces.first else { throw Complaint(Phrases.noPlace(record.id)) }
                try await house.write(piece, of: record, to: crop)
                return StandardError.say(Phrases.cropWritten(crop))
            }
            guard !json else { return }
            guard Terminal.drawsSixels() else { return try Answer.say(Phrases.cropHint(record.id)) }
            for (piece, drawing) in try await house.drawings(of: pieces, record) {
                try Answer.say(Phrases.pieceTitle(piece.names, page: piece.page))
                try Answer.write(drawing + [10])
            }
        }
    }
}

/// A record for whoever decides on it: what it is and why we think so, the fields with what speaks against them, and what became of it.
struct ReviewSheet {
    let record: Record
    let evidence: FormEvidence
    let history: [Revision]
    let responsible: Responsible

    func show() throws {
        try Answer.say("\(record.id)  \(Phrases.kind(record.kind))  \(Phrases.status(record.status))  \(Phrases.revision(record.revision))")
        try Answer.say(Phrases.fileLine(Table.oneLine(record.file, at: 200), record.pages, record.dossier))
        try Answer.say("\(Phrases.responsibleUnit): \(Phrases.routed(responsible))")
        try Answer.say(Phrases.evidence(evidence))
        for reason in record.reviewReasons { try Answer.say("  ! \(Phrases.reviewReason(reason))") }
        var table = Table([Phrases.field, Phrases.value, Phrases.sure, Phrases.pageWord, Phrases.sourceWord, Phrases.otherReadings], widest: 70)
        for (name, field) in record.everyField { table.add(cells(name, field)) }
        try table.isEmpty ? Answer.say(Phrases.noFields) : table.show()
        for revision in history { try tell(revision) }
    }

    private func cells(_ name: String, _ field: Field) -> [String?] {
        let others = [field.raw.map(Phrases.readAs)] + field.alternatives.map(Optional.some)
        return [
            Phrases.fieldName(path: name), field.value, Phrases.percent(field.confidence), field.page.map(String.init), Phrases.source(field.source),
            others.allSatisfy { $0 == nil } ? nil : others.compactMap(\.self).joined(separator: " | "),
        ]
    }

    private func tell(_ revision: Revision) throws {
        try Answer.say(Phrases.step(revision))
        for change in revision.changes where change.field != RecordFacts.reasons { try Answer.say("    \(Phrases.change(change))") }
    }
}

/// What `review show --json` adds to a record.
struct ReviewJSON: Encodable {
    private let sheet: ReviewSheet
    private let text: [PageText]

    init(_ sheet: ReviewSheet, text: [PageText]) {
        self.sheet = sheet
        self.text = text
    }

    private enum CodingKeys: String, CodingKey { case evidence, history, responsible }

    func encode(to encoder: any Encoder) throws {
        try RecordJSON(sheet.record, text: text).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sheet.evidence, forKey: .evidence)
        try container.encode(sheet.history, forKey: .history)
        try container.encode(sheet.responsible, forKey: .responsible)
    }
}

/// Why a paper is taken for what it is: the line that is its title, and how sure that is.
struct FormEvidence: Encodable, Sendable {
    let form: String
    let typeName: String?
    let score: Double?
    let page: Int?
    /// What stands there on the paper; nil where nothing does.
    let text: String?
    let source: Field.Source?

    private enum CodingKeys: String, CodingKey {
        case form
        case typeName = "type_name"
        case score, page, text, source
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(form, forKey: .form)
        try container.encode(typeName, forKey: .typeName)
        try container.encode(score.map { ($0 * 1000).rounded() / 1000 }, forKey: .score)
        try container.encode(page, forKey: .page)
        try container.encode(text, forKey: .text)
        try container.encode(source, forKey: .source)
    }
}

extension Record {
    /// Every field that has a value, by its whole name, in the order of the interface.
    var everyField: [(name: String, field: Field)] {
        var all: [(String, Field)] = Fields.singleNames.compactMap { name in fields[name].map { (name, $0) } }
        all += fields.recipients.map { (RecordFacts.recipients, $0) }
        for (index, person) in fields.persons.enumerated() {
            all += Person.names.compactMap { name in person[name].map { ("\(RecordFacts.persons).\(index + 1).\(name)", $0) } }
        }
        return all.map { (name: $0.0, field: $0.1) }
    }
}
