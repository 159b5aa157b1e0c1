import ArgumentParser
import Foundation
import Indicators
import Records

/// The mục lục: what there is to digitise.
struct Inventory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: Phrases.inventory, subcommands: [Import.self, List.self, Status.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: Phrases.inventoryImport, discussion: Phrases.inventoryImportMore)

        @ParentCommand var sohoa: Sohoa
        @Argument(help: ArgumentHelp(Phrases.tableHelp, valueName: "file")) var file: String
        @Option(name: .long, help: ArgumentHelp(Phrases.fondsHelp, valueName: "code")) var fonds: String
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let who = try Installation.acting(by)
            let fonds = VietnameseText.squashed(fonds)
            guard !fonds.isEmpty else { throw Complaint(Phrases.emptyOption("--fonds"), code: .usage) }
            let house = try Installation.open(sohoa)
            let owners = try await Complaint.fromCatalogue { try await house.catalogue.inventoryFonds() }
            let table = try TableImport.read(file) { path throws(TableFailure) in
                try InventoryTable.read(contentsOf: path, fonds: fonds, owners: owners)
            }
            let count = try await Complaint.fromCatalogue {
                try await house.catalogue.importInventory(table.rows, by: who, at: Date())
            }
            try TableImport.tell(count, refused: table.refused, of: file, json: json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Phrases.inventoryList)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.fondsHelp, valueName: "code")) var fonds: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws { try await InventoryReport(fonds: fonds, json: json).items(of: Installation.open(sohoa)) }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "status", abstract: Phrases.inventoryStatus)

        @ParentCommand var sohoa: Sohoa
        @Option(name: .long, help: ArgumentHelp(Phrases.fondsHelp, valueName: "code")) var fonds: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws { try await InventoryReport(fonds: fonds, json: json).totals(of: Installation.open(sohoa)) }
    }
}

/// The inventory for people and programs.
private struct InventoryReport {
    let fonds: String?
    let json: Bool

    func items(of house: Installation) async throws {
        var table = Table([Phrases.fileCode, Phrases.title, Phrases.pages, Phrases.scanned, Phrases.state], widest: 48)
        for progress in try await house.catalogue.inventoryProgress(fonds: fonds) {
            if json { try Answer(json: true).line(InventoryLine(progress)) } else { table.add(InventoryLine(progress).cells) }
        }
        if !json { try table.isEmpty ? Answer.say(Phrases.noInventory) : table.show() }
    }

    func totals(of house: Installation) async throws {
        let all = try await house.catalogue.inventoryProgress(fonds: fonds)
        guard !all.isEmpty || json else { return try Answer.say(Phrases.noInventory) }
        var table = Table([Phrases.fonds, Phrases.items, Phrases.done, Phrases.secretWord, Phrases.destroyedWord, Phrases.pages, Phrases.scanned])
        for (fonds, items) in Dictionary(grouping: all, by: \.item.fonds).sorted(by: { $0.key < $1.key }) {
            let line = FondsLine(fonds, items)
            if json { try Answer(json: true).line(line) } else { table.add(line.cells) }
        }
        if !json { try table.show() }
    }
}

private struct InventoryLine: Encodable {
    let progress: InventoryProgress
    init(_ progress: InventoryProgress) { self.progress = progress }

    private enum CodingKeys: String, CodingKey {
        case fonds, title, box, unit, state, records, done
        case fileCode = "file_code"
        case totalPages = "total_pages"
        case scannedPages = "scanned_pages"
        case needsReview = "needs_review"
        case withoutArchivalCopy = "without_archival_copy"
        case damaged, unlisted
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(progress.item.fileCode, forKey: .fileCode)
        try container.encode(progress.item.fonds, forKey: .fonds)
        try container.encode(progress.item.title, forKey: .title)
        try container.encode(progress.item.box, forKey: .box)
        try container.encode(progress.item.unit, forKey: .unit)
        try container.encode(progress.item.state, forKey: .state)
        try container.encode(progress.item.totalPages, forKey: .totalPages)
        try container.encode(progress.figures.scannedPages, forKey: .scannedPages)
        try container.encode(progress.figures.records, forKey: .records)
        try container.encode(progress.figures.needsReview, forKey: .needsReview)
        try container.encode(progress.figures.withoutArchivalCopy, forKey: .withoutArchivalCopy)
        try container.encode(progress.figures.damaged, forKey: .damaged)
        try container.encode(progress.figures.isUnlisted, forKey: .unlisted)
        try container.encode(progress.isDone, forKey: .done)
    }

    var cells: [String?] {
        [
            progress.item.fileCode, progress.item.title, progress.item.totalPages.map(String.init), String(progress.figures.scannedPages),
            Phrases.standing(progress),
        ]
    }
}

/// One fonds in figures.
private struct FondsLine: Encodable {
    let fonds: String
    let items: Int
    let done: Int
    let secret: Int
    let destroyed: Int
    let documents: Int?
    let recordedDocuments: Int
    let pages: Int?
    let scannedPages: Int

    private enum CodingKeys: String, CodingKey {
        case fonds, items, done, secret, destroyed
        case documents = "total_documents"
        case recordedDocuments = "recorded_documents"
        case pages = "total_pages"
        case scannedPages = "scanned_pages"
    }

    init(_ fonds: String, _ all: [InventoryProgress]) {
        let inScope = all.filter { $0.item.state == .inScope }
        let totals = InventoryTotals(all)
        self.fonds = fonds
        items = totals.items.of
        done = totals.items.done
        secret = all.filter { $0.item.state == .secret }.count
        destroyed = all.filter { $0.item.state == .destroyed }.count
        documents = totals.documents.unknown == 0 ? totals.documents.of : nil
        recordedDocuments = inScope.reduce(0) { $0 + $1.figures.records }
        pages = totals.pages.unknown == 0 ? totals.pages.of : nil
        scannedPages = inScope.reduce(0) { $0 + $1.figures.scannedPages }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(fonds, forKey: .fonds)
        try container.encode(items, forKey: .items)
        try container.encode(done, forKey: .done)
        try container.encode(secret, forKey: .secret)
        try container.encode(destroyed, forKey: .destroyed)
        try container.encode(documents, forKey: .documents)
        try container.encode(recordedDocuments, forKey: .recordedDocuments)
        try container.encode(pages, forKey: .pages)
        try container.encode(scannedPages, forKey: .scannedPages)
    }

    var cells: [String?] {
        [fonds, String(items), String(done), String(secret), String(destroyed), pages.map(String.init) ?? Phrases.unknown, String(scannedPages)]
    }
}
