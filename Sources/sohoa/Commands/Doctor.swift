import ArgumentParser
import DurableFiles
import Foundation
import Pipeline
import Reading
import Records

/// Is everything here that the work needs? In plain words.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "doctor", abstract: Phrases.doctor)

    @ParentCommand var sohoa: Sohoa
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Finding: Encodable {
        let check: String
        let ok: Bool
        let detail: String
    }

    func run() async throws {
        var findings: [Finding] = []
        do {
            let house = try Installation.open(sohoa)
            findings += libraries(house.languages) + places(of: house) + [disk(of: house)]
        } catch let complaint as Complaint {
            findings += libraries([ScanPipeline.defaultLanguages])
            findings.append(Finding(check: Phrases.dataFolder, ok: false, detail: complaint.message))
        }
        for finding in findings {
            if json { try Answer(json: true).line(finding) } else { try Answer.say("\(finding.ok ? "✓" : "✗") \(finding.check): \(finding.detail)") }
        }
        if findings.contains(where: { !$0.ok }) { throw ExitStatus.failed }
    }

    private func libraries(_ languages: [String]) -> [Finding] {
        Libraries.report(languages: languages).map {
            Finding(check: $0.name, ok: $0.isFit, detail: [$0.version, $0.detail].filter { !$0.isEmpty }.joined(separator: " · "))
        }
    }

    private func places(of house: Installation) -> [Finding] {
        let folders = [(Phrases.dataFolder, house.data)] + house.pipelines.map { (Phrases.folderOf($0.title), house.folder(of: $0)) }
        return folders.map { name, path in
            do throws(FileFailure) {
                try Folder.make(path, mode: 0o770)
                return Finding(check: name, ok: Folder.canWrite(path), detail: Folder.canWrite(path) ? path : Phrases.cannotWrite(path))
            } catch {
                return Finding(check: name, ok: false, detail: error.description)
            }
        }
    }

    private func disk(of house: Installation) -> Finding {
        let free = Folder.freeBytes(at: house.data) ?? 0
        return Finding(check: Phrases.diskWord, ok: free >= Daemon.leastFreeBytes, detail: Phrases.freeRoom(free))
    }
}
