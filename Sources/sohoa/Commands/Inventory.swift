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
        @Flag(name: .long, help: ArgumentHelp(Phrases.partialHelp)) var partial = false
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let who = try Installation.acting(by)
            let fonds = VietnameseText.squashed(fonds)
            guard !fonds.isEmpty else { throw Complaint(Phrases.emptyOption("--fonds"), code: .usage) }
            let house = try Installation.open(sohoa, bringsTables: true)
            let summary = try await TableImport<InventoryItem>(
                house: house, file: file, scope: .inventory(fonds: fonds), who: who, isWhole: !partial,
                opening: {
                    let owners = try await Complaint.fromCatalogue { try await house.catalogue.inventoryFonds(otherThan: fonds) }
                    return { origin throws(TableFailure) in try InventoryTable.walk(origin, fonds: fonds) { owners[$0] } }
                },
                take: { rows, run in try await house.catalogue.importInventory(rows, in: run, by: who, at: Date()) }
            ).run()
            try summary.tell(of: file, json: json)
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
        @Option(name: .long, help: ArgumentHelp(Phrases.levelHelp, valueName: "level")) var level = InventoryLevel.fonds
        @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
        @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

        func run() async throws {
            let report = InventoryReport(fonds: fonds, json: json)
            let house = try Installation.open(sohoa)
            switch level {
            case .fonds: try await report.totals(of: house) { [$0.item.fonds] }
            case .box: try await report.totals(of: house) { [$0.item.fonds, $0.item.box ?? ""] }
            case .file: try await report.missing(of: house)
            case .page: try await InventoryPapers(fonds: fonds, by: by, json: json).show(of: house)
            }
        }
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

    /// Figures of each group: a fonds, or a fonds and a box.
    func totals(of house: Installation, by key: (InventoryProgress) -> [String]) async throws {
        let all = try await house.catalogue.inventoryProgress(fonds: fonds)
        guard !all.isEmpty || json else { return try Answer.say(Phrases.noInventory) }
        var table = Table([
            Phrases.fonds, Phrases.boxWord, Phrases.items, Phrases.done, Phrases.secretWord, Phrases.destroyedWord, Phrases.pages, Phrases.pagesDone,
            Phrases.pagesWaiting, Phrases.missingPages,
        ])
        for (key, items) in Dictionary(grouping: all, by: key).sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let line = FondsLine(key[0], box: key.count > 1 ? key[1] : nil, items)
            if json { try Answer(json: true).line(line) } else { table.add(line.cells) }
        }
        if !json { try table.show() }
    }

    /// Each item that is not done, and what it lacks.
    func missing(of house: Installation) async throws {
        var table = Table([Phrases.fileCode, Phrases.boxWord, Phrases.pages, Phrases.scanned, Phrases.missingPages, Phrases.why])
        for progress in try await house.catalogue.inventoryProgress(fonds: fonds) {
            guard case .pending(let why) = IndicatorRule.standing(of: progress.figures) else { continue }
            if json { try Answer(json: true).line(InventoryLine(progress, why: why.rawValue)) }
            let line = InventoryLine(progress, why: why.rawValue)
            table.add([
                progress.item.fileCode, progress.item.box, progress.item.totalPages.map(String.init), String(progress.figures.scannedPages),
                line.missingPages.map(String.init) ?? Phrases.unknown, Phrases.standing(IndicatorStanding.pending(why)),
            ])
        }
        if !json { try table.isEmpty ? Answer.say(Phrases.nothingMissing) : table.show() }
    }
}

/// Down to what `inventory status` goes.
enum InventoryLevel: String, ExpressibleByArgument {
    case fonds, box, file, page
}

struct InventoryLine: Encodable {
    let progress: InventoryProgress
    /// What an item lacks that is not done; nil in a list of all.
    let why: String?

    init(_ progress: InventoryProgress, why: String? = nil) {
        self.progress = progress
        self.why = why
    }

    /// Pages that the inventory lists and nobody has scanned; nil where it does not say how many there are.
    var missingPages: Int? { progress.item.totalPages.map { max(0, $0 - progress.figures.scannedPages) } }

    private enum CodingKeys: String, CodingKey {
        case why
        case totalDocuments = "total_documents"
        case missingPages = "missing_pages"
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
        try container.encode(progress.item.totalDocuments, forKey: .totalDocuments)
        try container.encode(missingPages, forKey: .missingPages)
        if let why { try container.encode(why, forKey: .why) }
    }

    var cells: [String?] {
        [
            progress.item.fileCode, progress.item.title, progress.item.totalPages.map(String.init), String(progress.figures.scannedPages),
            Phrases.standing(progress),
        ]
    }
}

/// One fonds or one box in figures.
private struct FondsLine: Encodable {
    let fonds: String
    /// Nil for a whole fonds; empty for what names no box.
    let box: String?
    let items: Int
    let done: Int
    let secret: Int
    let destroyed: Int
    let documents: Int?
    let recordedDocuments: Int
    let pages: Int?
    let scannedPages: Int
    let totals: InventoryTotals

    private enum CodingKeys: String, CodingKey {
        case fonds, box, items, done, secret, destroyed
        case missingPages = "missing_pages"
        case donePages = "done_pages"
        case waitingPages = "waiting_pages"
        case doneDocuments = "done_documents"
        case waitingDocuments = "waiting_documents"
        case documents = "total_documents"
        case recordedDocuments = "recorded_documents"
        case pages = "total_pages"
        case scannedPages = "scanned_pages"
    }

    init(_ fonds: String, box: String?, _ all: [InventoryProgress]) {
        let inScope = all.filter { $0.item.state == .inScope }
        let totals = InventoryTotals(all)
        self.fonds = fonds
        self.box = box
        self.totals = totals
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
        if let box { try container.encode(box.isEmpty ? nil : box, forKey: .box) }
        try container.encode(totals.pages.missing, forKey: .missingPages)
        try container.encode(totals.pages.done, forKey: .donePages)
        try container.encode(totals.pages.waiting, forKey: .waitingPages)
        try container.encode(totals.documents.done, forKey: .doneDocuments)
        try container.encode(totals.documents.waiting, forKey: .waitingDocuments)
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
        [
            fonds, box, String(items), String(done), String(secret), String(destroyed), pages.map(String.init) ?? Phrases.unknown,
            String(totals.pages.done), String(totals.pages.waiting), String(totals.pages.missing),
        ]
    }
}
