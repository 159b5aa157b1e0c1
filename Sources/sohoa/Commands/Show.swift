import ArgumentParser
import Foundation
import Records

/// One record, its text, its archival PDF.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Phrases.show, discussion: Phrases.showMore)

    @ParentCommand var sohoa: Sohoa
    @Argument(help: ArgumentHelp(Phrases.recordHelp, valueName: "record")) var record: String
    @Flag(name: .long, help: ArgumentHelp(Phrases.textHelp)) var text = false
    @Option(name: .long, help: ArgumentHelp(Phrases.pdfHelp, valueName: "out")) var pdf: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    func run() async throws {
        let house = try Installation.open(sohoa)
        guard let found = try await house.catalogue.record(id: record) else { throw Complaint(Phrases.noRecord(record)) }
        if pdf != nil, found.copy == nil { throw Complaint(Phrases.noArchivalCopy(record)) }
        try await house.leaveTrace(of: found, by: by)
        if let pdf, let copy = found.copy {
            try house.write(copy, to: pdf)
            if !text, !json { return StandardError.say(Phrases.pdfWritten(pdf)) }
        }
        let pages = try await house.catalogue.pageTexts(ofRecord: record)
        if json { return try Answer(json: true).line(RecordJSON(found, text: pages)) }
        if text {
            for page in pages { try Answer.say(page.text) }
        } else {
            try RecordSheet(found, responsible: try await house.responsible(for: found)).show()
        }
    }
}

extension Installation {
    /// Where an archival copy lies.
    func path(of copy: ArchivalCopy) -> String { "\(data)/\(copy.path)" }

    /// Copies an archival PDF out. What is there already is not overwritten.
    func write(_ copy: ArchivalCopy, to path: String) throws {
        do {
            try FileManager.default.copyItem(atPath: self.path(of: copy), toPath: path)
        } catch {
            throw Complaint(Phrases.notWritten(path, Phrases.cause(of: error)))
        }
    }
}

/// A record for people: a line a field, with how sure it is and where it stands.
struct RecordSheet {
    private let record: Record
    private let responsible: Responsible

    init(_ record: Record, responsible: Responsible) {
        self.record = record
        self.responsible = responsible
    }

    func show() throws {
        var table = Table([Phrases.field, Phrases.value, Phrases.sure, Phrases.pageWord], widest: 90)
        for name in Fields.singleNames {
            if let field = record.fields[name] {
                table.add([Phrases.fieldName(name), field.value, Phrases.percent(field.confidence), field.page.map(String.init)])
            }
        }
        for recipient in record.fields.recipients {
            table.add([Phrases.fieldName("recipients"), recipient.value, Phrases.percent(recipient.confidence), recipient.page.map(String.init)])
        }
        for person in record.fields.persons {
            let facts = [person.name, person.idNumber, person.bornOn, person.sex, person.address].compactMap { $0?.value }
            table.add([Phrases.fieldName("persons"), facts.joined(separator: " · "), person.name.map { Phrases.percent($0.confidence) }, nil])
        }
        try Answer.say("\(record.id)  \(Phrases.kind(record.kind))  \(Phrases.status(record.status))")
        try Answer.say(Phrases.fileLine(Table.oneLine(record.file, at: 200), record.pages, record.dossier))
        try Answer.say("\(Phrases.responsibleUnit): \(Phrases.routed(responsible))")
        for reason in record.reviewReasons { try Answer.say("  ! \(Phrases.reviewReason(reason))") }
        try table.isEmpty ? Answer.say(Phrases.noFields) : table.show()
    }
}
