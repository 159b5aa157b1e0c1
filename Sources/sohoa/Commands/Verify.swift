import ArgumentParser
import Foundation
import Records

/// Whether what is kept is still what was taken, and can be found.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: Phrases.verify, discussion: Phrases.verifyMore)

    @ParentCommand var sohoa: Sohoa
    @Flag(name: .long, help: ArgumentHelp(Phrases.rebuildHelp)) var rebuildIndex = false
    @Option(name: .long, help: ArgumentHelp(Phrases.headsHelp, valueName: "file")) var heads: String?
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
        var kept: TrailHeads?
        if let heads { kept = try await TrailHeads.comparison(of: house, against: heads) }
        if rebuildIndex {
            let bar = ProgressBar(unit: Phrases.recordsWord)
            let who = try Installation.acting(by)
            try await Complaint.fromCatalogue {
                try await house.catalogue.rebuildIndex(by: who, at: Date()) { done, all in bar.set(done: done, of: all) }
            }
            bar.clear()
        }
        let damaged = try await files(of: house)
        let faults = try await Complaint.fromCatalogue { try await house.catalogue.faults() } + (kept?.faults ?? [])
        if let kept, kept.faults.isEmpty {
            try tell(Line(checked: "heads", ok: true, detail: Phrases.headsCompared(kept.compared, last: kept.last)))
        }
        for fault in faults { try tell(Line(checked: "catalogue", ok: false, detail: fault)) }
        if faults.isEmpty { try tell(Line(checked: "catalogue", ok: true, detail: nil)) }
        if damaged > 0 || !faults.isEmpty { throw ExitStatus.failed }
    }

    /// Hashes every original and every archival copy again. Returns how many are missing or not what they were.
    private func files(of house: Installation) async throws -> Int {
        let bar = ProgressBar(unit: Phrases.filesWord)
        bar.expect(try await house.catalogue.counts().scans.filter { $0.key.state == .recorded }.values.reduce(0, +))
        var originals = Tally()
        var copies = Tally()
        var last: String?
        let who = try Installation.acting(by)
        repeat {
            var standing = (damaged: [String](), intact: [String]())
            let scans = try await house.catalogue.scans(in: .recorded, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            for scan in scans {
                let fault = originals.fault(await house.store.isIntact(scan.sha256), Phrases.original(scan))
                if let fault { try tell(Line(checked: "original", ok: false, detail: fault)) }
                for record in try await house.catalogue.records(ofScan: scan.id) {
                    var isDamaged = fault != nil
                    if let copy = record.copy, let fault = copies.fault(await house.store.isIntact(copy), Phrases.archivalCopy(record)) {
                        try tell(Line(checked: "archival_copy", ok: false, detail: fault))
                        isDamaged = true
                    }
                    if isDamaged { standing.damaged.append(record.id) } else { standing.intact.append(record.id) }
                }
                bar.step()
            }
            let found = standing
            // What is damaged counts in no figure until it is whole again.
            try await Complaint.fromCatalogue {
                try await house.catalogue.noteFixity(damaged: found.damaged, intact: found.intact, by: who, at: Date())
            }
        } while last != nil
        bar.clear()
        if originals.damaged == 0 { try tell(Line(checked: "originals", ok: true, detail: Phrases.intact(originals.checked))) }
        if copies.damaged == 0 { try tell(Line(checked: "archival_copies", ok: true, detail: Phrases.intact(copies.checked))) }
        return originals.damaged + copies.damaged
    }

    /// How many files were looked at, and how many are not what they were.
    private struct Tally {
        var checked = 0
        var damaged = 0

        /// - Parameter isIntact: nil for a file that is missing.
        mutating func fault(_ isIntact: Bool?, _ file: String) -> String? {
            checked += 1
            if isIntact == true { return nil }
            damaged += 1
            return isIntact == nil ? Phrases.missing(file) : Phrases.changed(file)
        }
    }

    private func tell(_ line: Line) throws {
        if json { return try Answer(json: true).line(line) }
        try Answer.say("\(line.ok ? "✓" : "✗") \(Phrases.checkName(line.checked))\(line.detail.map { ": \($0)" } ?? "")")
    }
}
