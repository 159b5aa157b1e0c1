import ArgumentParser
import Covers
import DurableFiles
import Foundation
import Records

/// Cover sheets to print: laid before the papers of a dossier or case, they file them.
struct CoversCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "covers", abstract: Phrases.covers, discussion: Phrases.coversMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp(Phrases.coverDossierHelp, valueName: "code")) var dossier: [String]
    @Option(name: .shortAndLong, help: ArgumentHelp(Phrases.coverOutputHelp, valueName: "out.pdf")) var output: String
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Line: Encodable {
        let dossier: String
        let title: String?
        let page: Int

        private enum CodingKeys: CodingKey { case dossier, title, page }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(dossier, forKey: .dossier)
            try container.encode(title, forKey: .title)
            try container.encode(page, forKey: .page)
        }
    }

    func run() async throws {
        guard !dossier.isEmpty else { throw Complaint(Phrases.emptyOption("--dossier"), code: .usage) }
        var codes: [CoverCode] = []
        for text in dossier {
            guard let code = CoverCode(dossier: text) else { throw Complaint(Phrases.noCoverCode(text), code: .usage) }
            if !codes.contains(code) { codes.append(code) }
        }
        let house = try Installation.open(sohoa)
        let covers = try await Complaint.fromCatalogue { try await CoverTitles(house).covers(of: codes) }
        try write(covers)
        for (index, cover) in covers.enumerated() where json {
            try Answer(json: true).line(Line(dossier: cover.code.dossier, title: cover.title, page: index + 1))
        }
    }

    /// Written beside its place and then moved there, so that a printer never meets half a file; `-` is standard output.
    private func write(_ covers: [Cover]) throws {
        let draft = FileManager.default.temporaryDirectory.appending(path: "sohoa-covers-\(UUID().uuidString).pdf").path
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do throws(CoverFailure) { try Cover.write(covers, title: Phrases.coversTitle, to: draft) } catch {
            throw Complaint(Phrases.coversNotWritten(output, error.cause))
        }
        if output == "-" { return try Answer.write(Data(contentsOf: URL(filePath: draft))) }
        do throws(FileFailure) { try DurableWrite.replace(output, with: DurableWrite.contents(of: draft), mode: 0o640) } catch {
            throw Complaint(Phrases.coversNotWritten(output, error.cause))
        }
    }
}

/// What the inventory and the register of cases know of a code, in the words of a cover.
private struct CoverTitles {
    let house: Installation

    init(_ house: Installation) { self.house = house }

    func covers(of codes: [CoverCode]) async throws -> [Cover] {
        let items = Dictionary(
            try await house.catalogue.inventoryProgress(fonds: nil).map { ($0.item.fileCode, $0.item) }, uniquingKeysWith: { first, _ in first })
        var covers: [Cover] = []
        for code in codes {
            if let item = items[code.dossier] {
                guard item.state != .secret else { throw Complaint(Phrases.coverOfSecret(code.dossier)) }
                covers.append(cover(code, title: item.title, facts: Phrases.coverFacts(item)))
            } else if let file = try await house.catalogue.caseFile(code: code.dossier) {
                // The applicant is not named: a sheet lies about where anyone passes.
                covers.append(cover(code, title: file.procedureName, facts: Phrases.coverFacts(file)))
            } else {
                StandardError.say(Phrases.coverUnlisted(code.dossier))
                covers.append(cover(code, title: nil, facts: []))
            }
        }
        return covers
    }

    private func cover(_ code: CoverCode, title: String?, facts: [String]) -> Cover {
        Cover(code: code, heading: Phrases.coverHeading, title: title, facts: facts, advice: Phrases.coverAdvice)
    }
}
