import ArgumentParser
import DurableFiles
import Foundation
import Preserving
import Records

/// A copy of everything that is kept, in a folder, while the daemon runs.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: Phrases.backup, discussion: Phrases.backupMore)

    @ParentCommand var sohoa: Sohoa
    @Argument(help: ArgumentHelp(Phrases.backupFolderHelp, valueName: "dir")) var folder: String
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Line: Encodable {
        let backup: String
        let scans: Int
        let files: Int
        let bytes: Int
        let copied: Int
        let lost: [String]
        let damaged: [String]
    }

    func run() async throws {
        let who = try Installation.acting(by)
        let data = Folder.real(URL(fileURLWithPath: sohoa.data).path)
        guard Folder.exists("\(data)/catalogue.sqlite") else { throw Complaint(Phrases.nothingToBackUp(data)) }
        let path = Folder.real(URL(fileURLWithPath: folder).path)
        guard !"\(path)/".hasPrefix("\(data)/"), !"\(data)/".hasPrefix("\(path)/") else { throw Complaint(Phrases.backupInData(path), code: .usage) }
        let house = try Installation.open(sohoa)
        let (summary, manifest) = try await Complaint.fromBackup(path) {
            try await BackupRun(house: house, folder: try BackupFolder(making: path)).run()
        }
        let detail = ["scans": summary.scans, "files": summary.files, "faults": summary.faults.lost.count + summary.faults.damaged.count]
        try await house.catalogue.audit(
            AuditEntry(at: manifest.madeAt, who: who, what: .backupMade, subject: "backup", detail: try Self.text(of: detail)))
        let line = Line(
            backup: path, scans: summary.scans, files: summary.files, bytes: summary.bytes, copied: summary.copied, lost: summary.faults.lost,
            damaged: summary.faults.damaged)
        if json { try Answer(json: true).line(line) } else { try Answer.say(Phrases.backedUp(path, line.scans, line.files, line.copied)) }
        try summary.faults.tell(Phrases.lostInStore, Phrases.damagedInStore)
    }

    static func text(of detail: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(detail), as: UTF8.self)
    }
}

/// A data folder out of a backup, checked.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: Phrases.restore, discussion: Phrases.restoreMore)

    @ParentCommand var sohoa: Sohoa
    @Argument(help: ArgumentHelp(Phrases.restoreFolderHelp, valueName: "dir")) var folder: String
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Line: Encodable {
        let data: String
        let madeAt: Date
        let scans: Int
        let files: Int
        let lost: [String]
        let damaged: [String]
        let faults: [String]

        private enum CodingKeys: String, CodingKey {
            case data
            case madeAt = "made_at"
            case scans, files, lost, damaged, faults
        }
    }

    func run() async throws {
        let who = try Installation.acting(by)
        let path = URL(fileURLWithPath: folder).path
        let data = URL(fileURLWithPath: sohoa.data).path
        guard !"\(Folder.real(data))/".hasPrefix("\(Folder.real(path))/") else { throw Complaint(Phrases.restoreInBackup(data), code: .usage) }
        let (line, files) = try await Complaint.fromBackup(path, data: data) {
            let backup = try BackupFolder(reading: path)
            let run = RestoreRun(backup: backup, manifest: try backup.manifest(), data: data)
            let (summary, faults) = try await run.run(by: who)
            return (
                Line(
                    data: data, madeAt: run.manifest.madeAt, scans: summary.scans, files: summary.files, lost: summary.faults.lost,
                    damaged: summary.faults.damaged, faults: faults), summary.faults
            )
        }
        if json { try Answer(json: true).line(line) } else { try Answer.say(Phrases.restored(data, line.scans, line.files, line.madeAt)) }
        for fault in line.faults { StandardError.say("sohoa: \(fault)") }
        try files.tell(Phrases.lostInBackup, Phrases.damagedInBackup)
        if !line.faults.isEmpty { throw ExitStatus.failed }
    }
}

extension FileFaults {
    /// Names each file; ends with 1 where there is any.
    fileprivate func tell(_ isLost: (String) -> String, _ isDamaged: (String) -> String) throws {
        for file in lost { StandardError.say("sohoa: \(isLost(file))") }
        for file in damaged { StandardError.say("sohoa: \(isDamaged(file))") }
        if !isEmpty { throw ExitStatus.failed }
    }
}

extension Complaint {
    /// Runs work on a backup and says in our words why it was not done.
    fileprivate static func fromBackup<Value>(_ folder: String, data: String = "", _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let failure as BackupFailure {
            throw Complaint(Phrases.cause(of: failure, folder, data: data))
        } catch let failure as CatalogueFailure {
            throw Complaint(Phrases.cause(of: failure))
        }
    }
}
