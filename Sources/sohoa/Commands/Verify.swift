import ArgumentParser
import Foundation
import Records

/// Whether what is kept is still what was taken, and can be found.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: Phrases.verify, discussion: Phrases.verifyMore)

    @ParentCommand var sohoa: Sohoa
    @Flag(name: .long, help: ArgumentHelp(Phrases.rebuildHelp)) var rebuildIndex = false
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Line: Encodable {
        let checked: String
        let ok: Bool
        let detail: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(checked, forKey: .checked)
            try container.encode(ok, forKey: .ok)
            try container.encode(detail, forKey: .detail)
        }

        private enum CodingKeys: String, CodingKey { case checked, ok, detail }
    }

    func run() async throws {
        let house = try Installation.open(sohoa)
        if rebuildIndex {
            let bar = ProgressBar(unit: Phrases.recordsWord)
            try await Complaint.fromCatalogue {
                try await house.catalogue.rebuildIndex(by: by ?? TableImport.user, at: Date()) { done, all in bar.set(done: done, of: all) }
            }
            bar.clear()
        }
        let damaged = try await originals(of: house)
        let faults = try await Complaint.fromCatalogue { try await house.catalogue.faults() }
        for fault in faults { try tell(Line(checked: "catalogue", ok: false, detail: fault)) }
        if faults.isEmpty { try tell(Line(checked: "catalogue", ok: true, detail: nil)) }
        if damaged > 0 || !faults.isEmpty { throw ExitStatus.failed }
    }

    /// Hashes every original again. Returns how many are missing or not what they were.
    private func originals(of house: Installation) async throws -> Int {
        let bar = ProgressBar(unit: Phrases.filesWord)
        bar.expect(try await house.catalogue.counts().scans.filter { $0.key.state == .recorded }.values.reduce(0, +))
        var damaged = 0
        var checked = 0
        var last: String?
        repeat {
            let scans = try await house.catalogue.scans(in: .recorded, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            for scan in scans {
                checked += 1
                let intact = await house.store.isIntact(scan.sha256)
                bar.step()
                if intact == true { continue }
                damaged += 1
                try tell(Line(checked: "original", ok: false, detail: intact == nil ? Phrases.originalMissing(scan) : Phrases.originalChanged(scan)))
            }
        } while last != nil
        bar.clear()
        if damaged == 0 { try tell(Line(checked: "originals", ok: true, detail: Phrases.originalsIntact(checked))) }
        return damaged
    }

    private func tell(_ line: Line) throws {
        if json { return try Answer(json: true).line(line) }
        try Answer.say("\(line.ok ? "✓" : "✗") \(Phrases.checkName(line.checked))\(line.detail.map { ": \($0)" } ?? "")")
    }
}
