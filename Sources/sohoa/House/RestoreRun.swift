import Foundation
import Preserving
import Records
import SQLiteCatalogue

/// Makes a data folder out of a backup: files first, each held against its hash, and the catalogue's name last.
struct RestoreRun {
    let backup: BackupFolder
    let manifest: BackupManifest
    let data: String

    /// Returns what was copied, and the faults of the restored catalogue.
    func run(by who: String) async throws -> (summary: BackupRun.Summary, faults: [String]) {
        let target = try RestoreFolder(data, of: manifest)
        let catalogue = try SQLiteCatalogue(path: try target.takeCatalogue(of: backup), roles: nil)
        let bar = ProgressBar(total: manifest.scans, unit: Phrases.filesWord)
        var summary = BackupRun.Summary()
        try await catalogue.forEachRecordedScan { scan, copies in
            summary.add(try backup.restore(scan.sha256, copies: copies, to: target))
            bar.step()
        }
        bar.clear()
        let detail = ["scans": summary.scans, "faults": summary.faults.lost.count + summary.faults.damaged.count]
        try await catalogue.audit(
            AuditEntry(at: Date(), who: who, what: .backupRestored, subject: "backup", detail: try Backup.text(of: detail)))
        let faults = try await catalogue.faults()
        try catalogue.close()
        try target.finish()
        return (summary, faults)
    }
}
