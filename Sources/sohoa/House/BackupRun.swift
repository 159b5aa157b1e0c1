import Foundation
import Preserving
import Records
import SQLiteCatalogue

/// Makes a backup, or brings one up to date, while others work: a copy of the catalogue first, then every file that it refers to.
struct BackupRun {
    let house: Installation
    let folder: BackupFolder

    /// Copies of the catalogue that are tried. Files go while they are copied only when records are corrected or held back at that moment.
    private static let mostRounds = 5

    /// What a run did.
    struct Summary {
        var scans = 0
        var files = 0
        var bytes = 0
        var copied = 0
        var faults = FileFaults()

        mutating func add(_ kept: BackupFolder.Kept) {
            scans += 1
            files += kept.files
            bytes += kept.bytes
            copied += kept.copied
            faults = faults + kept.faults
        }
    }

    func run() async throws -> (summary: Summary, manifest: BackupManifest) {
        try await refuseForeign()
        var gone: Set<String> = []
        for _ in 0..<Self.mostRounds {
            let draft = try folder.nextCatalogue()
            try await house.catalogue.snapshot(to: draft)
            let snapshot = try SQLiteCatalogue(path: draft, roles: nil)
            let summary = try await copy(what: snapshot)
            // What is gone may have been replaced or held back since; what is gone in two copies of the catalogue is lost.
            if Set(summary.faults.lost).isSubset(of: gone) { return (summary, try await commit(snapshot, draft, summary)) }
            gone = Set(summary.faults.lost)
            try snapshot.close()
        }
        throw Complaint(Phrases.backupUnsteady(folder.path))
    }

    /// A folder that is not the backup of this very history is left alone: what it has would be removed.
    private func refuseForeign() async throws {
        do throws(BackupFailure) {
            guard let head = try folder.manifest().head else { return }
            let entry = try? await house.catalogue.trail(after: head.entry - 1, limit: 1).first
            guard entry?.number == head.entry, entry?.hash == head.hash else { throw .notABackup }
        } catch {
            switch error {
            case .unfinished: return
            case .notABackup: throw Complaint(Phrases.backupOfAnother(folder.path))
            default: throw error
            }
        }
    }

    private func copy(what snapshot: any Catalogue) async throws -> Summary {
        let bar = ProgressBar(unit: Phrases.filesWord)
        defer { bar.clear() }
        bar.expect(try await snapshot.counts().scans.filter { $0.key.state == .recorded }.values.reduce(0, +))
        var summary = Summary()
        try await snapshot.forEachRecordedScan { scan, copies in
            summary.add(try folder.keep(scan.sha256, copies: copies, from: house.data))
            bar.step()
        }
        return summary
    }

    private func commit(_ snapshot: SQLiteCatalogue, _ draft: String, _ summary: Summary) async throws -> BackupManifest {
        let head = try await snapshot.trailHeads().last
        let others = try await folder.others { try await snapshot.settledScan($0)?.state == .recorded }
        try snapshot.close()
        let manifest = try folder.commit(
            draft, madeAt: Date(), version: Version.text, scans: summary.scans, files: summary.files, bytes: summary.bytes, head: head)
        try folder.remove(others)
        return manifest
    }
}

extension Catalogue {
    /// Each recorded scan with the archival copies of its records, oldest first.
    func forEachRecordedScan(_ work: (Scan, [ArchivalCopy]) async throws -> Void) async throws {
        var last: String?
        repeat {
            let scans = try await scans(in: .recorded, after: last, limit: 500)
            last = scans.count < 500 ? nil : scans.last?.id
            for scan in scans { try await work(scan, try await records(ofScan: scan.id).compactMap(\.copy)) }
        } while last != nil
    }
}
