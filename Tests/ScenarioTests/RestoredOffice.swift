import Foundation
import Preserving
import Records
import SQLiteCatalogue
import Testing

/// The catalogue's part of `backup` and `restore`: the folder with its manifest and hash, and the data folder that comes out of it. Files of scans
/// are no part of this year; `BackupTests` have them.
enum RestoredOffice {
    static func backUp(_ catalogue: SQLiteCatalogue, to folder: String, at: Date) async throws {
        let backup = try BackupFolder(making: folder)
        let draft = try backup.nextCatalogue()
        try await catalogue.snapshot(to: draft)
        let snapshot = try SQLiteCatalogue(path: draft, roles: nil)
        let head = try await snapshot.trailHeads().last
        let scans = try await snapshot.counts().scans.filter { $0.key.state == .recorded }.values.reduce(0, +)
        try snapshot.close()
        _ = try backup.commit(draft, madeAt: at, version: "1", scans: scans, files: 0, bytes: 0, head: head)
    }

    /// Returns the catalogue of the restored data folder.
    static func restore(_ folder: String, to data: String, roles: PaperRoles, at: Date) async throws -> SQLiteCatalogue {
        let backup = try BackupFolder(reading: folder)
        let manifest = try backup.manifest()
        let target = try RestoreFolder(data, of: manifest)
        let restored = try SQLiteCatalogue(path: try target.takeCatalogue(of: backup), roles: nil)
        #expect(try await restored.trailHeads().last == manifest.head)
        #expect(try await restored.counts().scans.filter { $0.key.state == .recorded }.values.reduce(0, +) == manifest.scans)
        try await restored.audit(AuditEntry(at: at, who: "lan", what: .backupRestored, subject: "backup"))
        #expect(try await restored.faults() == [])
        try restored.close()
        try target.finish()
        #expect(!RestoreFolder.isUnfinished(data))
        return try SQLiteCatalogue(path: "\(data)/catalogue.sqlite", roles: roles)
    }
}
